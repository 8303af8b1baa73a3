#include "wortfeld/analysis/network.hpp"

#include "analysis/made_network.hpp"
#include "wortfeld/analysis/pairs.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wortfeld::analysis {
namespace {

using testing::network_of;

stats::Contingency table_of(const Network& network, std::string_view a, std::string_view b) {
    return network.contingency(network.find(a, ""), network.find(b, ""));
}

TEST(Network, CountsPresenceInAUnitNotMultiplicity) {
    const auto network = network_of({"Rot und rot und Blau. Rot. Gelb."});
    EXPECT_EQ(table_of(network, "rot", "blau"),
              (stats::Contingency{.o11 = 1, .o12 = 1, .o21 = 0, .o22 = 1}));
}

TEST(Network, TellsSentencesParagraphsAndDocumentsApart) {
    const std::vector<std::string> texts{"Rot kam. Blau ging.\n\nGelb blieb.", "Rot blieb."};
    const auto together = [&](UnitKind unit, std::string_view a, std::string_view b) {
        return table_of(network_of(texts, unit), a, b).o11;
    };
    EXPECT_EQ(together(UnitKind::sentence, "rot", "blau"), 0U);
    EXPECT_EQ(together(UnitKind::paragraph, "rot", "blau"), 1U);
    EXPECT_EQ(together(UnitKind::paragraph, "rot", "gelb"), 0U);
    EXPECT_EQ(together(UnitKind::document, "rot", "gelb"), 1U);
    EXPECT_EQ(network_of(texts, UnitKind::sentence).units().size(), 4U);
    EXPECT_EQ(network_of(texts, UnitKind::paragraph).units().size(), 3U);
    EXPECT_EQ(network_of(texts, UnitKind::document).units().size(), 2U);
}

TEST(Network, CountsDocumentsBesideUnits) {
    const auto network = network_of({"Rot und Blau. Rot und Blau.", "Rot und Blau."});
    const auto item = network.find("blau", "");
    const auto cells = network.cells(item);
    const auto rot = network.find("rot", "");
    for (const auto& cell : cells) {
        if (cell.b != rot) continue;
        EXPECT_EQ(cell.count, 3U);
        EXPECT_EQ(cell.document_count, 2U);
    }
}

TEST(Network, ExpectsWithinDocumentsWhatTheirOwnCountsExplain) {
    // Document 0: r1 = 2, c1 = 1, n = 2. Document 1: r1 = 0. So 2 * 1 / 2.
    const auto network = network_of({"Rot und Blau. Rot.", "Blau. Gelb."});
    EXPECT_DOUBLE_EQ(expected_within(network, network.find("rot", ""), network.find("blau", "")),
                     1.0);
}

TEST(Network, KnowsItsItemsAndSuggestsNearOnes) {
    const auto network = network_of({"Rechenzentrum und Chip."});
    EXPECT_THROW(static_cast<void>(network.find("Rechenzentren", "")), Error);
    try {
        static_cast<void>(network.find("rechenzentrun", ""));
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unknown_name);
        EXPECT_EQ(error.details().suggestions.front(), "rechenzentrum");
    }
    const auto chip = network.find("chip", "");
    EXPECT_THROW(static_cast<void>(network.contingency(chip, chip)), Error);
}

}  // namespace
}  // namespace wortfeld::analysis

#include "wortfeld/analysis/evidence.hpp"

#include "analysis/made_network.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace wortfeld::analysis {
namespace {

using testing::network_of;

TEST(Evidence, HasOneRowPerUnitWithTheNearestMentions) {
    const auto network = network_of({"Rot, Rot Blau Rot. Blau Rot. Rot."});
    const auto rows =
        evidence_table(network, network.find("rot", ""), network.find("blau", ""), std::nullopt);
    ASSERT_EQ(rows.rows(), 2U);
    // Both neighbours of Blau are one code point away: the earlier Rot wins.
    EXPECT_EQ(rows.column("a_start").int64s()[0], 5);
    EXPECT_EQ(rows.column("b_start").int64s()[0], 9);
    EXPECT_EQ(rows.column("text").text(1), "Blau Rot.");
    EXPECT_EQ(evidence_table(network, 0, 1, 1).rows(), 1U);
}

}  // namespace
}  // namespace wortfeld::analysis

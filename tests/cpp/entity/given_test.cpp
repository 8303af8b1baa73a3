#include "wortfeld/entity/given.hpp"

#include "made_mentions.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/entity/edits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace wortfeld::entity {
namespace {

using testing::given_of;
using testing::GivenRow;
using testing::rows_of;

/// The message of the error that a row makes.
std::string refusal(const GivenRow& row) {
    try {
        (void)given_of({"Köln zahlt.", " "}, {{.start = 0, .end = 4}, row});
    } catch (const Error& error) {
        return error.message();
    }
    return "";
}

std::vector<std::string> entities_of(const Mentions& mentions) {
    std::vector<std::string> names;
    for (const auto& mention : mentions.all()) {
        const auto id = mentions.entity(mention);
        names.emplace_back(id ? mentions.entity(*id).name : mentions.quantity(mention).reading);
    }
    return names;
}

using Names = std::vector<std::string>;

TEST(GivenMentions, AreCountedInCodePointsAndNameThemselves) {
    const auto given = given_of({"Köln 😀 zahlt Bonn."}, {{.start = 13, .end = 17}, {.end = 4}});
    EXPECT_EQ(entities_of(given.mentions), (Names{"Köln", "Bonn"}));
}

TEST(GivenMentions, OfThoseThatOverlapTheLeftmostThenTheLongestStays) {
    const std::vector<GivenRow> rows{{.start = 0, .end = 4, .entity = "short"},
                                     {.start = 0, .end = 10, .entity = "long"},
                                     {.start = 5, .end = 12, .entity = "later"},
                                     {.start = 0, .end = 10, .entity = "second"},
                                     {.start = 5, .end = 10, .entity = "nested", .level = 1}};
    const auto given = given_of({"Köln zahlt nichts."}, rows);
    EXPECT_EQ(entities_of(given.mentions), (Names{"long", "nested"}));
    EXPECT_EQ(given.overlapping, (std::vector<std::size_t>{0, 2, 3}));
    const auto all = given_of({"Köln zahlt nichts."}, rows, Overlap::keep);
    EXPECT_EQ(all.mentions.all().size(), rows.size());
}

TEST(GivenMentions, RefuseWhatDoesNotFitAndNameTheRow) {
    EXPECT_NE(refusal({.start = 3, .end = 12}).find("row 1"), std::string::npos);
    EXPECT_NE(refusal({.start = 3, .end = 3}).find("from 3 to 3"), std::string::npos);
    EXPECT_NE(refusal({.start = -1, .end = 3}).find("11 code points"), std::string::npos);
    EXPECT_NE(refusal({.document = "7", .end = 3}).find("no document '7'"), std::string::npos);
    EXPECT_NE(refusal({.document = "1", .end = 1}).find("no sentence"), std::string::npos);
    EXPECT_NE(refusal({.end = 3, .level = -1}).find("level -1"), std::string::npos);
    EXPECT_EQ(refusal({.start = 5, .end = 10}), "");
}

TEST(GivenMentions, AreRowsAgain) {
    const auto given = given_of({"Köln zahlt 5 Euro."},
                                {{.end = 4, .kind = "place", .entity = "Cologne"},
                                 {.start = 11, .end = 17, .kind = "money", .unit = "EUR"}});
    const auto rows = mention_rows(given.mentions);
    const auto again =
        given_mentions(given.mentions.indexed_pointer(), rows, Overlap::keep).mentions;
    const auto same = mention_rows(again);
    ASSERT_EQ(rows.rows(), 2U);
    for (const auto& [name, column] : rows.columns()) {
        if (column.type() != ColumnType::text) continue;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            EXPECT_EQ(column.text(row), same.column(name).text(row)) << name;
        }
    }
}

TEST(SpanSurfaces, AreNullOutsideTheText) {
    const auto indexed = testing::indexed_of({"Köln"});
    const auto found =
        span_surfaces(indexed->corpus, rows_of({{.start = 1, .end = 3}, {.start = 1, .end = 5}}));
    EXPECT_EQ(found.column("surface").text(0), "öl");
    EXPECT_TRUE(found.column("surface").is_null(1));
}

TEST(UnitedMentions, KeepWhatOneSideHasOnOneSpan) {
    const auto indexed = testing::indexed_of({"Köln zahlt."});
    const auto both = given_mentions(
        indexed,
        rows_of({{.end = 4, .entity = "Cologne"}, {.end = 4, .entity = "Köln am Rhein"}}),
        Overlap::keep);
    const auto one =
        given_mentions(indexed,
                       rows_of({{.end = 4, .entity = "Cologne"}, {.start = 5, .end = 10}}),
                       Overlap::keep);
    const auto united_mentions = united(both.mentions, one.mentions);
    EXPECT_EQ(entities_of(united_mentions), (Names{"Cologne", "Köln am Rhein", "zahlt"}));
    EXPECT_EQ(united_mentions.excluded().at("in_both"), 1U);
}

}  // namespace
}  // namespace wortfeld::entity

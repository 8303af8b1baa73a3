#include "wortfeld/analysis/nearby.hpp"

#include "made_mentions.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wortfeld::analysis {
namespace {

using testing::given_of;
using testing::GivenRow;

/// A row for the first place of a text.
GivenRow row_of(const std::string& text, const std::string& surface, std::string kind) {
    const auto start = static_cast<std::int64_t>(text.find(surface));
    GivenRow row{.start = start,
                 .end = start + static_cast<std::int64_t>(surface.size()),
                 .kind = std::move(kind)};
    if (row.kind == "money") row.unit = surface.substr(surface.rfind(' ') + 1);
    return row;
}

/// The names near the first amount, as "name scope distance".
std::vector<std::string> near(const std::string& text,
                              const std::vector<std::string>& names,
                              const NearbyOptions& options = {}) {
    std::vector<GivenRow> rows{row_of(text, "5 Euro", "money")};
    for (const auto& name : names) rows.push_back(row_of(text, name, "person"));
    const auto mentions = given_of({text}, rows).mentions;
    Job job(1);
    const auto amounts = find_nearby(mentions, options, job);
    std::vector<std::string> found;
    for (const auto& name : amounts.at(0).names) {
        const auto& mention = mentions.all()[name.mention];
        found.push_back(std::string(mentions.alias(mention)) + " " +
                        std::string(name_of(name.scope)) + " " + std::to_string(name.distance));
    }
    return found;
}

using Found = std::vector<std::string>;

TEST(Nearby, OrdersByScopeThenDistance) {
    EXPECT_EQ(
        near("Ada zahlt, sagt Bo, 5 Euro bar an Cem. Dora lacht.", {"Ada", "Bo", "Cem", "Dora"}),
        (Found{"Cem clause 3", "Bo sentence 1", "Ada sentence 4", "Dora paragraph 4"}));
}

TEST(Nearby, StopsAtTheReachTheScopeAndTheTop) {
    const std::string text = "Ada und Bo zahlen heute 5 Euro. Dora lacht.";
    EXPECT_EQ(near(text, {"Ada", "Bo", "Dora"}, {.reach = 3}),
              (Found{"Bo clause 3", "Dora paragraph 1"}));
    EXPECT_EQ(near(text, {"Ada", "Dora"}, {.within = Scope::sentence}), (Found{"Ada clause 5"}));
    EXPECT_EQ(near(text, {"Ada", "Bo", "Dora"}, {.top = 1}), (Found{"Bo clause 3"}));
}

TEST(Nearby, NeverLeavesTheParagraph) {
    EXPECT_TRUE(near("Ada lacht laut und lange.\n\nEs kostet 5 Euro.", {"Ada"}).empty());
}

TEST(Nearby, TakesAmountsInBracketsForTheSameInAnotherUnit) {
    const std::string text = "Es kostet 5 Euro (rund 6 Dollar), dann 7 Dollar.";
    const auto mentions = given_of({text},
                                   {row_of(text, "5 Euro", "money"),
                                    row_of(text, "6 Dollar", "money"),
                                    row_of(text, "7 Dollar", "money")})
                              .mentions;
    Job job(1);
    const auto amounts = find_nearby(mentions, {}, job);
    ASSERT_EQ(amounts.size(), 2U);
    EXPECT_EQ(amounts[0].conversions, (std::vector<std::size_t>{1}));
    EXPECT_TRUE(amounts[1].conversions.empty());
}

TEST(Nearby, IsTheSameForAnyNumberOfThreads) {
    std::vector<std::string> texts(50, "Ada zahlt 5 Euro.");
    std::vector<GivenRow> rows;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        rows.push_back({.document = std::to_string(i), .start = 10, .end = 16, .kind = "money"});
        rows.push_back({.document = std::to_string(i), .start = 0, .end = 3});
    }
    const auto mentions = given_of(texts, rows).mentions;
    for (const auto threads : {1U, 7U}) {
        Job job(threads);
        const auto amounts = find_nearby(mentions, {}, job);
        ASSERT_EQ(amounts.size(), texts.size());
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            EXPECT_EQ(amounts[i].mention, 2 * i + 1);
            EXPECT_EQ(amounts[i].names.at(0).mention, 2 * i);
        }
    }
}

TEST(Scope, HasOnlyThreeNames) {
    EXPECT_THROW((void)scope_named("chapter"), Error);
}

}  // namespace
}  // namespace wortfeld::analysis

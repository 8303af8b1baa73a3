#include "wortfeld/stats/registry.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/stats/association.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace wortfeld::stats {
namespace {

Error lookup_error(std::string_view name) {
    try {
        (void)find_measure(name);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorKind::cancelled, "no error"};
}

TEST(Registry, FindsAMeasureByItsName) {
    EXPECT_EQ(find_measure("log_dice").score, &log_dice);
    EXPECT_EQ(find_measure("delta_p_a_given_b").score, &delta_p_a_given_b);
}

TEST(Registry, SuggestsTheNearestName) {
    const auto error = lookup_error("logdyce");
    EXPECT_EQ(error.kind(), ErrorKind::unknown_name);
    EXPECT_STREQ(error.what(), "unknown measure 'logdyce'; did you mean 'log_dice'?");
    ASSERT_EQ(error.details().suggestions.size(), 1U);
}

TEST(Registry, KnowsTheOtherNamesOfAMeasure) {
    EXPECT_EQ(lookup_error("LLR").details().suggestions.front(), "log_likelihood");
    EXPECT_EQ(lookup_error("g2").details().suggestions.front(), "log_likelihood");
    EXPECT_EQ(lookup_error("mutual information").details().suggestions.front(), "pmi");
    EXPECT_EQ(lookup_error("Tanimoto").details().suggestions.front(), "jaccard");
}

TEST(Registry, ListsWhatThereIsWhenNothingIsNear) {
    const std::string message = lookup_error("xyzzy").what();
    EXPECT_NE(message.find("'log_likelihood'"), std::string::npos) << message;
    EXPECT_NE(message.find("'delta_p_a_given_b'"), std::string::npos) << message;
}

TEST(Registry, GivesEachNameOnce) {
    std::set<std::string_view> names;
    for (const auto& measure : measures()) EXPECT_TRUE(names.insert(measure.name).second);
    EXPECT_EQ(names.size(), 10U);
}

TEST(Registry, LeavesNoTextEmpty) {
    for (const auto& measure : measures()) {
        EXPECT_NE(measure.score, nullptr) << measure.name;
        EXPECT_FALSE(to_text(measure.family).empty()) << measure.name;
        for (const auto text : {measure.formula,
                                measure.source,
                                measure.range,
                                measure.direction,
                                measure.zero,
                                measure.null_distribution}) {
            EXPECT_FALSE(text.empty()) << measure.name;
        }
    }
}

TEST(Registry, BecomesATable) {
    const auto table = measure_table();
    EXPECT_EQ(table.rows(), measures().size());
    ASSERT_EQ(table.columns().size(), 8U);
    EXPECT_EQ(table.column("name").text(0), "log_likelihood");
    EXPECT_EQ(table.column("family").text(1), "information");
    EXPECT_EQ(table.column("symmetric").booleans()[3], 0);
    EXPECT_EQ(measure_details().column("name").text(2), "npmi");
}

}  // namespace
}  // namespace wortfeld::stats

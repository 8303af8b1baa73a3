#include "wortfeld/base/suggest.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace wortfeld {
namespace {

using Names = std::vector<std::string>;

TEST(EditDistance, CountsStrokes) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("Chip", "Chip"), 0U);
    EXPECT_EQ(edit_distance("Chip", "Chips"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(EditDistance, CountsASwapOfNeighboursOnce) {
    EXPECT_EQ(edit_distance("Altamn", "Altman"), 1U);
}

TEST(EditDistance, CountsCodePointsAndNotBytes) {
    EXPECT_EQ(edit_distance("Grösse", "Größe"), 2U);
    EXPECT_EQ(edit_distance("über", "uber"), 1U);
    EXPECT_EQ(edit_distance("王智远", "王智"), 1U);
}

TEST(EditDistance, SurvivesIllFormedText) {
    EXPECT_EQ(edit_distance("a\xff", "a"), 1U);
}

TEST(NearNames, PutsTheNearestFirst) {
    const std::vector<std::string_view> known{"pmi", "log_ratio", "log_dice", "dice"};
    EXPECT_EQ(near_names("log_dise", known), (Names{"log_dice"}));
    EXPECT_EQ(near_names("dise", known), (Names{"dice"}));
}

TEST(NearNames, OverlooksCaseAndSeparators) {
    const std::vector<std::string_view> known{"log_dice", "Sam Altman", "NVIDIA"};
    EXPECT_EQ(near_names("logDice", known), (Names{"log_dice"}));
    EXPECT_EQ(near_names("Nvidia", known), (Names{"NVIDIA"}));
    EXPECT_EQ(near_names("sam-altman", known), (Names{"Sam Altman"}));
}

TEST(NearNames, FindsAPartOfAName) {
    const std::vector<std::string_view> known{"Sam Altman", "Jensen Huang"};
    EXPECT_EQ(near_names("Altman", known), (Names{"Sam Altman"}));
}

TEST(NearNames, GivesNoMoreThanAskedFor) {
    const std::vector<std::string_view> known{"aa1", "aa2", "aa3", "aa4"};
    EXPECT_EQ(near_names("aa0", known), (Names{"aa1", "aa2", "aa3"}));
    EXPECT_EQ(near_names("aa0", known, 1), (Names{"aa1"}));
}

TEST(NearNames, AreNoneForAStranger) {
    const std::vector<std::string_view> known{"pmi", "dice"};
    EXPECT_TRUE(near_names("jaccard", known).empty());
    EXPECT_TRUE(near_names("", known).empty());
    EXPECT_TRUE(near_names("ab", known).empty());
}

TEST(UnknownName, OffersWhatCouldHaveBeenMeant) {
    const std::vector<std::string_view> known{"sentence", "paragraph"};
    const auto error = unknown_name("context", "sentense", known);
    EXPECT_EQ(error.kind(), ErrorKind::unknown_name);
    EXPECT_STREQ(error.what(), "unknown context 'sentense'; did you mean 'sentence'?");
    EXPECT_EQ(error.details().suggestions, (Names{"sentence"}));
}

TEST(UnknownName, ListsAFewKnownNamesWhenNoneIsNear) {
    const std::vector<std::string_view> known{"sentence", "paragraph", "document"};
    EXPECT_STREQ(unknown_name("context", "zzz", known).what(),
                 "unknown context 'zzz'; known: 'sentence', 'paragraph' or 'document'");
    EXPECT_STREQ(unknown_name("context", "zzz", {}).what(), "unknown context 'zzz'");
}

}  // namespace
}  // namespace wortfeld

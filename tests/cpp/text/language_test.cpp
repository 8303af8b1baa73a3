#include "wortfeld/text/language.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace wortfeld::text {
namespace {

TEST(Language, IsFoundByItsPrimaryCodeInAnyCase) {
    EXPECT_EQ(language("de").code(), "de");
    EXPECT_EQ(&language("de-AT"), &language("DE"));
    EXPECT_EQ(&language("en-US"), &language("en"));
}

TEST(Language, WithoutAFileIsGeneric) {
    EXPECT_EQ(language("it").code(), "und");
    EXPECT_FALSE(language("it").has_rules());
    EXPECT_EQ(&language(""), &language("it"));
    EXPECT_EQ(language("it").find("month", "mai"), nullptr);
    EXPECT_TRUE(language("it").list("month").empty());
}

TEST(Language, FindsRowsByCategoryAndFormAndById) {
    const auto& german = language("de");
    ASSERT_NE(german.find("month", "märz"), nullptr);
    EXPECT_EQ(german.find("month", "märz")->value, "3");
    EXPECT_EQ(german.find("month", "march"), nullptr);
    EXPECT_EQ(german.find("no such category", "märz"), nullptr);
    const auto* row = german.find_id("month.maerz");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->form, "märz");
    EXPECT_EQ(german.find_id("month.smarch"), nullptr);
}

TEST(Language, FindsTheFirstOfTwoEqualForms) {
    static constexpr LanguageRow rows[] = {
        {"a.one", "a", "x", "1", ""},
        {"a.two", "a", "x", "2", ""},
    };
    const Language made("xx", rows);
    EXPECT_EQ(made.find("a", "x")->id, "a.one");
    EXPECT_EQ(made.list("a").size(), 2U);
}

TEST(Language, CodesAreSorted) {
    const auto codes = languages_with_rules();
    EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end()));
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "de"), 1);
    for (const auto code : codes) EXPECT_TRUE(language(code).has_rules()) << code;
}

TEST(Language, EveryFormIsFoldedAsTheLookUpFoldsIt) {
    for (const auto code : languages_with_rules()) {
        std::set<std::string_view> ids;
        for (const auto& row : language(code).rows()) {
            EXPECT_TRUE(ids.insert(row.id).second) << row.id;
            if (row.category == "rule") continue;
            EXPECT_EQ(fold(row.form), row.form) << row.id;
        }
    }
}

TEST(LanguageCode, IsWellFormedOrNot) {
    for (const auto* code : {"de", "de-AT", "zh-Hant-TW", "gsw", "en-US-posix1"}) {
        EXPECT_TRUE(is_well_formed_code(code)) << code;
    }
    for (const auto* code :
         {"", "-", "x", "de-", "-de", "de--AT", "d3", "german", "de_AT", "dé", "de AT"}) {
        EXPECT_FALSE(is_well_formed_code(code)) << code;
    }
}

}  // namespace
}  // namespace wortfeld::text

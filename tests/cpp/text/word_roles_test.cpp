#include "wortfeld/text/word_roles.hpp"

#include "wortfeld/text/language.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace wortfeld::text {
namespace {

constexpr std::pair<std::string_view, Role> categories[] = {
    {"abbreviation", Role::abbreviation},
    {"title", Role::title},
    {"month", Role::month},
    {"month_short", Role::month_short},
    {"ordinal_before", Role::ordinal_before},
    {"ordinal_noun", Role::ordinal_noun},
    {"sentence_start", Role::sentence_start},
    {"loud_name", Role::loud_name},
    {"timestamp_word", Role::timestamp_word},
};

TEST(WordRoles, AreThoseOfTheRowsOfEachLanguage) {
    for (const auto code : languages_with_rules()) {
        const auto& rules = language(code);
        for (const auto& row : rules.rows()) {
            const auto roles = rules.words().of(row.form);
            for (const auto& [category, role] : categories) {
                EXPECT_EQ(roles.has(role), rules.forms(category).contains(row.form)) << row.id;
            }
        }
    }
}

TEST(WordRoles, KnowWordsAsTheyStandInATextAndNoOthers) {
    const auto& words = language("de").words();
    EXPECT_EQ(words.of("MÄRZ").month->value, "3");
    EXPECT_EQ(words.of("Mär").month->value, "3");
    EXPECT_TRUE(words.has("Ｄｅｒ", Role::sentence_start));
    EXPECT_EQ(words.of("USW").abbreviation->value, "may_end");
    for (const auto* word : {"", "Unfug", "derdie"}) EXPECT_EQ(words.of(word).set, 0) << word;
    EXPECT_EQ(words.of(std::string(100'000, 'd')).set, 0);
}

TEST(WordRoles, OfAGenericLanguageAreEmpty) {
    const auto& words = language("it").words();
    EXPECT_EQ(words.of("le").set, 0);
    EXPECT_FALSE(words.knows(Role::ordinal_before));
}

}  // namespace
}  // namespace wortfeld::text

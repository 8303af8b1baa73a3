#include "wortfeld/quantity/lexicon.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace wortfeld::quantity {
namespace {

const Lexicon& german() {
    static const Lexicon lexicon(text::language("de"));
    return lexicon;
}

/// German as it is spelled, written without a look at the code under test.
std::string below_hundred(int number) {
    static const std::array<std::string, 20> small{
        "",         "ein",      "zwei",     "drei",     "vier",     "fünf",    "sechs",
        "sieben",   "acht",     "neun",     "zehn",     "elf",      "zwölf",   "dreizehn",
        "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
    static const std::array<std::string, 10> tens{"",
                                                  "",
                                                  "zwanzig",
                                                  "dreißig",
                                                  "vierzig",
                                                  "fünfzig",
                                                  "sechzig",
                                                  "siebzig",
                                                  "achtzig",
                                                  "neunzig"};
    const auto index = static_cast<std::size_t>(number);
    if (number < 20) return small[index];
    const auto& unit = small[index % 10];
    return unit.empty() ? tens[index / 10] : unit + "und" + tens[index / 10];
}

std::string below_thousand(int number) {
    const auto hundreds = number < 100 ? "" : below_hundred(number / 100) + "hundert";
    return hundreds + below_hundred(number % 100);
}

std::string spelled(int number) {
    auto word = number < 1000
                    ? below_thousand(number)
                    : below_thousand(number / 1000) + "tausend" + below_thousand(number % 1000);
    const bool one = number % 100 == 1;
    return one ? word + "s" : word;
}

TEST(NumberWords, AreReadUpToAMillion) {
    for (int number = 1; number < 1000000; number += number < 2000 ? 1 : 379) {
        const auto word = german().number_word(spelled(number));
        ASSERT_TRUE(word.has_value()) << spelled(number);
        ASSERT_EQ(word->value, Decimal(number)) << spelled(number);
    }
}

TEST(NumberWords, MayLeaveOutTheOneAndPutInAnUnd) {
    EXPECT_EQ(german().number_word("hundertfünfzehn")->value, Decimal(115));
    EXPECT_EQ(german().number_word("tausendundeins")->value, Decimal(1001));
    EXPECT_EQ(german().number_word("hundertundzwei")->value, Decimal(102));
    EXPECT_EQ(german().number_word("neunzehnhundertachtzig")->value, Decimal(1980));
    EXPECT_EQ(german().number_word("dreissig")->value, Decimal(30));
}

TEST(NumberWords, KnowWhatTheirEndingCounts) {
    const auto years = german().number_word("zehnjährige");
    ASSERT_TRUE(years && years->tail);
    EXPECT_EQ(years->value, Decimal(10));
    EXPECT_EQ(years->tail->category, Category::duration_suffix);
    EXPECT_EQ(german().number_word("fünfprozentiger")->tail->category, Category::percent_suffix);
    EXPECT_EQ(german().number_word("dreifache")->tail->category, Category::times_suffix);
}

TEST(NumberWords, AreNoOtherWords) {
    for (const auto* word : {"",
                             "und",
                             "zweifel",
                             "dreist",
                             "vierte",
                             "achtung",
                             "einhundund",
                             "hunderthundert",
                             "zwanzigdrei",
                             "dreiund",
                             "tausendtausend",
                             "zwanzighundert",
                             "einsicht",
                             "zehnte"}) {
        EXPECT_FALSE(german().number_word(word)) << word;
    }
}

}  // namespace
}  // namespace wortfeld::quantity

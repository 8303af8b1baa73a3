// Dates with several readings, dates that are none, and random texts of words of time.
#include "quantity/readings.hpp"
#include "wortfeld/quantity/calendar.hpp"
#include "wortfeld/text/language.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace wortfeld::quantity {
namespace {

const auto today = day_named("2026-03-12");

std::string alternatives_of(std::string_view text, std::string_view language) {
    const auto found = quantities_of(text, today, language);
    return found.size() == 1 ? found.front().alternatives : "not one date";
}

TEST(Alternatives, HoldTheOtherOrderOfDayAndMonth) {
    EXPECT_EQ(alternatives_of("Due 3/10/2026.", "en"), "2026-10-03");
    EXPECT_EQ(alternatives_of("Am 10/3/2026.", "de"), "2026-10-03");
    EXPECT_EQ(alternatives_of("Due 15/3/2026.", "en"), "");
    EXPECT_EQ(alternatives_of("Due 3/3/2026.", "en"), "");
}

TEST(Alternatives, HoldTheOtherYearThatWasNotWritten) {
    EXPECT_EQ(alternatives_of("On March 10 it rained.", "en"), "2027-03-10");
    EXPECT_EQ(alternatives_of("Am 24. Dezember brannte es.", "de"), "2026-12-24");
    EXPECT_EQ(alternatives_of("Im November fiel Schnee.", "de"), "2026-11");
    EXPECT_EQ(alternatives_of("On March 10, 2026 it rained.", "en"), "");
}

TEST(Alternatives, HoldTheWeekdayOfTheOtherWeek) {
    EXPECT_EQ(alternatives_of("See you next Friday.", "en"), "2026-03-20");
    EXPECT_EQ(alternatives_of("Er sprach am Montag.", "de"), "2026-03-16");
}

TEST(Dates, OfDaysThatDoNotExistAreNone) {
    for (const auto* text : {"Am 31.02.2025.",
                             "Am 31. Februar 2025.",
                             "Am 29.2.2025.",
                             "Am 0.0.2025.",
                             "Am 10.13.2025.",
                             "Am 2025-13-01.",
                             "Am 2025-00-10.",
                             "Am 99/99/2025.",
                             "In KW 54/2025."}) {
        for (const auto& quantity : quantities_of(text, today)) {
            EXPECT_NE(quantity.kind, QuantityKind::date) << text;
        }
    }
}

TEST(Dates, InNamesAndCodesAreNone) {
    for (const auto* text : {"Die Boeing 737 landet.",
                             "Drucksache 18/1 liegt vor.",
                             "Siehe BGBl. I S. 2942.",
                             "Das Zimmer 2025 ist frei.",
                             "ISBN 978-3-16-148410-0",
                             "Tel. 030/2025-1999",
                             "Das kostet 2000 Euro."}) {
        for (const auto& quantity : quantities_of(text, today)) {
            EXPECT_NE(quantity.kind, QuantityKind::date) << text;
        }
    }
}

TEST(Dates, BeyondTheYearsOneTo9999HaveNoDays) {
    for (const auto& [text, from] : {std::pair{"Letztes Jahr.", "0001-06-01"},
                                     std::pair{"Nächstes Jahrhundert.", "9999-06-01"}}) {
        const auto found = quantities_of(text, day_named(from));
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_FALSE(found.front().date_first) << text;
        EXPECT_EQ(found.front().timex, "") << text;
    }
}

TEST(Dates, OfEndlessDigitsAreNone) {
    std::string dots;
    for (int i = 0; i < 400; ++i) dots += "1.";
    EXPECT_NO_THROW(quantities_of(dots, today));
    EXPECT_NO_THROW(quantities_of(std::string(400, '9') + " years ago", today, "en"));
    EXPECT_NO_THROW(quantities_of("9999 centuries ago and 9999 Jahre später", today, "en"));
}

/// Words and marks of which texts about time are made, in both languages.
constexpr std::array words{
    "10",      ".",       "3",       "March",   "März",    "2026",   ",",       "bis",
    "to",      "of",      "the",     "last",    "letzte",  "year",   "Jahr",    "-",
    "/",       "31",      "Februar", "Q3",      "KW",      "53",     "quarter", "third",
    "drittes", "Quartal", "ago",     "vor",     "zwei",    "9999",   "century", "Jahrhundert",
    "21",      "1990er",  "1990s",   "Ende",    "end",     "Monday", "Montag",  "am",
    "on",      "since",   "seit",    "weekend", "FY2026",  "fiscal", "Sommer",  "summer",
    "v",       "Chr",     "0",       "29",      ":",       "T",      "'s",      "heute",
    "31st",    "next",    "month",   "Monats",  "decades", "in",     "später",  "00",
};

void expect_consistent(const std::string& text, const Quantity& quantity) {
    ASSERT_LE(quantity.span.end, text.size()) << text;
    ASSERT_LT(quantity.span.begin, quantity.span.end) << text;
    EXPECT_EQ(quantity.date_first.has_value(), quantity.date_last.has_value()) << text;
    if (!quantity.date_first || !quantity.date_last) return;
    EXPECT_LE(*quantity.date_first, *quantity.date_last) << text;
    // A TIMEX3 value of a day, month or year says which days they are.
    const auto first = day_period(*quantity.date_first).timex;
    const auto& timex = quantity.timex;
    const bool plain = timex.find_first_not_of("0123456789-") == std::string::npos;
    if (!plain || timex.size() < 4) return;
    EXPECT_EQ(first.substr(0, timex.size()), timex) << text;
}

void expect_consistent_all(const std::string& text, std::optional<Day> reference) {
    for (const auto* language : {"de", "en"}) {
        std::uint32_t end = 0;
        for (const auto& quantity : quantities_of(text, reference, language)) {
            EXPECT_GE(quantity.span.begin, end) << text;
            end = quantity.span.end;
            if (quantity.kind == QuantityKind::date) expect_consistent(text, quantity);
        }
    }
}

TEST(Dates, OfRandomWordsAreConsistentFromAnyDay) {
    std::mt19937 chance(20260312);
    const std::array references{std::optional<Day>{},
                                today,
                                day_named("0001-01-01"),
                                day_named("9999-12-31"),
                                day_named("2024-02-29")};
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            text += words[chance() % words.size()];
            if (chance() % 4 != 0) text += ' ';
        }
        expect_consistent_all(text, references[chance() % references.size()]);
    }
}

}  // namespace
}  // namespace wortfeld::quantity

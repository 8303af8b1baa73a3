#include "wortfeld/quantity/calendar.hpp"

#include <gtest/gtest.h>

namespace wortfeld::quantity {
namespace {

Day day(int year, int month, int number) {
    return day_of({.year = year, .month = month, .day = number});
}

TEST(Calendar, StartsOnAThursdayIn1970) {
    EXPECT_EQ(day(1970, 1, 1), 0);
    EXPECT_EQ(weekday(0), 4);
    EXPECT_EQ(weekday(-1), 3);
    EXPECT_EQ(day(2026, 3, 10), 20522);
    EXPECT_EQ(weekday(day(2026, 3, 10)), 2);
}

TEST(Calendar, CountsEveryDayOfFourThousandYearsOnce) {
    Day expected = day(1, 1, 1);
    for (int year = 1; year <= 4000; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int number = 1; number <= days_in_month(year, month); ++number) {
                const CivilDate date{.year = year, .month = month, .day = number};
                ASSERT_EQ(day_of(date), expected);
                ASSERT_EQ(civil_date(expected), date);
                ++expected;
            }
        }
    }
}

TEST(Calendar, KnowsLeapYears) {
    EXPECT_TRUE(is_leap_year(2024));
    EXPECT_TRUE(is_leap_year(2000));
    EXPECT_FALSE(is_leap_year(1900));
    EXPECT_FALSE(is_leap_year(2025));
}

TEST(Calendar, RefusesDaysThatDoNotExist) {
    EXPECT_TRUE(is_valid({.year = 2024, .month = 2, .day = 29}));
    EXPECT_FALSE(is_valid({.year = 2025, .month = 2, .day = 29}));
    EXPECT_FALSE(is_valid({.year = 2025, .month = 2, .day = 31}));
    EXPECT_FALSE(is_valid({.year = 2025, .month = 13, .day = 1}));
    EXPECT_FALSE(is_valid({.year = 2025, .month = 4, .day = 31}));
    EXPECT_FALSE(is_valid({.year = 0, .month = 1, .day = 1}));
}

TEST(Periods, AreWholeAndNamed) {
    EXPECT_EQ(months_period(2026, 2, 1),
              (Period{.first = day(2026, 2, 1), .last = day(2026, 2, 28), .timex = "2026-02"}));
    EXPECT_EQ(months_period(2026, 1, 3).timex, "2026-Q1");
    EXPECT_EQ(months_period(2026, 7, 6).timex, "2026-H2");
    EXPECT_EQ(months_period(2025, 1, 9).timex, "2025-01-01/2025-09-30");
    EXPECT_EQ(months_period(2026, 0, 1).timex, "2025-12");
    EXPECT_EQ(year_period(2025).timex, "2025");
    EXPECT_EQ(year_period(2025).last, day(2025, 12, 31));
    EXPECT_EQ(decade_period(1990).timex, "199");
    EXPECT_EQ(century_period(20).first, day(1901, 1, 1));
    EXPECT_EQ(century_period(20).last, day(2000, 12, 31));
}

TEST(Periods, PutAWinterInTheYearOfItsDecember) {
    const auto winter = season_period(2023, Season::winter);
    EXPECT_EQ(winter.first, day(2023, 12, 1));
    EXPECT_EQ(winter.last, day(2024, 2, 29));
    EXPECT_EQ(winter.timex, "2023-WI");
}

TEST(Periods, NumberWeeksAsIso8601) {
    EXPECT_EQ(week_period(day(2026, 1, 1)).timex, "2026-W01");
    EXPECT_EQ(week_period(day(2027, 1, 1)).timex, "2026-W53");
    EXPECT_EQ(week_period(day(2024, 12, 30)).timex, "2025-W01");
    EXPECT_EQ(week_period(day(2026, 3, 12)).first, day(2026, 3, 9));
    EXPECT_EQ(weekend_period(day(2026, 3, 12)).last, day(2026, 3, 15));
}

}  // namespace
}  // namespace wortfeld::quantity

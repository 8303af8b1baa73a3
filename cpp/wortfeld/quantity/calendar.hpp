// The Gregorian calendar in days since 1970-01-01, and the periods that texts speak of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace wortfeld::quantity {

using Day = std::int32_t;  ///< days since 1970-01-01, proleptic Gregorian

struct CivilDate {
    int year = 1970;
    int month = 1;  ///< 1 to 12
    int day = 1;    ///< 1 to 31
    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

bool is_leap_year(int year) noexcept;
int days_in_month(int year, int month) noexcept;
/// Years 1 to 9999, days that exist.
bool is_valid(const CivilDate& date) noexcept;
Day day_of(const CivilDate& date) noexcept;
CivilDate civil_date(Day day) noexcept;
int weekday(Day day) noexcept;  ///< 1 Monday to 7 Sunday

/// A stretch of calendar days, both ends included, with its TIMEX3 value.
struct Period {
    Day first = 0;
    Day last = 0;
    std::string timex;
    friend bool operator==(const Period&, const Period&) = default;
};

enum class Season : std::uint8_t { spring, summer, autumn, winter };

Period day_period(Day day);
Period week_period(Day day);     ///< the ISO week that holds the day: 2025-W43
Period weekend_period(Day day);  ///< Saturday and Sunday of that ISO week: 2025-W43-WE
/// `count` months from the first of `month` on, which may lie outside 1 to 12.
/// Whole quarters and halves of a year are named so: 2026-Q1, 2026-H1.
Period months_period(int year, int month, int count);
Period year_period(int year);
Period decade_period(int first_year);  ///< 1990 to 1999: 199
Period century_period(int number);     ///< the 20th: 1901 to 2000: 19
/// Meteorological seasons, three whole months; a winter belongs to the year of its December.
Period season_period(int year, Season season);
/// From the first day of one to the last of the other: 2025-05-14/2025-05-16.
Period interval(const Period& from, const Period& to);

}  // namespace wortfeld::quantity

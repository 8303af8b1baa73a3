#include "wortfeld/quantity/calendar.hpp"

#include <array>
#include <cstdio>

namespace wortfeld::quantity {
namespace {

constexpr int days_per_era = 146097;   // 400 years
constexpr int days_to_epoch = 719468;  // from 0000-03-01 to 1970-01-01
constexpr int thursday = 4;

std::string padded(int number, int width) {
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%0*d", width, number);
    return buffer.data();
}

int floor_divide(int a, int b) noexcept {
    return a / b - int{a % b != 0 && (a < 0) != (b < 0)};
}

std::string iso_text(const CivilDate& date) {
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string iso_week_text(Day day) {
    // A week belongs to the year of its Thursday.
    const Day middle = day - weekday(day) + thursday;
    const int year = civil_date(middle).year;
    const int week = (middle - day_of({.year = year, .month = 1, .day = 1})) / 7 + 1;
    return padded(year, 4) + "-W" + padded(week, 2);
}

}  // namespace

bool is_leap_year(int year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) noexcept {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    if (month == 2 && is_leap_year(year)) return 29;
    return days[static_cast<std::size_t>(month - 1)];
}

bool is_valid(const CivilDate& date) noexcept {
    return date.year >= 1 && date.year <= 9999 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

// Years are counted from 1 March, so that the leap day is the last of its year.
Day day_of(const CivilDate& date) noexcept {
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = floor_divide(year, 400);
    const int year_of_era = year - era * 400;
    const int month_from_march = (date.month + 9) % 12;
    const int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_per_era + day_of_era - days_to_epoch;
}

CivilDate civil_date(Day day) noexcept {
    const int shifted = day + days_to_epoch;
    const int era = floor_divide(shifted, days_per_era);
    const int day_of_era = shifted - era * days_per_era;
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {.year = year_of_era + era * 400 + int{month <= 2},
            .month = month,
            .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

int weekday(Day day) noexcept {
    // 1970-01-01 was a Thursday.
    const int from_monday = (day + thursday - 1) % 7;
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

Period day_period(Day day) {
    return {.first = day, .last = day, .timex = iso_text(civil_date(day))};
}

Period week_period(Day day) {
    const Day monday = day - weekday(day) + 1;
    return {.first = monday, .last = monday + 6, .timex = iso_week_text(day)};
}

Period weekend_period(Day day) {
    const auto week = week_period(day);
    return {.first = week.last - 1, .last = week.last, .timex = week.timex + "-WE"};
}

Period months_period(int year, int month, int count) {
    const int start = year * 12 + month - 1;
    const int end = start + count - 1;
    const CivilDate first{.year = floor_divide(start, 12), .month = start % 12 + 1, .day = 1};
    CivilDate last{.year = floor_divide(end, 12), .month = end % 12 + 1, .day = 1};
    last.day = days_in_month(last.year, last.month);
    Period period{.first = day_of(first), .last = day_of(last), .timex = padded(first.year, 4)};
    if (count == 1) {
        period.timex += "-" + padded(first.month, 2);
    } else if (count == 3 && first.month % 3 == 1) {
        period.timex += "-Q" + std::to_string(first.month / 3 + 1);
    } else if (count == 6 && first.month % 6 == 1) {
        period.timex += "-H" + std::to_string(first.month / 6 + 1);
    } else if (count != 12 || first.month != 1) {
        period.timex = iso_text(first) + "/" + iso_text(last);
    }
    return period;
}

Period year_period(int year) {
    return months_period(year, 1, 12);
}

Period decade_period(int first_year) {
    return {.first = day_of({.year = first_year, .month = 1, .day = 1}),
            .last = day_of({.year = first_year + 9, .month = 12, .day = 31}),
            .timex = padded(first_year / 10, 3)};
}

Period century_period(int number) {
    return {.first = day_of({.year = (number - 1) * 100 + 1, .month = 1, .day = 1}),
            .last = day_of({.year = number * 100, .month = 12, .day = 31}),
            .timex = padded(number - 1, 2)};
}

Period season_period(int year, Season season) {
    constexpr std::array<const char*, 4> names{"-SP", "-SU", "-FA", "-WI"};
    const auto index = static_cast<int>(season);
    auto period = months_period(year, 3 + 3 * index, 3);
    period.timex = padded(year, 4) + names[static_cast<std::size_t>(index)];
    return period;
}

Period interval(const Period& from, const Period& to) {
    return {.first = from.first,
            .last = to.last,
            .timex = iso_text(civil_date(from.first)) + "/" + iso_text(civil_date(to.last))};
}

}  // namespace wortfeld::quantity

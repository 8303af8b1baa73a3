// Years, quarters and months beside the date that was named before: Vorjahr, Jahr davor, Folgejahr.
#include "wortfeld/quantity/dates_units.hpp"

#include <algorithm>
#include <cstdlib>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t near = 1;  // a date is named just before in its sentence and the next
constexpr std::string_view last = " last";    // counts from the last date of any kind: Jahr davor
constexpr std::string_view final = " final";  // at the end of a clause: the year before

/// The number behind the letter of "Q -4 final", 0 if there is none.
int offset_of(std::string_view unit) {
    for (const auto suffix : {last, final}) {
        if (unit.ends_with(suffix)) unit.remove_suffix(suffix.size());
    }
    auto digits = unit.substr(std::min(unit.find(' '), unit.size() - 1) + 1);
    const bool back = digits.starts_with('-');
    if (back) digits.remove_prefix(1);
    const auto number = Decimal::parse(digits);
    return number ? number->small_integer().value_or(0) * (back ? -1 : 1) : 0;
}

/// The days that the longest period of a unit has: a longer date has no one unit beside it.
int most_days(std::string_view unit) {
    switch (unit.front()) {
        case 'Y':
            return 366;
        case 'Q':
            return 92;
        case 'M':
            return 31;
        default:
            return 7;
    }
}

}  // namespace

bool is_neighbour(std::string_view unit) {
    return offset_of(unit) != 0;
}

std::optional<Period> unit_around(std::string_view unit, Day day) {
    const bool known = unit.find_first_of("YMQW") == 0;
    return known ? unit_period(unit.substr(0, unit.find(' ')), day, offset_of(unit)) : std::nullopt;
}

Period weekday_period(Day day, int number, std::optional<int> offset, bool future) {
    const int today = weekday(day);
    if (offset && *offset == 0) return day_period(day - today + number);
    const int back = (today - number + days_in_week) % days_in_week;
    const int farther = offset ? days_in_week * (std::abs(*offset) - 1) : 0;
    if (offset && *offset < 0) return day_period(day - (back == 0 ? days_in_week : back) - farther);
    const int ahead = days_in_week - back;
    if (offset) return day_period(day + ahead + farther);
    return day_period(future && back != 0 ? day + ahead : day - back);
}

std::optional<Period> neighbour_period(std::string_view unit, const DateContext& context) {
    const bool any = unit.ends_with(last);
    const auto& told = any ? context.anchor : context.named;
    const auto lines = any ? context.lines_since_anchor : context.lines_since_named;
    const bool fits = told && lines <= near && told->last - told->first < most_days(unit);
    auto period = fits ? unit_around(unit, told->first) : std::nullopt;
    if (period && time_of(context) != Time::past) return period;
    const auto& today = context.reference.day();
    // "Bis 2030 soll er steigen. Im Vorjahr sank er."
    if (!today || (period && period->last <= *today)) return period;
    return unit_around(unit, *today);
}

}  // namespace wortfeld::quantity

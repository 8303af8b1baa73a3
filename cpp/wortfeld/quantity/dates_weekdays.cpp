#include "wortfeld/quantity/dates_weekdays.hpp"

#include <cstdlib>

namespace wortfeld::quantity {

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

const Sense* weekday_name(const Line& line, std::size_t position) {
    const auto* day = line.sense(position, Category::weekday);
    const bool whole = day != nullptr && !day->value.ends_with(" short");
    return whole && line.can_be_noun(position) ? day : nullptr;
}

Day nearest_weekday(Day day, int number) {
    const int back = (weekday(day) - number + days_in_week) % days_in_week;
    return day - (back > days_in_week / 2 ? back - days_in_week : back);
}

}  // namespace wortfeld::quantity

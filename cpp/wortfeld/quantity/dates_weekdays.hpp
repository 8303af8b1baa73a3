// Weekdays: their names, and which day one is.
#pragma once

#include "wortfeld/quantity/calendar.hpp"
#include "wortfeld/quantity/dates_units.hpp"
#include "wortfeld/quantity/line.hpp"

#include <cstddef>

namespace wortfeld::quantity {

/// The name of a weekday, not its abbreviation; or null.
const Sense* weekday_name(const Line& line, std::size_t position);
/// The weekday of "heute, Freitag": the one nearest to the day that the word beside it means.
Day nearest_weekday(Day day, int number);
/// A weekday without a date: that beside "heute", every one behind "jeden", else the last or, in a
/// clause that speaks of the future, the next one.
DateMatch weekday_alone(const Line& line,
                        std::size_t begin,
                        const Sense& day,
                        const DateContext& context);

}  // namespace wortfeld::quantity

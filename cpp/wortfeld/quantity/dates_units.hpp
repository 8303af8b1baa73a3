// Units of time and the periods of the calendar that they name.
#pragma once

#include "wortfeld/quantity/dates.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wortfeld::quantity {

inline constexpr int days_in_week = 7;

/// The letters of TIMEX3 in the value of a time_unit row: the Y of "Y singular".
inline std::string_view letters_of(const Sense& unit) {
    return unit.value.substr(0, unit.value.find(' '));
}
/// What else the value of such a row says.
inline bool is_plural(const Sense& unit) {
    return unit.value.find("plural") != std::string_view::npos;
}
inline bool is_fiscal(const Sense& unit) {
    return unit.value.ends_with("fiscal");
}
/// The TIMEX3 value of a length of time: P3Y, and PT3H of the letters TH.
inline std::string length_of(std::string_view amount, std::string_view letters) {
    const bool clock = letters.starts_with('T');
    return std::string(clock ? "PT" : "P").append(amount).append(letters.substr(clock ? 1 : 0));
}
/// The period of a unit around a day, `offset` units away. Nothing for units without a calendar.
std::optional<Period> unit_period(std::string_view unit, Day day, int offset);
/// "Y", "Q -4" of a part_noun row: the calendar unit around a day, so many units away.
std::optional<Period> unit_around(std::string_view unit, Day day);
/// Whether such a unit lies beside another date: "Q -4", but not "Y" and "Y 0".
bool is_neighbour(std::string_view unit);

/// The day so many years or weeks from one that was read: gestern vor 80 Jahren.
MaybeDate read_anniversary(const Line& line, const DateMatch& day);

/// The weekday before or after a day, the first one or so many weeks farther, or that of its week
/// with no offset; without a direction the last one until then.
Period weekday_period(Day day, int number, std::optional<int> offset, bool future);

}  // namespace wortfeld::quantity

// Lengths of time as a clock shows them, and what their units are made of.
#pragma once

#include "wortfeld/quantity/dates.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace wortfeld::quantity {

/// The units of a length of several parts, from coarse to fine; the clock begins with hours.
inline constexpr std::array<std::string_view, 7> duration_units{
    "Y", "M", "W", "D", "TH", "TM", "TS"};

/// The place of a unit among them, their number if it is none.
std::size_t fineness(std::string_view unit) noexcept;
/// Whether the unit is an abbreviation: Min, Std.
bool is_short(const Sense& unit) noexcept;
/// Behind the full stop of "20 Min.", unless the sentence ends with it.
std::size_t after_stop(const Line& line, const Sense& unit, std::size_t end);
/// "2:04 Stunden", "10:18 Minuten", "1:19:57 Stunden", "2:10,13 Minuten".
MaybeDate read_clocked(const Line& line, std::size_t begin);

}  // namespace wortfeld::quantity

// Whole months of a year that is written or implied: months, quarters, halves.
#pragma once

#include "wortfeld/quantity/dates.hpp"

#include <string>

namespace wortfeld::quantity {

/// Months of a year, or of the year that is implied.
struct Months {
    int first = 1;
    int count = 1;
};

/// The TIMEX3 value without the year: XXXX-02, XXXX-Q1, XXXX-01/XXXX-05.
std::string unknown_timex(const Months& months);
/// Sets end, period and rule from the year behind `match.end` or the one implied.
void add_year(const Line& line, const Months& months, const DateContext& context, DateMatch& match);

}  // namespace wortfeld::quantity

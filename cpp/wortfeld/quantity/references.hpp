// Numbers that name a place in a list instead of counting: Artikel 5, § 3 Abs. 2, Hauptstraße 12.
#pragma once

#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/counted.hpp"
#include "wortfeld/quantity/line.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// "26 B. Ingenieurbau": whether the letter of the next part of a list stands behind a number.
bool is_before_letter(const Line& line, std::size_t end);
/// "between 3 and 12 of September": two days.
bool is_range_of_days(const Line& line, const Amount& amount);
/// Whether bare digits go on a list that begins right behind a noun: the 4 of "Bildern 1, 3 und 4".
bool is_in_named_list(const Line& line, std::size_t begin);

/// The word right before a number that makes it the name of a place in a list: Nr. 5, BGBl. I 12.
const Sense* label_before(const Line& line, std::size_t position);
/// "10 Downing Street": whether digits are a house number before the name of its street; not where
/// a noun behind the street is counted (10 Wall Street banks).
bool is_before_street(const Line& line, std::size_t position);
/// Whether a label or a street stands before the number at a position, perhaps with other numbers
/// between them (Nr. 5, 6 und 7). What it counts, if anything, decides after weak labels.
bool is_labelled(const Line& line, std::size_t position, const std::optional<Counted>& counted);

/// The sign between the factors of "1.440 x 2.560 Pixel".
bool is_times(const Line& line, std::size_t position);

}  // namespace wortfeld::quantity

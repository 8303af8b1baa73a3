// Decimals in words: "zwei Komma fünf", "two point two five".
#pragma once

#include "wortfeld/quantity/amounts.hpp"

#include <cstddef>

namespace wortfeld::quantity {

/// Adds the decimals spoken behind a whole number; false where something else stands behind the
/// word for the mark, and the number is no reading of its own.
bool add_decimals(const Line& line, Amount& amount);
/// Whether a position is behind the word for the mark and a whole number before that.
bool is_behind_decimal_word(const Line& line, std::size_t begin);

}  // namespace wortfeld::quantity

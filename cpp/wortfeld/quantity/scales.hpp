// Magnitudes behind a number: tausend, Mio., billion.
#pragma once

#include "wortfeld/quantity/line.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// The magnitude word at a position, its full stop included where it is an abbreviation.
struct Scale {
    Decimal factor;
    std::size_t end = 0;
};
std::optional<Scale> read_scale(const Line& line, std::size_t position);

/// What a word multiplies by that stands in one token with the digits before it, on the tokens
/// [begin, end): the bn of 2.5bn. Those that may be a unit too (5m) need a currency beside them or,
/// by their value, a sentence that speaks of no length (11m people).
std::optional<Decimal> magnitude_of(const Line& line,
                                    const Word& word,
                                    std::size_t begin,
                                    std::size_t end);

/// Whether a currency sign, code or name stands right before `begin` or at `end`.
bool is_beside_currency(const Line& line, std::size_t begin, std::size_t end);

}  // namespace wortfeld::quantity

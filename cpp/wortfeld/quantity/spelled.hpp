// Numbers that a language spells in several words: two hundred and twenty-five thousand.
#pragma once

#include "wortfeld/quantity/line.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// A number in words from a position to `end`.
struct Spelled {
    std::size_t end = 0;
    Decimal value;
    Decimal coefficient;         ///< the value before its last magnitude
    Decimal scale = Decimal(1);  ///< that magnitude
    bool scaled = false;         ///< has a magnitude: hundred, thousand, million
    bool article = false;        ///< starts with the article, which stands for one: a hundred
};

/// The longest number in words that starts at a position, in a language that spells numbers in
/// several words. Nothing for an article or a magnitude alone.
std::optional<Spelled> read_spelled(const Line& line, std::size_t begin);

}  // namespace wortfeld::quantity

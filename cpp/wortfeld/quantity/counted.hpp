// What an amount counts: the noun or unit behind it.
#pragma once

#include "wortfeld/quantity/line.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// The tokens of the thing that is counted, its adjectives left out.
struct Counted {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool direct = false;  ///< no adjective between the amount and it
};

/// The noun behind an amount that ends at `end`, up to three adjectives skipped, or its unit of
/// measure: "31 Unternehmen", "zwei kontra-intuitive Phänomene", "5 km".
std::optional<Counted> find_counted(const Line& line, std::size_t end);

/// Whether a noun says what is counted: not the singular of "von 1879 bis 1955 Professor".
bool is_countable(const Line& line, const Counted& counted);

/// "davon 1200 in Köln", "1950 davon", "1950 of them": a part of what was counted before.
bool is_share(const Line& line, std::size_t begin, std::size_t end);

}  // namespace wortfeld::quantity

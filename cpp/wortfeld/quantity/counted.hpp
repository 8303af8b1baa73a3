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

}  // namespace wortfeld::quantity

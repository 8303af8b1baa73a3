// Words around a quantity that limit it: über, rund, bis zu, seit, oder mehr.
#pragma once

#include "wortfeld/quantity/line.hpp"
#include "wortfeld/quantity/quantity.hpp"

#include <cstddef>

namespace wortfeld::quantity {

/// What kind of thing is limited, which decides about the words that can limit it.
enum class Limited : std::uint8_t { amount, duration, calendar };

/// The modifier of what stands on the tokens [begin, end): the outermost of those found, none if
/// there is none.
Modifier find_modifier(const Line& line, std::size_t begin, std::size_t end, Limited limited);

}  // namespace wortfeld::quantity

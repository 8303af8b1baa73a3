// Amounts that leave their unit to a later one: "5 oder 6 Millionen Euro", "von 3 auf 5 Prozent".
#pragma once

#include "wortfeld/quantity/amounts.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// An amount and the one behind it that has the unit of both. Where only the second has a
/// magnitude, `from` is multiplied by it.
struct Shared {
    Amount from;
    Amount to;
};

/// The amount at a position, if it is joined to a later one as in "von 8,4 auf 9,1 Milliarden
/// Euro", "drei, vier oder fünf Prozent", "100 bis höchstens 200 Euro" or "auf 16,4, die Union auf
/// 28,5 Prozent". The caller looks for the unit behind `to`; without one nothing is shared.
/// `range` is what `read_range` finds at the position.
std::optional<Shared> read_shared(const Line& line, std::size_t begin, const MaybeAmount& range);

/// The amounts that begin at one position: read once for all kinds of quantities.
struct Amounts {
    MaybeAmount range;             ///< what `read_range` finds
    std::optional<Shared> shared;  ///< what `read_shared` finds
};
Amounts read_amounts(const Line& line, std::size_t begin);

}  // namespace wortfeld::quantity

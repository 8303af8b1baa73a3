// Pairs of items that share a unit only as readings of one place or as parts, which is no meeting.
#pragma once

#include "wortfeld/analysis/network.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::analysis {

/// The pairs that do not meet in a unit, because every mention of the one overlaps every mention of
/// the other there: the candidates of an ambiguous name, a name within another. `units` are those
/// in which mentions overlap, `items` gives the items of each. Ascending.
std::vector<Apart> pairs_apart(const Network& network,
                               std::span<const std::uint32_t> units,
                               const std::vector<std::vector<std::uint32_t>>& items);

}  // namespace wortfeld::analysis

// Spans that compete for a place in the text, and which of them stay.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/entity/policies.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::entity {

/// A span that is a name (of one or several entities) or a quantity.
struct Slot {
    ByteSpan span;
    std::uint32_t priority = 0;  ///< of a name: its first alias; of a quantity: its number
    bool is_quantity = false;
    std::uint32_t first = 0;  ///< of a name: [first, last) of the sorted candidates
    std::uint32_t last = 0;
    std::uint32_t level = 0;  ///< 0: beside the others; 1: within or across one of level 0
};

/// The slots that stay, by start, then longest, then level; `dropped` counts the others.
struct ChosenSlots {
    std::vector<Slot> slots;
    std::uint64_t dropped = 0;
};

/// Decides between slots that overlap; those of level 0 do not.
ChosenSlots choose_slots(std::vector<Slot> slots, const Policies& policies);

}  // namespace wortfeld::entity

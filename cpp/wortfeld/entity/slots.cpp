#include "wortfeld/entity/slots.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace wortfeld::entity {
namespace {

bool is_leftmost_longest(const Slot& a, const Slot& b) {
    const auto rank = [](const Slot& slot) {
        return std::tuple(slot.span.begin, ~slot.span.end, slot.is_quantity, slot.priority);
    };
    return rank(a) < rank(b);
}

bool is_longer(const Slot& a, const Slot& b) {
    const auto rank = [](const Slot& slot) {
        return std::tuple(~slot.span.size(), slot.span.begin, slot.is_quantity, slot.priority);
    };
    return rank(a) < rank(b);
}

bool is_before_in_gazetteer(const Slot& a, const Slot& b) {
    const auto rank = [](const Slot& slot) {
        return std::tuple(slot.is_quantity, slot.priority, slot.span.begin, ~slot.span.end);
    };
    return rank(a) < rank(b);
}

using Order = bool (*)(const Slot&, const Slot&);

Order order_of(Resolve resolve) {
    if (resolve == Resolve::longest) return is_longer;
    return resolve == Resolve::priority ? is_before_in_gazetteer : is_leftmost_longest;
}

/// Spans that do not overlap, by their start.
class Taken {
  public:
    /// Takes the span if it is free.
    bool take(ByteSpan span) {
        const auto next = spans_.lower_bound(span.begin);
        if (next != spans_.end() && next->first < span.end) return false;
        if (next != spans_.begin() && std::prev(next)->second > span.begin) return false;
        spans_.emplace_hint(next, span.begin, span.end);
        return true;
    }

    /// Whether the span lies within one of them.
    [[nodiscard]] bool contains(ByteSpan span) const {
        const auto next = spans_.upper_bound(span.begin);
        return next != spans_.begin() && std::prev(next)->second >= span.end;
    }

  private:
    std::map<std::uint32_t, std::uint32_t> spans_;
};

/// Sorted by leftmost-longest each slot needs a look at the last one only.
ChosenSlots choose_leftmost_longest(const std::vector<Slot>& slots) {
    ChosenSlots chosen;
    std::uint32_t free_from = 0;
    for (const auto& slot : slots) {
        if (slot.span.begin < free_from) {
            ++chosen.dropped;
            continue;
        }
        free_from = slot.span.end;
        chosen.slots.push_back(slot);
    }
    return chosen;
}

}  // namespace

ChosenSlots choose_slots(std::vector<Slot> slots, const Policies& policies) {
    auto* const is_before = order_of(policies.resolve);
    std::sort(slots.begin(), slots.end(), is_before);
    const auto keeps_all = policies.resolve == Resolve::all;
    if (is_before == is_leftmost_longest && !keeps_all && !policies.nested) {
        return choose_leftmost_longest(slots);
    }
    Taken taken;
    for (auto& slot : slots) slot.level = taken.take(slot.span) ? 0 : 1;
    ChosenSlots chosen;
    for (const auto& slot : slots) {
        if (slot.level == 0 || keeps_all || (policies.nested && taken.contains(slot.span))) {
            chosen.slots.push_back(slot);
        } else {
            ++chosen.dropped;
        }
    }
    std::stable_sort(chosen.slots.begin(), chosen.slots.end(), is_leftmost_longest);
    return chosen;
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/slots.hpp"

#include <gtest/gtest.h>

namespace wortfeld::entity {
namespace {

Slot name(std::uint32_t begin, std::uint32_t end, std::uint32_t priority) {
    return {.span = {begin, end}, .priority = priority};
}

std::vector<ByteSpan> spans_of(const ChosenSlots& chosen) {
    std::vector<ByteSpan> spans;
    for (const auto& slot : chosen.slots) spans.push_back(slot.span);
    return spans;
}

TEST(Slots, OfThoseThatOverlapTheFirstAndLongestStays) {
    const auto chosen = choose_slots({name(0, 4, 0), name(0, 9, 1), name(5, 12, 2)}, {});
    EXPECT_EQ(spans_of(chosen), (std::vector<ByteSpan>{{0, 9}}));
    EXPECT_EQ(chosen.dropped, 2U);
}

TEST(Slots, ThoseThatTouchDoNotOverlap) {
    EXPECT_EQ(choose_slots({name(4, 8, 0), name(0, 4, 1)}, {}).slots.size(), 2U);
}

TEST(Slots, TheLongestOrTheFirstOfTheListWinsOnRequest) {
    const std::vector slots{name(0, 6, 2), name(5, 12, 1), name(11, 13, 0)};
    EXPECT_EQ(spans_of(choose_slots(slots, {.resolve = Resolve::longest})),
              (std::vector<ByteSpan>{{5, 12}}));
    EXPECT_EQ(spans_of(choose_slots(slots, {.resolve = Resolve::priority})),
              (std::vector<ByteSpan>{{0, 6}, {11, 13}}));
}

TEST(Slots, WhatLiesWithinStaysOneLevelDownIfAskedFor) {
    const auto chosen =
        choose_slots({name(0, 9, 0), name(3, 6, 1), name(8, 11, 2)}, {.nested = true});
    ASSERT_EQ(chosen.slots.size(), 2U);
    EXPECT_EQ(chosen.slots[1].level, 1U);
    EXPECT_EQ(chosen.dropped, 1U);
    EXPECT_EQ(choose_slots({name(0, 9, 0), name(8, 11, 2)}, {.resolve = Resolve::all}).dropped, 0U);
}

}  // namespace
}  // namespace wortfeld::entity

#include "wortfeld/base/block.hpp"

#include "wortfeld/base/growing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <new>
#include <utility>
#include <vector>

namespace wortfeld {
namespace {

/// Heap, pages and huge pages, up and down, whole pages and a byte more or less.
const std::vector<std::size_t> sizes{1,
                                     100,
                                     (1U << 17) - 1,
                                     1U << 17,
                                     (1U << 17) + 1,
                                     (1U << 20) + 5000,
                                     (1U << 21) - 1,
                                     1U << 21,
                                     5U << 20,
                                     33U << 20,
                                     (33U << 20) + 1,
                                     3U << 20,
                                     1U << 17,
                                     7};

unsigned char mark_of(std::size_t position) {
    return static_cast<unsigned char>(position * 31 + position / 251);
}

TEST(Block, KeepsWhatBothSizesHaveRoomFor) {
    Block block;
    std::size_t written = 0;
    for (const auto size : sizes) {
        block.resize(size);
        ASSERT_GE(block.size(), size);
        auto* const bytes = static_cast<unsigned char*>(block.data());
        const auto kept = std::min(written, size);
        for (std::size_t i = 0; i < kept; ++i) ASSERT_EQ(bytes[i], mark_of(i)) << i << " " << size;
        for (std::size_t i = kept; i < size; ++i) bytes[i] = mark_of(i);
        written = size;
    }
}

TEST(Block, MovesWithItsBytes) {
    for (const auto size : sizes) {
        Block one;
        one.resize(size);
        static_cast<unsigned char*>(one.data())[size - 1] = 7;
        Block other(std::move(one));
        Block third;
        third.resize(3);
        third = std::move(other);
        EXPECT_EQ(static_cast<const unsigned char*>(third.data())[size - 1], 7);
    }
}

TEST(Block, SaysWhenThereIsNotSoMuchMemoryAndKeepsItsOwn) {
    Block block;
    block.resize(1U << 22);
    static_cast<unsigned char*>(block.data())[0] = 9;
    EXPECT_THROW(block.resize(std::numeric_limits<std::ptrdiff_t>::max() / 2), std::bad_alloc);
    EXPECT_EQ(block.size(), 1U << 22);
    EXPECT_EQ(static_cast<const unsigned char*>(block.data())[0], 9);
}

TEST(Growing, EndsAsAnArrayOfWhatWasPushed) {
    constexpr std::uint32_t count = 3'000'000;
    Growing<std::uint32_t> growing;
    for (std::uint32_t i = 0; i < count; ++i) growing.push(i * 3);
    const auto array = std::move(growing).finish();
    ASSERT_EQ(array.size(), count);
    for (std::uint32_t i = 0; i < count; ++i) ASSERT_EQ(array.at(i), i * 3);
}

TEST(Growing, StartsAgainWhenCleared) {
    Growing<std::uint32_t> growing;
    for (std::uint32_t i = 0; i < 100'000; ++i) growing.push(i);
    growing.clear();
    EXPECT_TRUE(growing.empty());
    growing.push(5);
    EXPECT_EQ(growing.size(), 1U);
    EXPECT_EQ(growing.back(), 5U);
}

}  // namespace
}  // namespace wortfeld

#include "wortfeld/base/checksum.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld {
namespace {

std::uint64_t of(std::string_view text) {
    return checksum(std::as_bytes(std::span(text)));
}

TEST(Checksum, EqualsPublishedValuesOfXxh64) {
    EXPECT_EQ(of(""), 0xEF46DB3751D8E999ULL);
    EXPECT_EQ(of("a"), 0xD24EC4F1A98C6E5BULL);
    EXPECT_EQ(of("abc"), 0x44BC2CF5AD770999ULL);
    EXPECT_EQ(of("Nobody inspects the spammish repetition"), 0xFBCEA83C8A378BF1ULL);
}

TEST(Checksum, ChangesWithEveryBitOfEveryLength) {
    for (std::size_t size = 0; size < 80; ++size) {
        std::string text(size, 'x');
        std::set<std::uint64_t> seen{of(text)};
        for (std::size_t bit = 0; bit < size * 8; ++bit) {
            auto flipped = text;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            EXPECT_TRUE(seen.insert(of(flipped)).second) << "bit " << bit << " of " << size;
        }
    }
}

TEST(Checksum, DoesNotCareWhereTheBytesLie) {
    const std::string text =
        "sixty-four bytes and some more, so that all lanes have their turn, twice";
    for (std::size_t shift = 0; shift < 8; ++shift) {
        const auto moved = std::string(shift, ' ') + text;
        EXPECT_EQ(of(std::string_view(moved).substr(shift)), of(text));
    }
}

}  // namespace
}  // namespace wortfeld

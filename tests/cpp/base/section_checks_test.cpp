#include "wortfeld/base/section_checks.hpp"

#include "wortfeld/base/ids.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace wortfeld {
namespace {

template <typename T, typename Check>
bool passes(const std::vector<T>& values, Check check, std::size_t begin = 0) {
    const auto run = check_of(std::span<const T>(values), check);
    return !run(begin, values.size());
}

TEST(SectionChecks, KeepIdsBelowTheirLimit) {
    EXPECT_TRUE(passes<std::uint32_t>({0, 6, 3}, Below{7}));
    EXPECT_FALSE(passes<std::uint32_t>({0, 7, 3}, Below{7}));
    EXPECT_FALSE(passes<TermId>({TermId{0xFFFFFFFF}}, Below{7}));
    EXPECT_FALSE(passes<std::uint8_t>({0}, Below{0}));
}

TEST(SectionChecks, KeepOffsetsInOrderAcrossBlocks) {
    EXPECT_TRUE(passes<std::uint64_t>({0, 0, 5, 5, 9}, Ascending{9}));
    EXPECT_FALSE(passes<std::uint64_t>({0, 0, 5, 5, 9}, Ascending{8}));
    EXPECT_FALSE(passes<std::uint64_t>({0, 6, 5}, Ascending{9}));
    EXPECT_FALSE(passes<std::uint64_t>({0, 6, 5}, Ascending{9}, 2)) << "the block begins with 5";
    EXPECT_TRUE(passes<std::uint64_t>({7, 6, 8}, Ascending{9}, 2));
}

TEST(SectionChecks, FindIllFormedTextWhereverABlockBegins) {
    const std::string text = "aäß€𝄞Ω";
    const std::vector<char> sound(text.begin(), text.end());
    const auto check = check_of(std::span<const char>(sound), WellFormed{});
    for (std::size_t begin = 0; begin <= sound.size(); ++begin) {
        for (auto end = begin; end <= sound.size(); ++end) EXPECT_FALSE(check(begin, end));
    }
    for (std::size_t at = 0; at < sound.size(); ++at) {
        auto damaged = sound;
        damaged[at] = '\xFF';
        const auto find = check_of(std::span<const char>(damaged), WellFormed{});
        EXPECT_TRUE(find(0, damaged.size()));
        EXPECT_TRUE(find(0, at) || find(at, damaged.size())) << at;
    }
    const std::vector<char> endless(100000, '\x80');
    EXPECT_TRUE(check_of(std::span<const char>(endless), WellFormed{})(50000, 50001));
}

}  // namespace
}  // namespace wortfeld

#include "wortfeld/base/transcode.hpp"

#include "wortfeld/base/utf8.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wortfeld::utf8 {
namespace {

template <typename Unit>
std::string transcoded(const std::vector<Unit>& units) {
    std::string text = "before";
    EXPECT_FALSE(append(text, std::span<const Unit>(units)));
    return text.substr(6);
}

TEST(Transcode, WritesEveryCodePointAsUtf8DoesAtEveryPlaceOfAStep) {
    std::vector<std::uint32_t> all;
    std::string expected;
    for (std::uint32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        all.push_back(code_point);
        append(expected, static_cast<char32_t>(code_point));
    }
    EXPECT_EQ(transcoded(all), expected);
}

TEST(Transcode, FormsOfOneAndTwoBytesGiveTheSame) {
    std::vector<std::uint8_t> latin;
    std::vector<std::uint16_t> basic;
    std::vector<std::uint32_t> full;
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        const auto code_point = i % 11 == 0 ? i % 256 : 'a' + i % 26;
        latin.push_back(static_cast<std::uint8_t>(code_point));
        basic.push_back(static_cast<std::uint16_t>(code_point));
        full.push_back(code_point);
    }
    EXPECT_EQ(transcoded(latin), transcoded(full));
    EXPECT_EQ(transcoded(basic), transcoded(full));
    EXPECT_EQ(length(transcoded(latin)), latin.size());
}

TEST(Transcode, StopsAtALoneSurrogateAndAboveTheLastCodePoint) {
    for (const std::size_t place : {0U, 7U, 8U, 4095U, 4096U, 5000U}) {
        std::vector<std::uint16_t> units(6000, 'x');
        units[place] = 0xDC80;
        std::string text;
        EXPECT_EQ(append(text, std::span<const std::uint16_t>(units)), place);
        EXPECT_EQ(text, std::string(place, 'x'));
    }
    std::string text;
    EXPECT_EQ(append(text, std::span<const std::uint32_t>({{'a', 0x110000}})), 1U);
}

TEST(Transcode, AppendsNothingForNothing) {
    EXPECT_EQ(transcoded(std::vector<std::uint8_t>{}), "");
    EXPECT_EQ(transcoded(std::vector<std::uint16_t>{}), "");
}

}  // namespace
}  // namespace wortfeld::utf8

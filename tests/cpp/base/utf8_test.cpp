#include "wortfeld/base/utf8.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::utf8 {
namespace {

using namespace std::string_view_literals;

struct FaultCase {
    std::string_view text;
    std::size_t offset;
    std::string_view replaced;
    std::size_t replacements;
};

// Unicode 15.0, section 3.9, tables 3-8 to 3-11, and the edges of table 3-7.
const FaultCase fault_cases[] = {
    {"\x80"sv, 0, "\uFFFD"sv, 1},
    {"ab\xFF"sv, 2, "ab\uFFFD"sv, 1},
    {"\xC0\xAF"sv, 0, "\uFFFD\uFFFD"sv, 2},
    {"\xE0\x80\xBF"sv, 0, "\uFFFD\uFFFD\uFFFD"sv, 3},
    {"\xED\xA0\x80"sv, 0, "\uFFFD\uFFFD\uFFFD"sv, 3},
    {"\xF0\x80\x81\x82"sv, 0, "\uFFFD\uFFFD\uFFFD\uFFFD"sv, 4},
    {"\xF4\x91\x92\x93"sv, 0, "\uFFFD\uFFFD\uFFFD\uFFFD"sv, 4},
    {"\xF5\x80\x80\x80"sv, 0, "\uFFFD\uFFFD\uFFFD\uFFFD"sv, 4},
    {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"sv, 0, "\uFFFD\uFFFD\uFFFD\uFFFD\x41"sv, 4},
    {"\xE2\x82"sv, 0, "\uFFFD"sv, 1},
    {"x\xF0\x9F\x98"sv, 1, "x\uFFFD"sv, 1},
    {"\xC3\x28"sv, 0, "\uFFFD("sv, 1},
};

TEST(Utf8, FindsTheFirstFaultAndReplacesMaximalSubparts) {
    for (const auto& item : fault_cases) {
        EXPECT_EQ(first_fault(item.text), item.offset) << testing::PrintToString(item.text);
        const auto replaced = replace_faults(item.text);
        EXPECT_EQ(replaced.text, item.replaced) << testing::PrintToString(item.text);
        EXPECT_EQ(replaced.replacements, item.replacements);
        EXPECT_FALSE(first_fault(replaced.text));
    }
}

/// Bytes are looked at 64 at a time: sequences before, on and behind every border.
void expect_faults_behind(std::size_t letters, std::string_view good) {
    const std::vector<std::string_view> broken{
        "\x80", "\xC3", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF0\x9D\x84", "\xF5"};
    for (const auto behind : {0U, 1U, 70U}) {
        std::string text(letters, 'a');
        text.append(good).append(good);
        const auto end = text.size();
        text.append(behind, 'b');
        EXPECT_EQ(first_fault(text), std::nullopt) << letters << " " << behind;
        for (const auto bad : broken) {
            auto faulty = text;
            faulty.insert(end, bad);
            EXPECT_EQ(first_fault(faulty), end) << letters << " " << behind;
        }
    }
}

TEST(Utf8, FindsFaultsAnywhereInALongText) {
    for (std::size_t letters = 0; letters < 140; ++letters) {
        for (const auto* const good : {"\xC3\xA4", "\xE2\x82\xAC", "\xF0\x9D\x84\x9E"}) {
            expect_faults_behind(letters, good);
        }
    }
}

TEST(Utf8, EveryCodePointSurvivesTheWayThereAndBack) {
    for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        std::string text;
        append(text, code_point);
        ASSERT_FALSE(first_fault(text)) << testing::PrintToString(code_point);
        std::size_t position = 0;
        ASSERT_EQ(next(text, position), code_point);
        ASSERT_EQ(position, text.size());
        ASSERT_EQ(previous(text, position), code_point);
        ASSERT_EQ(position, 0U);
        ASSERT_EQ(length(text), 1U);
    }
}

TEST(Utf8, EverySurrogateIsAFault) {
    for (char32_t code_point = 0xD800; code_point <= 0xDFFF; ++code_point) {
        std::string text;
        append(text, code_point);
        ASSERT_TRUE(first_fault(text)) << testing::PrintToString(code_point);
    }
}

TEST(Utf8, WalksBackwardsOverMixedText) {
    constexpr auto text = "aß€😀\0z"sv;
    std::vector<char32_t> forward;
    for (std::size_t position = 0; position < text.size();) {
        forward.push_back(next(text, position));
    }
    std::vector<char32_t> backward;
    for (auto position = text.size(); position > 0;) backward.push_back(previous(text, position));
    EXPECT_EQ(forward, std::vector<char32_t>(backward.rbegin(), backward.rend()));
    EXPECT_EQ(length(text), forward.size());
}

TEST(Utf8, AnEmptyTextIsWellFormed) {
    EXPECT_FALSE(first_fault(""));
    EXPECT_EQ(length(""), 0U);
    EXPECT_EQ(replace_faults("").text, "");
}

}  // namespace
}  // namespace wortfeld::utf8

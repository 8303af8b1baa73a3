#include "wortfeld/text/folded.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wortfeld::text {
namespace {

// Letters, marks that combine with them, letters that grow or vanish when folded.
constexpr std::u32string_view others = U"\u00AD\u0131\u0130\u0308\u0301\u1E9E\u200D\uFB01Ａ…„Ǆ";
constexpr char32_t behind_latin = 0x100;

TEST(Folded, IsWhatFoldMakesOfEveryPairOfLatinCharacters) {
    for (char32_t first = 1; first < behind_latin; ++first) {
        for (char32_t second = 1; second < behind_latin; ++second) {
            std::string text;
            utf8::append(text, first);
            utf8::append(text, second);
            ASSERT_EQ(Folded(text).view(), fold(text)) << text;
        }
    }
}

TEST(Folded, IsWhatFoldMakesOfOtherCharacters) {
    for (const auto other : others) {
        for (const char32_t letter : {U'a', U'Ä', U'ß', U'.'}) {
            std::string text;
            utf8::append(text, letter);
            utf8::append(text, other);
            utf8::append(text, letter);
            EXPECT_EQ(Folded(text).view(), fold(text)) << text;
        }
    }
}

TEST(Folded, TakesTextsOfAnyLength) {
    EXPECT_EQ(Folded("").view(), "");
    for (const std::size_t size : {191U, 192U, 193U, 5000U}) {
        const std::string text(size, 'A');
        EXPECT_EQ(Folded(text).view(), fold(text)) << size;
    }
}

}  // namespace
}  // namespace wortfeld::text

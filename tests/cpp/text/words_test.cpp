#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/token.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace wortfeld::text {
namespace {

using namespace std::string_view_literals;

std::vector<Token> segment(std::string_view text) {
    std::vector<Token> tokens;
    segment_words(text, tokens);
    return tokens;
}

/// The tokens with a bar between them, each with the first letter of its kind.
std::string show(std::string_view text) {
    std::string result;
    for (const auto& token : segment(text)) {
        if (!result.empty()) result += '|';
        result += name_of(token.kind).front();
        result += ':';
        result += slice(text, token.span);
    }
    return result;
}

struct WordCase {
    std::string_view text;
    std::string_view shown;
};

const WordCase word_cases[] = {
    {"", ""},
    {" \t\r\n\u00A0\u2028", ""},
    {"NVIDIA-Chips", "w:NVIDIA|p:-|w:Chips"},
    {"US - Dollar", "w:US|p:-|w:Dollar"},
    {"a:b 14:05", "w:a|p::|w:b|n:14|p::|n:05"},
    {"Mitarbeiter:innen*x", "w:Mitarbeiter|p::|w:innen|p:*|w:x"},
    {"NVIDIA's LeCun’s", "w:NVIDIA's|w:LeCun’s"},
    {"400.000 1,03 10.03.2026", "n:400.000|n:1,03|n:10.03.2026"},
    {"10. März", "n:10|p:.|w:März"},
    {"z.B. z. B.", "w:z.B|p:.|w:z|p:.|w:B|p:."},
    {"31% 5€ § 3", "n:31|p:%|n:5|s:€|p:§|n:3"},
    {"H100 3D 1990er", "w:H100|w:3D|w:1990er"},
    {"½ Ⅳ m²", "n:½|n:Ⅳ|w:m|n:²"},
    {"a_b __ C++ C#", "w:a_b|p:__|w:C|s:+|s:+|w:C|p:#"},
    {"x@y.de @x", "w:x@y.de|w:@x"},
    {"www.x.de/a?b", "w:www.x.de|p:/|w:a|p:?|w:b"},
    {"Rechen\u00ADzentrum", "w:Rechen\u00ADzentrum"},
    {"„Nein“, »ja«…", "p:„|w:Nein|p:“|p:,|p:»|w:ja|p:«|p:…"},
    {"A\u030A e\u0301", "w:A\u030A|w:e\u0301"},
    {"👨‍👩‍👧 😀", "s:👨‍👩‍👧|s:😀"},
    {"1\uFE0F\u20E3", "n:1\uFE0F\u20E3"},
    {"שלום, עולם", "w:שלום|p:,|w:עולם"},
    {" \u0301x", "s:\u0301|w:x"},  // a mark on a space is kept, the space is not
};

TEST(Words, BreakWhereTheTableSays) {
    for (const auto& item : word_cases) EXPECT_EQ(show(item.text), item.shown) << item.text;
}

TEST(Words, HanBreaksBeforeDigits) {
    const auto shown = show("王智远2025");
    EXPECT_EQ(shown.substr(shown.rfind('|')), "|n:2025");
}

TEST(Words, EveryCharacterBesidesWhiteSpaceBelongsToAToken) {
    constexpr auto text = "a\0b\x01 \uFEFF\u200B\uFFFD c"sv;
    std::string joined;
    for (const auto& token : segment(text)) joined += slice(text, token.span);
    EXPECT_EQ(joined, "a\0b\x01\uFEFF\u200B\uFFFDc"sv);
}

TEST(Words, OneMegabyteWithoutASpaceIsOneWord) {
    const std::string text(std::size_t{1} << 20U, 'x');
    const auto tokens = segment(text);
    ASSERT_EQ(tokens.size(), 1U);
    EXPECT_EQ(tokens.front().span.size(), text.size());
}

TEST(Words, AppendToWhatIsThere) {
    std::vector<Token> tokens = segment("a b");
    segment_words("c", tokens);
    EXPECT_EQ(tokens.size(), 3U);
}

TEST(Words, AreTheSameFromManyThreads) {
    constexpr auto text = "Am 10. März 2026 sagte 王智远: „NVIDIA-Chips“ ภาษาไทย 😀."sv;
    const auto expected = show(text);
    std::vector<std::string> shown(8);
    std::vector<std::jthread> threads;
    for (auto& one : shown) {
        threads.emplace_back([&one, text] {
            for (int i = 0; i < 50; ++i) one = show(text);
        });
    }
    threads.clear();
    for (const auto& one : shown) EXPECT_EQ(one, expected);
}

TEST(TokenKind, HasNamesAndSaysWhatIsAWord) {
    EXPECT_EQ(name_of(TokenKind::symbol), "symbol");
    EXPECT_TRUE(is_word(TokenKind::word));
    EXPECT_TRUE(is_word(TokenKind::number));
    EXPECT_FALSE(is_word(TokenKind::punctuation));
    EXPECT_FALSE(is_word(TokenKind::symbol));
}

}  // namespace
}  // namespace wortfeld::text

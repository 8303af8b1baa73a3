#include "wortfeld/text/word_rules.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/version.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace wortfeld::text {
namespace {

using namespace std::string_view_literals;

/// The text with ÷ at every boundary.
std::string divided(std::string_view text) {
    std::string result = "÷";
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = next_segment(text, begin).end;
        result.append(text.substr(begin, end - begin)).append("÷");
        begin = end;
    }
    return result;
}

/// A line of Unicode's file: "÷ 0061 × 0308 ÷ 0020 ÷", and a comment.
struct Line {
    std::string text;
    std::string expected;
};

/// The colon is replaced by another mark of its class: here it is no letter's mark.
Line parsed(const std::string& row) {
    Line line;
    std::istringstream words(row.substr(0, row.find('#')));
    for (std::string word; words >> word;) {
        if (word == "×") continue;
        if (word == "÷") {
            line.expected += word;
            continue;
        }
        auto character = static_cast<char32_t>(std::stoul(word, nullptr, 16));
        if (character == U':') character = U'·';
        utf8::append(line.text, character);
        utf8::append(line.expected, character);
    }
    return line;
}

TEST(WordRules, PassEveryLineOfUnicodesTest) {
    std::ifstream file("/usr/share/unicode/auxiliary/WordBreakTest.txt");
    if (!file) GTEST_SKIP() << "the package unicode-data is not installed";
    std::string row;
    std::getline(file, row);
    const auto version = std::string(unicode_version());
    if (row.find("WordBreakTest-" + version + ".") == std::string::npos) {
        GTEST_SKIP() << "unicode-data has another version than " << version << ": " << row;
    }
    auto count = 0;
    while (std::getline(file, row)) {
        if (!row.starts_with("÷")) continue;
        ++count;
        const auto line = parsed(row);
        EXPECT_EQ(divided(line.text), line.expected) << row;
    }
    EXPECT_GT(count, 1800);
}

struct RuleCase {
    std::string_view text;
    std::string_view expected;
};

// One or two of each rule, in the order of UAX #29, then ours.
const RuleCase rule_cases[] = {
    {"", "÷"},
    {"\r\n\r", "÷\r\n÷\r÷"},
    {"\n\u0308a", "÷\n÷\u0308÷a÷"},
    {"\u200D😀\u200D😀😀", "÷\u200D😀\u200D😀÷😀÷"},
    {"a.\u200D😀", "÷a÷.\u200D😀÷"},
    {"a\u200DⓂb", "÷a\u200DⓂb÷"},
    {"  \u0308 ", "÷  \u0308÷ ÷"},
    {"a\u0308\u00ADb", "÷a\u0308\u00ADb÷"},
    {"can't e.g. x’", "÷can't÷ ÷e.g÷.÷ ÷x÷’÷"},
    {"a.\u0308b a.\u0308.", "÷a.\u0308b÷ ÷a÷.\u0308÷.÷"},
    {"\u05D0'\u05D0' \u05D0\"\u05D0\"", "÷\u05D0'\u05D0'÷ ÷\u05D0\"\u05D0÷\"÷"},
    {"a1b 1.2,3;4'5 1.,2", "÷a1b÷ ÷1.2,3;4'5÷ ÷1÷.÷,÷2÷"},
    {"a,b 1.b", "÷a÷,÷b÷ ÷1÷.÷b÷"},
    {"アイ\u3099ウ_", "÷アイ\u3099ウ_÷"},
    {"_a_1_ア_", "÷_a_1_ア_÷"},
    {"🇩🇪🇦🇹🇨", "÷🇩🇪÷🇦🇹÷🇨÷"},
    {"🇩\u0308🇪\u200D🇦", "÷🇩\u0308🇪\u200D÷🇦÷"},
    // What follows is ours: docs/words.md.
    {"a:b a：b", "÷a÷:÷b÷ ÷a÷：÷b÷"},
    {"@x x@y.de", "÷@x÷ ÷x@y.de÷"},
    {"中文かなカナ々", "÷中文かなカナ々÷"},
    {"中\u0308文 カ\u0308文", "÷中\u0308÷文÷ ÷カ\u0308÷文÷"},
    {"2025년 한국어", "÷2025÷년÷ ÷한국어÷"},
    {"ภาษาไทย2", "÷ภาษาไทย2÷"},
};

TEST(WordRules, AreThese) {
    for (const auto& item : rule_cases) EXPECT_EQ(divided(item.text), item.expected) << item.text;
}

TEST(WordRules, SayWhatASegmentHolds) {
    EXPECT_EQ(next_segment("x1 ", 0).flags, character_letter | character_number);
    EXPECT_EQ(next_segment("x1 ", 2).flags, character_white_space);
    EXPECT_TRUE(next_segment("中a", 0).is_one_character);
    EXPECT_FALSE(next_segment("中文", 0).is_one_character);
    // A mark that did not join has no say.
    EXPECT_EQ(next_segment("a.", 0).flags, character_letter);
    EXPECT_TRUE(next_segment("a.", 0).is_one_character);
}

TEST(WordRules, TakeIllFormedBytesAsTheReplacementCharacter) {
    for (const auto text : {"\x80"sv, "\xC3"sv, "\xE2\x80"sv, "\xF0\x9F\x98"sv, "\xFF"sv}) {
        std::size_t position = 0;
        EXPECT_EQ(next_character(text, position), U'\uFFFD');
        EXPECT_GT(position, 0U);
    }
    std::size_t position = 0;
    EXPECT_EQ(next_character("\xF4\xBF\xBF\xBF"sv, position), U'\uFFFD');
    EXPECT_EQ(next_segment("a\xC3", 0).end, 1U);
}

}  // namespace
}  // namespace wortfeld::text

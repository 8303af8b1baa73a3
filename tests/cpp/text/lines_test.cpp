#include "wortfeld/text/lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wortfeld::text {
namespace {

/// The lines, each with its paragraph: "0:a 0:b 1:c".
std::string show(std::string_view text) {
    std::string result;
    std::vector<Line> lines;
    split_lines(text, lines);
    for (const auto& line : lines) {
        if (!result.empty()) result += ' ';
        result += std::to_string(line.paragraph) + ':';
        result += slice(text, line.span);
    }
    return result;
}

TEST(Lines, AreParagraphsWhereNoLineIsBlank) {
    for (const auto* text : {"a\nb\nc",
                             "a\r\nb\r\nc\r\n",
                             "a\rb\rc",
                             "a\u0085b\u2028c",
                             "a\vb\fc",
                             "\n\n a \nb\t\nc\n \n\n"}) {
        EXPECT_EQ(show(text), "0:a 1:b 2:c") << testing::PrintToString(text);
    }
}

TEST(Lines, FormParagraphsBetweenBlankLines) {
    for (const auto* text : {"a\nb\n\nc",
                             "a\r\nb\r\n\r\nc",
                             "a\rb\r\rc",
                             "a\nb\n \t\u00A0\n\n\nc\n",
                             "a\u2028b\u2029c",
                             "a\u0085b\u0085\u0085c"}) {
        EXPECT_EQ(show(text), "0:a 0:b 1:c") << testing::PrintToString(text);
    }
}

TEST(Lines, OfNothingAreNone) {
    EXPECT_EQ(show(""), "");
    EXPECT_EQ(show("\n \r\n\u2029"), "");
    EXPECT_EQ(show("x"), "0:x");
}

TEST(Lines, AreNotMadeByLettersThatShareABytePrefix) {
    EXPECT_EQ(show("a \u0086 \u2027 \u00C2 \u20AC"), "0:a \u0086 \u2027 \u00C2 \u20AC");
}

TEST(LineEnds, AreCounted) {
    EXPECT_EQ(count_line_ends("\r\n\r\n", 0, 4), 2U);
    EXPECT_EQ(count_line_ends("a\nb", 0, 1), 0U);
    EXPECT_EQ(count_line_ends("a\n\u2028\r", 1, 6), 3U);
}

}  // namespace
}  // namespace wortfeld::text

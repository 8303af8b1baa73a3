#include "wortfeld/corpus/lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {
namespace {

using Lines = std::vector<std::string_view>;

TEST(Lines, EndAtFeedsReturnsAndBoth) {
    EXPECT_EQ(split_lines("a\r\nb\rc\n\nd"), (Lines{"a", "b", "c", "", "d"}));
    EXPECT_EQ(split_lines("\r\r\n\n"), (Lines{"", "", ""}));
}

TEST(Lines, ALastEmptyOneIsNone) {
    EXPECT_TRUE(split_lines("").empty());
    EXPECT_EQ(split_lines("a\n").size(), 1U);
    EXPECT_EQ(split_lines("a\r").size(), 1U);
}

TEST(Lines, OtherSeparatorsAndNulStayInside) {
    EXPECT_EQ(split_lines("a\x0b\x0c\x1e\u0085\u2028\u2029\n").size(), 1U);
    EXPECT_EQ(split_lines(std::string_view("a\0b", 3)), (Lines{std::string_view("a\0b", 3)}));
}

/// Line by line, character by character.
Lines slowly_split(std::string_view block) {
    Lines lines;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const bool feed_of_both = block[i] == '\n' && i > 0 && block[i - 1] == '\r';
        if (feed_of_both) {
            begin = i + 1;
        } else if (block[i] == '\n' || block[i] == '\r') {
            lines.push_back(block.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    if (begin < block.size()) lines.push_back(block.substr(begin));
    return lines;
}

TEST(Lines, AreThoseOfASlowSplitterForAllShortBlocks) {
    const std::string_view alphabet = "a\r\n";
    for (std::size_t code = 0; code < 6561; ++code) {
        std::string block;
        for (auto rest = code; rest > 0; rest /= 3) block += alphabet[rest % 3];
        EXPECT_EQ(split_lines(block), slowly_split(block)) << code;
    }
}

TEST(Lines, BecomeDocumentsNumberedFromAnyNumber) {
    const auto documents =
        line_documents("x\n\ny", {.name = "news.txt", .first = 9, .language = "de"});
    ASSERT_EQ(documents.size(), 3U);
    EXPECT_EQ(documents[0].id, "news.txt:9");
    EXPECT_EQ(documents[2].id, "news.txt:11");
    EXPECT_EQ(documents[1].bytes, "");
    EXPECT_EQ(documents[2].bytes, "y");
    EXPECT_EQ(documents[2].language, "de");
}

}  // namespace
}  // namespace wortfeld::corpus

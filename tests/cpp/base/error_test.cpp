#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <exception>
#include <string>

namespace wortfeld {
namespace {

TEST(Error, KeepsItsKindAndMessage) {
    const Error error(ErrorKind::bad_file, "news.wortfeld is cut short");
    EXPECT_EQ(error.kind(), ErrorKind::bad_file);
    EXPECT_EQ(error.message(), "news.wortfeld is cut short");
    EXPECT_STREQ(error.what(), "news.wortfeld is cut short");
}

TEST(Error, KeepsANulInItsMessage) {
    const std::string message("unknown term 'a\0b'", 18);
    EXPECT_EQ(Error(ErrorKind::unknown_name, message).message(), message);
}

TEST(Error, NamesThePlace) {
    const Error error(ErrorKind::bad_input,
                      "ill-formed UTF-8",
                      {.source = "news.jsonl", .line = 1204, .byte_offset = 0});
    EXPECT_EQ(error.details().source, "news.jsonl");
    EXPECT_EQ(error.details().line, 1204U);
    EXPECT_EQ(error.details().byte_offset, 0U);
}

TEST(Error, KnowsNoPlaceUnlessTold) {
    const Error error(ErrorKind::bad_argument, "top must be at least 1");
    EXPECT_TRUE(error.details().source.empty());
    EXPECT_FALSE(error.details().line.has_value());
    EXPECT_FALSE(error.details().byte_offset.has_value());
    EXPECT_TRUE(error.details().suggestions.empty());
}

TEST(Error, IsCaughtAsAStandardException) {
    try {
        throw Error(ErrorKind::cancelled, "cancelled");
    } catch (const std::exception& error) {
        EXPECT_STREQ(error.what(), "cancelled");
        return;
    }
    FAIL() << "not caught";
}

}  // namespace
}  // namespace wortfeld

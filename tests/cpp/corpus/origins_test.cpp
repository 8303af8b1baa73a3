#include "wortfeld/corpus/origins.hpp"

#include <gtest/gtest.h>

namespace wortfeld::corpus {
namespace {

TEST(Origins, CallRowsByTheirNumbersAndFilesAlsoBehindGaps) {
    Origins origins;
    origins.note(0, row_behind("a.csv:", 1));
    origins.note(1, row_behind("a.csv:", 2));
    origins.note(2, row_behind("a.csv:", 5));
    origins.note(3, row_behind("b.csv:", 6));
    EXPECT_EQ(origins.place(1), "row 2 of a.csv");
    EXPECT_EQ(origins.place(2), "row 5 of a.csv");
    EXPECT_EQ(origins.place(3), "row 6 of b.csv");
}

TEST(Origins, CountRowsOfNoFileFrom0AndOtherDocumentsFrom1) {
    Origins origins;
    origins.note(0, row_behind("", 0));
    origins.note(1, {});
    EXPECT_EQ(origins.place(0), "row 0");
    EXPECT_EQ(origins.place(1), "document 2 of the source");
}

}  // namespace
}  // namespace wortfeld::corpus

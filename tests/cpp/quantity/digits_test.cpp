#include "wortfeld/quantity/digits.hpp"

#include <gtest/gtest.h>

#include <string>

namespace wortfeld::quantity {
namespace {

const NumberFormat german{.decimal_mark = ',', .group_marks = ".'"};
const NumberFormat english{.decimal_mark = '.', .group_marks = ","};

struct Case {
    const char* token;
    DigitShape shape;
    const char* value;
};

void expect(const NumberFormat& format, const Case& row) {
    const auto digits = read_digits(row.token, format);
    EXPECT_EQ(digits.shape, row.shape) << row.token;
    EXPECT_EQ(digits.value.text(), row.value) << row.token;
}

TEST(Digits, AreReadByTheGermanMarks) {
    const Case cases[] = {{"42", DigitShape::integer, "42"},
                          {"0", DigitShape::integer, "0"},
                          {"400.000", DigitShape::grouped, "400000"},
                          {"1.234.567", DigitShape::grouped, "1234567"},
                          {"1'000", DigitShape::grouped, "1000"},
                          {"20’000", DigitShape::grouped, "20000"},
                          {"1,03", DigitShape::decimal, "1.03"},
                          {"1.234,5", DigitShape::decimal, "1234.5"},
                          {"0,0005", DigitShape::decimal, "0.0005"},
                          {"1,234", DigitShape::decimal, "1.234"},
                          {"007", DigitShape::padded, "7"}};
    for (const auto& row : cases) expect(german, row);
}

TEST(Digits, AreForeignWithTheMarksOfAnotherLanguage) {
    const Case cases[] = {{"3.5", DigitShape::foreign, "3.5"},
                          {"25.00", DigitShape::foreign, "25"},
                          {"1.03", DigitShape::foreign, "1.03"},
                          {"0.123", DigitShape::foreign, "0.123"},
                          {"1,234,567", DigitShape::foreign, "1234567"},
                          {"1,234.56", DigitShape::foreign, "1234.56"}};
    for (const auto& row : cases) expect(german, row);
}

TEST(Digits, AreNoNumberInOtherShapes) {
    for (const auto* token : {"10.3.2026", "1.2.3.4", "192.168.1.1"}) {
        EXPECT_EQ(read_digits(token, german).shape, DigitShape::dotted) << token;
    }
    for (const auto* token : {"", "H100", "1990er", "5km", "1:2", "1..2", "12,", ",5", "1_000"}) {
        EXPECT_EQ(read_digits(token, german).shape, DigitShape::none) << token;
    }
    EXPECT_EQ(read_digits(std::string(50, '9'), german).shape, DigitShape::none);
}

TEST(Digits, AreReadByTheEnglishMarks) {
    const Case cases[] = {{"1,234.5", DigitShape::decimal, "1234.5"},
                          {"400,000", DigitShape::grouped, "400000"},
                          {"3.5", DigitShape::decimal, "3.5"},
                          {"3,5", DigitShape::foreign, "3.5"}};
    for (const auto& row : cases) expect(english, row);
}

TEST(DottedDates, AreReadDayFirst) {
    EXPECT_EQ(read_dotted_date("10.3.2026"), (CivilDate{.year = 2026, .month = 3, .day = 10}));
    EXPECT_EQ(read_dotted_date("10.03.26"), (CivilDate{.year = 2026, .month = 3, .day = 10}));
    EXPECT_EQ(read_dotted_date("1.1.99"), (CivilDate{.year = 1999, .month = 1, .day = 1}));
    EXPECT_EQ(read_dotted_day("29.2"), (CivilDate{.year = 0, .month = 2, .day = 29}));
}

TEST(DottedDates, ThatDoNotExistAreNone) {
    for (const auto* token : {"31.2.2025", "1.13.2025", "0.1.2025", "1.2.3", "100.1.2025", "1.2"}) {
        EXPECT_FALSE(read_dotted_date(token)) << token;
    }
    for (const auto* token : {"30.2", "1.13", "3.50", "1.2.3"}) {
        EXPECT_FALSE(read_dotted_day(token)) << token;
    }
}

}  // namespace
}  // namespace wortfeld::quantity

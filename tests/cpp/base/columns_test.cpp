#include "wortfeld/base/columns.hpp"

#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace wortfeld {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Column ints(const std::vector<std::optional<std::int64_t>>& values) {
    ColumnWriter writer(ColumnType::int64);
    for (const auto& value : values) writer.push(value);
    return std::move(writer).finish();
}

Column floats(const std::vector<std::optional<double>>& values) {
    ColumnWriter writer(ColumnType::float64);
    for (const auto& value : values) writer.push(value);
    return std::move(writer).finish();
}

Column texts(const std::vector<std::optional<std::string>>& values) {
    ColumnWriter writer(ColumnType::text);
    for (const auto& value : values) writer.push(value);
    return std::move(writer).finish();
}

std::vector<bool> nulls_of(const Column& column) {
    std::vector<bool> nulls(column.size());
    for (std::size_t row = 0; row < nulls.size(); ++row) nulls[row] = column.is_null(row);
    return nulls;
}

std::vector<std::string> text_of(const Columns& columns, std::string_view name) {
    std::vector<std::string> values;
    const auto& column = columns.column(name);
    for (std::size_t row = 0; row < column.size(); ++row) {
        values.emplace_back(column.is_null(row) ? "null" : column.text(row));
    }
    return values;
}

std::string message_of(const auto& act, ErrorKind kind) {
    try {
        act();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind);
        return error.what();
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

TEST(ColumnWriter, KeepsValuesAndNullsOfEveryType) {
    ColumnWriter booleans(ColumnType::boolean);
    booleans.push_boolean(true);
    booleans.push_null();
    ColumnWriter dates(ColumnType::date);
    dates.push_date(20523);
    dates.push_date(std::nullopt);
    const auto boolean = std::move(booleans).finish();
    const auto date = std::move(dates).finish();
    const auto number = ints({7, std::nullopt});
    const auto real = floats({0.5, std::nullopt});
    const auto text = texts({"Feld", std::nullopt});

    EXPECT_EQ(number.int64s()[0], 7);
    EXPECT_DOUBLE_EQ(real.float64s()[0], 0.5);
    EXPECT_EQ(boolean.booleans()[0], 1);
    EXPECT_EQ(date.dates()[0], 20523);
    EXPECT_EQ(text.text(0), "Feld");
    for (const auto& column : {number, real, boolean, date, text}) {
        EXPECT_EQ(column.size(), 2U);
        EXPECT_EQ(column.null_count(), 1U);
        EXPECT_FALSE(column.is_null(0));
        EXPECT_TRUE(column.is_null(1));
    }
    EXPECT_EQ(text.text(1), "");
}

TEST(ColumnWriter, MarksNullsAtEveryPositionOfAByte) {
    for (std::size_t size = 1; size <= 25; ++size) {
        for (std::size_t null = 0; null < size; ++null) {
            std::vector<std::optional<std::int64_t>> values(size, 7);
            values[null] = std::nullopt;
            std::vector<bool> expected(size);
            expected[null] = true;
            const auto column = ints(values);
            EXPECT_EQ(nulls_of(column), expected);
            EXPECT_EQ(column.data().validity.size(), (size + 7) / 8);
        }
    }
}

TEST(ColumnWriter, SpendsNothingOnValidityWithoutNulls) {
    EXPECT_TRUE(ints({1, 2, 3}).data().validity.empty());
}

TEST(Column, TakesRowsInAnyOrderAndMoreThanOnce) {
    const auto column = texts({"a", std::nullopt, "ccc"});
    const std::vector<std::size_t> rows = {2, 1, 2, 0};
    const auto taken = column.take(rows);
    EXPECT_EQ(taken.size(), 4U);
    EXPECT_EQ(taken.text(0), "ccc");
    EXPECT_TRUE(taken.is_null(1));
    EXPECT_EQ(taken.text(2), "ccc");
    EXPECT_EQ(taken.text(3), "a");
}

TEST(Column, ForgetsValidityWhenNoNullIsTaken) {
    const std::vector<std::size_t> rows = {0};
    const auto taken = ints({1, std::nullopt}).take(rows);
    EXPECT_EQ(taken.null_count(), 0U);
    EXPECT_TRUE(taken.data().validity.empty());
}

TEST(Columns, RefusesUnequalLengthsAndRepeatedNames) {
    EXPECT_EQ(
        message_of([] { Columns({{"a", ints({1})}, {"b", ints({})}}); }, ErrorKind::bad_argument),
        "column 'b' has 0 rows, column 'a' has 1; all columns of a table have the same "
        "number of rows");
    EXPECT_EQ(
        message_of([] { Columns({{"a", ints({1})}, {"a", ints({1})}}); }, ErrorKind::bad_argument),
        "two columns are named 'a'; names are unique");
}

TEST(Columns, SuggestsNearNamesForAnUnknownColumn) {
    const Columns columns({{"document_count", ints({1})}, {"term", texts({"x"})}});
    const auto message =
        message_of([&] { (void)columns.column("document_cuont"); }, ErrorKind::unknown_name);
    EXPECT_NE(message.find("document_count"), std::string::npos) << message;
}

TEST(Columns, TakeRefusesARowBeyondTheLast) {
    const Columns columns({{"a", ints({1, 2})}});
    const std::vector<std::size_t> rows = {0, 2};
    EXPECT_EQ(message_of([&] { (void)columns.take(rows); }, ErrorKind::bad_argument),
              "row 2 of a table with 2 rows; rows are counted from 0");
}

TEST(Columns, SliceIsClippedToTheTable) {
    const Columns columns({{"a", texts({"x", "y", "z"})}});
    EXPECT_EQ(text_of(columns.slice(1, 99), "a"), (std::vector<std::string>{"y", "z"}));
    EXPECT_EQ(columns.slice(7, 9).rows(), 0U);
    EXPECT_EQ(columns.slice(2, 1).rows(), 0U);
    EXPECT_EQ(columns.slice(7, 9).columns().size(), 1U);
}

TEST(Columns, SortsDescendingAndBreaksTiesByTheFirstColumnsAscending) {
    const Columns columns(
        {{"term", texts({"Zug", "Bahn", "Auto", "Rad"})}, {"count", ints({2, 5, 2, 5})}});
    EXPECT_EQ(text_of(columns.sorted("count", true), "term"),
              (std::vector<std::string>{"Bahn", "Rad", "Auto", "Zug"}));
    EXPECT_EQ(text_of(columns.sorted("count", false), "term"),
              (std::vector<std::string>{"Auto", "Zug", "Bahn", "Rad"}));
}

TEST(Columns, SortsBySeveralColumnsInTurn) {
    const Columns columns({{"term", texts({"a", "b", "c", "d"})},
                           {"count", ints({1, 2, 1, 2})},
                           {"score", floats({0.1, 0.2, 0.3, 0.4})}});
    const std::vector<std::string_view> by = {"count", "score"};
    EXPECT_EQ(text_of(columns.sorted(by, true), "term"),
              (std::vector<std::string>{"d", "b", "c", "a"}));
}

TEST(Columns, PutsNotANumberAndThenNullsLastInEitherDirection) {
    const Columns columns(
        {{"term", texts({"nan", "null", "low", "high", "minus infinity"})},
         {"score",
          floats(
              {not_a_number, std::nullopt, 1.0, 2.0, -std::numeric_limits<double>::infinity()})}});
    EXPECT_EQ(text_of(columns.sorted("score", true), "term"),
              (std::vector<std::string>{"high", "low", "minus infinity", "nan", "null"}));
    EXPECT_EQ(text_of(columns.sorted("score", false), "term"),
              (std::vector<std::string>{"minus infinity", "low", "high", "nan", "null"}));
}

TEST(Columns, SortsTextByBytesWithNullsLast) {
    const Columns columns({{"term", texts({"ä", std::nullopt, "z", "", "Z"})}});
    EXPECT_EQ(text_of(columns.sorted("term", false), "term"),
              (std::vector<std::string>{"", "Z", "z", "ä", "null"}));
    EXPECT_EQ(text_of(columns.sorted("term", true), "term"),
              (std::vector<std::string>{"ä", "z", "Z", "", "null"}));
}

TEST(Columns, JoinsColumnsOfEqualLength) {
    const Columns left({{"a", ints({1, 2})}});
    const Columns right({{"b", texts({"x", "y"})}});
    const auto joined = left.joined(right);
    EXPECT_EQ(joined.columns().size(), 2U);
    EXPECT_EQ(joined.rows(), 2U);
    EXPECT_THROW((void)left.joined(left), Error);
    EXPECT_THROW((void)left.joined(right.slice(0, 1)), Error);
}

TEST(Columns, FindsTheRowsOfAText) {
    const Columns columns(
        {{"term", texts({"a", std::nullopt, "b", "a", ""})}, {"count", ints({1, 2, 3, 4, 5})}});
    EXPECT_EQ(columns.rows_with("term", "a"), (std::vector<std::size_t>{0, 3}));
    EXPECT_EQ(columns.rows_with("term", ""), (std::vector<std::size_t>{4}));
    EXPECT_EQ(message_of([&] { (void)columns.rows_with("count", "1"); }, ErrorKind::bad_argument),
              "column 'count' does not hold text");
}

TEST(Columns, SuggestsEachNearTextOnceForAnUnknownOne) {
    const Columns columns({{"entity", texts({"NVIDIA", "OpenAI", "NVIDIA", std::nullopt})}});
    try {
        (void)columns.rows_with("entity", "NVIDA");
        ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unknown_name);
        EXPECT_STREQ(error.what(), "unknown entity 'NVIDA'; did you mean 'NVIDIA'?");
        EXPECT_EQ(error.details().suggestions, std::vector<std::string>{"NVIDIA"});
    }
}

TEST(Columns, WithoutColumnsHaveNoRows) {
    const Columns none;
    EXPECT_EQ(none.rows(), 0U);
    EXPECT_EQ(none.slice(0, 5).rows(), 0U);
    const std::vector<std::size_t> first = {0};
    EXPECT_THROW((void)none.take(first), Error);
}

}  // namespace
}  // namespace wortfeld

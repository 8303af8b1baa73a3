#include "wortfeld/base/arrow.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace wortfeld {
namespace {

constexpr std::int64_t nullable = 2;

Columns six_types(bool with_null) {
    ColumnWriter count(ColumnType::int64);
    ColumnWriter score(ColumnType::float64);
    ColumnWriter flag(ColumnType::boolean);
    ColumnWriter term(ColumnType::text);
    ColumnWriter day(ColumnType::date);
    ColumnWriter time(ColumnType::datetime);
    for (int row = 0; row < 10; ++row) {
        count.push(row);
        score.push(row / 2.0);
        flag.push_boolean(row % 3 == 0);
        term.push(std::string_view("Wörter").substr(0, row == 0 ? 0 : 7));
        day.push_date(row);
        time.push_datetime(row);
    }
    if (with_null) {
        for (auto* writer : {&count, &score, &flag, &term, &day, &time}) writer->push_null();
    }
    return Columns({{"count", std::move(count).finish()},
                    {"score", std::move(score).finish()},
                    {"flag", std::move(flag).finish()},
                    {"term", std::move(term).finish()},
                    {"day", std::move(day).finish()},
                    {"time", std::move(time).finish()}});
}

TEST(ArrowSchema, NamesTheFormatOfEveryType) {
    ArrowSchema schema;
    export_schema(six_types(false), schema);
    ASSERT_EQ(schema.n_children, 6);
    EXPECT_STREQ(schema.format, "+s");
    const char* const formats[] = {"l", "g", "b", "U", "tdD", "tsu:"};
    const char* const names[] = {"count", "score", "flag", "term", "day", "time"};
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_STREQ(schema.children[i]->format, formats[i]);
        EXPECT_STREQ(schema.children[i]->name, names[i]);
        EXPECT_EQ(schema.children[i]->flags, nullable);
    }
    schema.release(&schema);
    EXPECT_EQ(schema.release, nullptr);
}

TEST(ArrowArray, PacksBooleansAndMarksNulls) {
    ArrowArray array;
    export_array(six_types(true), array);
    EXPECT_EQ(array.length, 11);
    EXPECT_EQ(array.null_count, 0);
    ASSERT_EQ(array.n_children, 6);
    const auto& flag = *array.children[2];
    const auto* bits = static_cast<const std::uint8_t*>(flag.buffers[1]);
    const auto* validity = static_cast<const std::uint8_t*>(flag.buffers[0]);
    EXPECT_EQ(bits[0], 0b0100'1001);  // rows 0, 3, 6
    EXPECT_EQ(bits[1], 0b0000'0010);  // row 9
    EXPECT_EQ(validity[0], 0xFF);
    EXPECT_EQ(validity[1], 0b0000'0011);  // rows 8, 9; row 10 is null
    for (std::int64_t i = 0; i < array.n_children; ++i) {
        EXPECT_EQ(array.children[i]->null_count, 1);
        EXPECT_EQ(array.children[i]->length, 11);
    }
    array.release(&array);
}

TEST(ArrowArray, GivesTextWithOffsetsOf64Bits) {
    ArrowArray array;
    export_array(six_types(true), array);
    const auto& term = *array.children[3];
    ASSERT_EQ(term.n_buffers, 3);
    const auto* offsets = static_cast<const std::int64_t*>(term.buffers[1]);
    const auto* bytes = static_cast<const char*>(term.buffers[2]);
    EXPECT_EQ(offsets[1], 0);
    EXPECT_EQ(offsets[2], 7);
    EXPECT_EQ(std::memcmp(bytes, "Wörter", 7), 0);
    EXPECT_EQ(offsets[10], offsets[11]);
    array.release(&array);
}

/// Which buffers of all children, in order, have no address.
std::vector<bool> missing_buffers(const ArrowArray& array) {
    std::vector<bool> missing;
    for (const auto* child :
         std::span(array.children, static_cast<std::size_t>(array.n_children))) {
        for (const auto* buffer :
             std::span(child->buffers, static_cast<std::size_t>(child->n_buffers))) {
            missing.push_back(buffer == nullptr);
        }
    }
    return missing;
}

TEST(ArrowArray, HasNoValidityBufferWithoutNullsAndNoOtherNullBuffer) {
    const std::vector<bool> only_validity = {
        true, false, true, false, true, false, true, false, false, true, false, true, false};
    for (const auto& columns : {six_types(false), six_types(false).slice(0, 0)}) {
        ArrowArray array;
        export_array(columns, array);
        EXPECT_EQ(missing_buffers(array), only_validity);
        array.release(&array);
    }
}

TEST(ArrowArray, AChildThatWasMovedOutOutlivesItsParent) {
    ArrowArray array;
    export_array(six_types(true), array);
    ArrowArray moved = *array.children[3];
    array.children[3]->release = nullptr;
    array.release(&array);
    const auto* offsets = static_cast<const std::int64_t*>(moved.buffers[1]);
    const auto* bytes = static_cast<const char*>(moved.buffers[2]);
    EXPECT_EQ(std::string(bytes + offsets[9], bytes + offsets[10]), "Wörter");
    moved.release(&moved);
    EXPECT_EQ(moved.release, nullptr);
}

TEST(ArrowStream, GivesAllRowsOnceAndThenEnds) {
    ArrowArrayStream stream;
    export_stream(six_types(true), stream);
    ArrowSchema schema;
    ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
    ArrowArray batch;
    ASSERT_EQ(stream.get_next(&stream, &batch), 0);
    EXPECT_EQ(batch.length, 11);
    ArrowArray end;
    ASSERT_EQ(stream.get_next(&stream, &end), 0);
    EXPECT_EQ(end.release, nullptr);
    stream.release(&stream);
    EXPECT_EQ(stream.release, nullptr);
    // Both outlive the stream.
    EXPECT_STREQ(schema.children[0]->name, "count");
    EXPECT_EQ(static_cast<const std::int64_t*>(batch.children[0]->buffers[1])[9], 9);
    batch.release(&batch);
    schema.release(&schema);
}

TEST(ArrowStream, OfNoColumnsIsAnEmptyStruct) {
    ArrowArrayStream stream;
    export_stream(Columns(), stream);
    ArrowArray batch;
    ASSERT_EQ(stream.get_next(&stream, &batch), 0);
    EXPECT_EQ(batch.n_children, 0);
    EXPECT_EQ(batch.length, 0);
    batch.release(&batch);
    stream.release(&stream);
}

}  // namespace
}  // namespace wortfeld

#include "wortfeld/corpus/column_sections.hpp"

#include "section_bytes.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace wortfeld::corpus {
namespace {

const FileVersions versions{.kind = "test", .rules = "1", .unicode = "1"};

Columns columns_of_every_type() {
    ColumnWriter whole(ColumnType::int64);
    ColumnWriter real(ColumnType::float64);
    ColumnWriter flag(ColumnType::boolean);
    ColumnWriter text(ColumnType::text);
    ColumnWriter day(ColumnType::date);
    ColumnWriter moment(ColumnType::datetime);
    for (std::int64_t row = 0; row < 20; ++row) {
        if (row % 7 == 3) {
            for (auto* column : {&whole, &real, &flag, &text, &day, &moment}) column->push_null();
            continue;
        }
        whole.push(row - 5);
        real.push(static_cast<double>(row) / 3);
        flag.push_boolean(row % 2 == 0);
        text.push(std::string(static_cast<std::size_t>(row), 'x') + "ä");
        day.push_date(static_cast<std::int32_t>(-row));
        moment.push_datetime(first_day * microseconds_per_day + row);
    }
    return Columns({{"whole", std::move(whole).finish()},
                    {"real", std::move(real).finish()},
                    {"flag", std::move(flag).finish()},
                    {"text", std::move(text).finish()},
                    {"day", std::move(day).finish()},
                    {"moment", std::move(moment).finish()}});
}

Columns read_back(const Columns& columns) {
    SectionWriter writer(versions);
    add_columns(writer, "metadata", columns);
    SectionReader reader(FileBytes::copied(written(writer), "file"), versions);
    const StoredColumns stored(reader, "metadata");
    reader.require_all_taken();
    return stored.columns();
}

TEST(ColumnSections, GiveBackColumnsOfEveryTypeWithTheirNulls) {
    const auto columns = columns_of_every_type();
    const auto back = read_back(columns);
    ASSERT_EQ(back.columns().size(), columns.columns().size());
    for (std::size_t i = 0; i < columns.columns().size(); ++i) {
        const auto& [name, column] = columns.columns()[i];
        const auto& [found_name, found] = back.columns()[i];
        EXPECT_EQ(found_name, name);
        EXPECT_EQ(found.type(), column.type());
        EXPECT_EQ(found.null_count(), 3U) << name;
        EXPECT_EQ(found.data().validity, column.data().validity);
        EXPECT_EQ(found.data().int64s, column.data().int64s);
        EXPECT_EQ(found.data().float64s, column.data().float64s);
        EXPECT_EQ(found.data().booleans, column.data().booleans);
        EXPECT_EQ(found.data().dates, column.data().dates);
        EXPECT_EQ(found.data().text_offsets, column.data().text_offsets);
        EXPECT_EQ(found.data().text_bytes, column.data().text_bytes);
    }
}

TEST(ColumnSections, GiveBackNoColumnsAndNoRows) {
    EXPECT_TRUE(read_back(Columns()).columns().empty());
    ColumnWriter empty(ColumnType::text);
    const auto back = read_back(Columns({{"empty", std::move(empty).finish()}}));
    EXPECT_EQ(back.rows(), 0U);
    EXPECT_EQ(back.columns().size(), 1U);
}

}  // namespace
}  // namespace wortfeld::corpus

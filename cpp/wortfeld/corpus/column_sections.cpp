#include "wortfeld/corpus/column_sections.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/corpus/store_sections.hpp"

#include <bit>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

namespace wortfeld::corpus {
namespace {

using enum ColumnType;

/// With room for the other sections of a file; a column of texts has three.
constexpr std::size_t most_columns = 10000;
constexpr auto type_limit = static_cast<std::uint64_t>(datetime) + 1;

constexpr Within datetimes{.lowest = first_day * microseconds_per_day,
                           .highest = (last_day + 1) * microseconds_per_day - 1};

template <typename T>
std::vector<T> copy_of(const Array<T>& values) {
    const auto all = values.all();
    return {all.begin(), all.end()};
}

std::string name_of_column(const std::string& name, std::size_t number) {
    return name + "." + std::to_string(number);
}

Strings strings_of(const Column::Data& data) {
    std::vector<std::uint64_t> begins(data.text_offsets.begin(), data.text_offsets.end());
    return {.bytes = Array<char>({data.text_bytes.begin(), data.text_bytes.end()}),
            .begins = Array<std::uint64_t>(std::move(begins))};
}

void add_values(SectionWriter& file, const std::string& name, const Column::Data& data) {
    switch (data.type) {
        case int64:
        case datetime:
            return file.add(name, data.int64s);
        case float64:
            return file.add(name, data.float64s);
        case boolean:
            return file.add(name, data.booleans);
        case date:
            return file.add(name, data.dates);
        case ColumnType::text:
            return add_strings(file, name, strings_of(data));
    }
}

/// Rows whose bit is not set.
std::size_t zeros(std::span<const std::uint8_t> bits, std::size_t rows) {
    std::size_t ones = 0;
    for (std::size_t row = 0; row < rows; ++row) ones += bits[row / 8] >> (row % 8) & 1U;
    return rows - ones;
}

}  // namespace

void add_columns(SectionWriter& file, const std::string& name, const Columns& columns) {
    if (columns.columns().size() > most_columns) {
        throw Error(ErrorKind::bad_argument,
                    "a corpus file has room for " + std::to_string(most_columns) +
                        " metadata columns, not for " + std::to_string(columns.columns().size()));
    }
    GrowingStrings names;
    std::vector<std::uint8_t> types;
    for (const auto& [column_name, column] : columns.columns()) {
        names.push(column_name);
        types.push_back(static_cast<std::uint8_t>(column.type()));
    }
    file.add(name + ".rows", std::vector<std::uint64_t>{columns.rows()});
    add_strings(file, name + ".names", std::move(names).finish());
    file.add(name + ".types", std::move(types));
    for (std::size_t i = 0; i < columns.columns().size(); ++i) {
        const auto& data = columns.columns()[i].second.data();
        file.add(name_of_column(name, i) + ".validity", data.validity);
        add_values(file, name_of_column(name, i), data);
    }
}

StoredColumns::StoredColumns(SectionReader& file, const std::string& name)
    : rows_(file.array_of<std::uint64_t>(1, name + ".rows").at(0)),
      names_(read_strings(file, name + ".names")) {
    const auto types =
        file.array_of<std::uint8_t>(names_.size(), name + ".types", Below{type_limit});
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (!seen.insert(names_.text(i)).second) file.refuse(name + ".names", "has a name twice");
        const auto column_name = name_of_column(name, i);
        Stored column;
        column.type = static_cast<ColumnType>(types.at(i));
        column.validity = file.array<std::uint8_t>(column_name + ".validity");
        if (!column.validity.empty() && column.validity.size() != rows_ / 8 + (rows_ % 8 != 0)) {
            file.refuse(column_name + ".validity", "does not have a bit a row");
        }
        read_values(file, column_name, column);
        columns_.push_back(std::move(column));
    }
}

void StoredColumns::read_values(SectionReader& file,
                                const std::string& name,
                                Stored& column) const {
    switch (column.type) {
        case int64:
            column.int64s = file.array_of<std::int64_t>(rows_, name);
            break;
        case datetime:
            column.int64s = file.array_of<std::int64_t>(rows_, name, datetimes);
            break;
        case float64:
            column.float64s = file.array_of<double>(rows_, name);
            break;
        case boolean:
            column.booleans = file.array_of<std::uint8_t>(rows_, name, Below{2});
            break;
        case date:
            column.dates = file.array_of<std::int32_t>(rows_, name, Within{first_day, last_day});
            break;
        case ColumnType::text:
            column.texts = read_strings(file, name);
            if (column.texts.size() != rows_) file.refuse(name + ".begins", "has too few or many");
            break;
    }
}

Column StoredColumns::column(const Stored& stored) const {
    auto data = std::make_shared<Column::Data>();
    data->type = stored.type;
    data->size = rows_;
    data->int64s = copy_of(stored.int64s);
    data->float64s = copy_of(stored.float64s);
    data->booleans = copy_of(stored.booleans);
    data->dates = copy_of(stored.dates);
    stored.texts.require_whole(0, stored.texts.size());
    for (const auto begin : stored.texts.begins.all()) {
        data->text_offsets.push_back(static_cast<std::int64_t>(begin));
    }
    const auto bytes = stored.texts.bytes.all();
    data->text_bytes.assign(bytes.begin(), bytes.end());
    data->validity = copy_of(stored.validity);
    if (!data->validity.empty()) data->null_count = zeros(data->validity, rows_);
    return Column(std::move(data));
}

Columns StoredColumns::columns() const {
    std::vector<Columns::Named> columns;
    columns.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        columns.emplace_back(names_.text(i), column(columns_[i]));
    }
    return Columns(std::move(columns));
}

}  // namespace wortfeld::corpus

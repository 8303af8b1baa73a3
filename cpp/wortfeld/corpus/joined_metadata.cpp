#include "wortfeld/corpus/joined_metadata.hpp"

#include "wortfeld/base/error.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::corpus {
namespace {

const Column* find(const Columns& columns, std::string_view name) {
    for (const auto& [found, column] : columns.columns()) {
        if (found == name) return &column;
    }
    return nullptr;
}

bool has_value(const Column& column, std::size_t row) {
    if (column.is_null(row)) return false;
    return column.type() != ColumnType::float64 || !std::isnan(column.float64s()[row]);
}

/// Nulls and NaN do not tell the type of a column.
bool has_values(const Column& column) {
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (has_value(column, row)) return true;
    }
    return false;
}

bool is_number(ColumnType type) {
    return type == ColumnType::int64 || type == ColumnType::float64;
}

std::string_view described(ColumnType type) {
    switch (type) {
        case ColumnType::int64:
            return "whole numbers";
        case ColumnType::float64:
            return "floats";
        case ColumnType::boolean:
            return "booleans";
        case ColumnType::date:
            return "days";
        case ColumnType::datetime:
            return "times";
        case ColumnType::text:
            break;
    }
    return "texts";
}

ColumnType joined_type(const std::string& name, const Column& first, const Column& second) {
    if (first.type() == second.type()) return first.type();
    if (is_number(first.type()) && is_number(second.type())) return ColumnType::float64;
    const bool has_first = has_values(first);
    const bool has_second = has_values(second);
    if (!has_first && !has_second) {
        // What has NaN but no value is a column of floats.
        const bool has_nan = second.type() == ColumnType::float64;
        return has_nan && second.null_count() < second.size() ? second.type() : first.type();
    }
    if (!has_second) return first.type();
    if (!has_first) return second.type();
    throw Error(ErrorKind::bad_argument,
                "metadata column '" + name + "' has " + std::string(described(first.type())) +
                    " in the corpus and " + std::string(described(second.type())) +
                    " in what is appended; give values of the same type, or read all of it again");
}

void push_as(ColumnWriter& writer, ColumnType type, const Column& column, std::size_t row) {
    if (column.type() == type) {
        writer.push_from(column, row);
    } else if (type == ColumnType::float64 && has_value(column, row)) {
        writer.push(static_cast<double>(column.int64s()[row]));
    } else {
        writer.push_null();
    }
}

/// A part that does not have the column is null.
void push_part(ColumnWriter& writer, ColumnType type, const Column* column, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        if (column == nullptr) {
            writer.push_null();
        } else {
            push_as(writer, type, *column, row);
        }
    }
}

Column joined_column(ColumnType type,
                     const std::string& name,
                     const PartMetadata& first,
                     const PartMetadata& second) {
    ColumnWriter writer(type);
    push_part(writer, type, find(first.columns, name), first.documents);
    push_part(writer, type, find(second.columns, name), second.documents);
    return std::move(writer).finish();
}

}  // namespace

Columns joined_metadata(const PartMetadata& first, const PartMetadata& second) {
    std::vector<Columns::Named> joined;
    for (const auto& [name, column] : first.columns.columns()) {
        const auto* const other = find(second.columns, name);
        const auto type = other == nullptr ? column.type() : joined_type(name, column, *other);
        joined.emplace_back(name, joined_column(type, name, first, second));
    }
    for (const auto& [name, column] : second.columns.columns()) {
        if (find(first.columns, name) != nullptr) continue;
        joined.emplace_back(name, joined_column(column.type(), name, first, second));
    }
    return Columns(std::move(joined));
}

}  // namespace wortfeld::corpus

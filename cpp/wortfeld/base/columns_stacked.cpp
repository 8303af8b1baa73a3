#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/error.hpp"

#include <string>

namespace wortfeld {
namespace {

Error unlike(const std::string& name) {
    return {ErrorKind::bad_argument,
            "column '" + name + "' is missing in a part of the table or of another type there"};
}

Column stacked_column(std::span<const Columns> parts, std::size_t at) {
    const auto& [name, first] = parts.front().columns()[at];
    ColumnWriter writer(first.type());
    for (const auto& part : parts) {
        if (part.columns().size() != parts.front().columns().size()) throw unlike(name);
        const auto& [found, column] = part.columns()[at];
        if (found != name || column.type() != first.type()) throw unlike(name);
        for (std::size_t row = 0; row < column.size(); ++row) writer.push_from(column, row);
    }
    return std::move(writer).finish();
}

}  // namespace

void ColumnWriter::push_from(const Column& column, std::size_t row) {
    if (column.is_null(row)) return push_null();
    switch (column.type()) {
        case ColumnType::int64:
            return push(column.int64s()[row]);
        case ColumnType::float64:
            return push(column.float64s()[row]);
        case ColumnType::boolean:
            return push_boolean(column.booleans()[row] != 0);
        case ColumnType::date:
            return push_date(column.dates()[row]);
        case ColumnType::datetime:
            return push_datetime(column.datetimes()[row]);
        case ColumnType::text:
            return push(column.text(row));
    }
}

Columns Columns::select(std::span<const std::string> names) const {
    std::vector<Named> columns;
    for (const auto& name : names) columns.emplace_back(name, column(name));
    return Columns(std::move(columns));
}

Columns Columns::stacked(std::span<const Columns> parts) {
    if (parts.empty()) return {};
    std::vector<Named> columns;
    for (std::size_t i = 0; i < parts.front().columns().size(); ++i) {
        columns.emplace_back(parts.front().columns()[i].first, stacked_column(parts, i));
    }
    return Columns(std::move(columns));
}

}  // namespace wortfeld

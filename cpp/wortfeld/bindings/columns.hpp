// The way columns leave the core, as NumPy arrays, Python values or Arrow, and the way lists enter.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/columns.hpp"

#include <string_view>

namespace wortfeld::bindings {

/// `int64`, `float64`, `boolean`, `text`, `date` or `datetime`.
[[nodiscard]] const char* type_name(ColumnType type);
/// The type of that name; `Error{unknown_name}` otherwise.
[[nodiscard]] ColumnType type_named(std::string_view name);

/// A read-only array. Numbers and booleans without nulls are views that keep the column alive.
/// With nulls, numbers become float64 with NaN and booleans objects with None. Dates are
/// datetime64[D] and datetimes datetime64[us] with NaT, text objects with None.
[[nodiscard]] py::array numpy(const Column& column);
/// The numbers or booleans as they lie in memory, 0 where null: a read-only view.
[[nodiscard]] py::array storage(const Column& column);
/// True where null.
[[nodiscard]] py::array null_mask(const Column& column);
/// int, float, bool, str, datetime.date, datetime.datetime or None for every row.
[[nodiscard]] py::list values(const Column& column);

/// A column from Python values of one type, None for null; TypeError, OverflowError or
/// UnicodeEncodeError for a value that does not fit.
[[nodiscard]] Column column_from(ColumnType type, const py::list& values);

}  // namespace wortfeld::bindings

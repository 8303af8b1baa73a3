#include "wortfeld/bindings/columns.hpp"

#include "wortfeld/base/suggest.hpp"

#include <array>
#include <cassert>
#include <limits>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

namespace wortfeld::bindings {
namespace {

constexpr std::array<std::pair<std::string_view, ColumnType>, 6> type_names = {{
    {"int64", ColumnType::int64},
    {"float64", ColumnType::float64},
    {"boolean", ColumnType::boolean},
    {"text", ColumnType::text},
    {"date", ColumnType::date},
    {"datetime", ColumnType::datetime},
}};

/// 1970-01-01 as Python counts days: 1 is 0001-01-01.
constexpr std::int64_t epoch_ordinal = 719163;
constexpr auto not_a_time = std::numeric_limits<std::int64_t>::min();

py::array read_only(py::array array) {
    array.attr("setflags")("write"_a = false);
    return array;
}

/// A view of the column's own memory, which lives as long as the array.
py::array view(const Column& column, const py::dtype& type, const void* data) {
    auto owner = std::make_unique<Column>(column);
    const py::capsule keeper(owner.get(), [](void* kept) {
        const std::unique_ptr<Column> released(static_cast<Column*>(kept));
    });
    std::ignore = owner.release();
    return read_only(py::array(type, static_cast<py::ssize_t>(column.size()), data, keeper));
}

/// A new array with a value for every row, computed by `value_of(row)`.
template <typename Value, typename ValueOf>
py::array copy(const Column& column, const py::dtype& type, ValueOf value_of) {
    py::array array(type, static_cast<py::ssize_t>(column.size()));
    auto* out = static_cast<Value*>(array.mutable_data());
    for (std::size_t row = 0; row < column.size(); ++row) out[row] = value_of(row);
    return read_only(std::move(array));
}

template <typename Value>
py::array with_nan(const Column& column, std::span<const Value> values) {
    return copy<double>(column, py::dtype::of<double>(), [&](std::size_t row) {
        return column.is_null(row) ? std::numeric_limits<double>::quiet_NaN()
                                   : static_cast<double>(values[row]);
    });
}

/// Texts as Python strings. Neighbours are often equal (documents, kinds) and share one string.
class TextReader {
  public:
    explicit TextReader(const Column& column) : column_(column) {}

    py::object operator()(std::size_t row) {
        const auto text = column_.text(row);
        if (!last_ || text != last_text_) {
            auto* decoded =
                PyUnicode_FromStringAndSize(text.data(), static_cast<py::ssize_t>(text.size()));
            if (decoded == nullptr) throw py::error_already_set();
            last_ = py::reinterpret_steal<py::object>(decoded);
            last_text_ = text;
        }
        return last_;
    }

  private:
    const Column& column_;
    py::object last_;
    std::string_view last_text_;
};

class DateReader {
  public:
    explicit DateReader(const Column& column) : days_(column.dates()) {}

    py::object operator()(std::size_t row) const {
        return from_ordinal_(epoch_ordinal + days_[row]);
    }

  private:
    std::span<const std::int32_t> days_;
    py::object from_ordinal_ = py::module_::import("datetime").attr("date").attr("fromordinal");
};

/// A datetime is an epoch plus a timedelta: no time zone of the machine comes in between.
class DatetimeReader {
  public:
    explicit DatetimeReader(const Column& column) : microseconds_(column.datetimes()) {}

    py::object operator()(std::size_t row) const {
        return epoch_ + timedelta_(0, 0, microseconds_[row]);
    }

  private:
    std::span<const std::int64_t> microseconds_;
    py::object timedelta_ = py::module_::import("datetime").attr("timedelta");
    py::object epoch_ = py::module_::import("datetime").attr("datetime")(1970, 1, 1);
};

/// Calls `put(row, object)` with the Python value of every row, None where null.
template <typename ValueOf, typename Put>
void each_value(const Column& column, ValueOf&& value_of, Put put) {
    for (std::size_t row = 0; row < column.size(); ++row) {
        put(row, column.is_null(row) ? py::object(py::none()) : py::object(value_of(row)));
    }
}

template <typename Put>
void each_value(const Column& column, Put put) {
    switch (column.type()) {
        case ColumnType::int64:
            return each_value(
                column, [&](auto row) { return py::int_(column.int64s()[row]); }, put);
        case ColumnType::float64:
            return each_value(
                column, [&](auto row) { return py::float_(column.float64s()[row]); }, put);
        case ColumnType::boolean:
            return each_value(
                column, [&](auto row) { return py::bool_(column.booleans()[row] != 0); }, put);
        case ColumnType::text:
            return each_value(column, TextReader(column), put);
        case ColumnType::date:
            return each_value(column, DateReader(column), put);
        case ColumnType::datetime:
            return each_value(column, DatetimeReader(column), put);
    }
}

py::array objects(const Column& column) {
    py::array array(py::dtype("O"), static_cast<py::ssize_t>(column.size()));
    auto** out = static_cast<PyObject**>(array.mutable_data());
    each_value(column, [&](std::size_t row, py::object value) {
        const auto replaced = py::reinterpret_steal<py::object>(out[row]);
        out[row] = value.release().ptr();
    });
    return read_only(std::move(array));
}

void throw_if_python_failed() {
    if (PyErr_Occurred() != nullptr) throw py::error_already_set();
}

std::string_view text_of(const py::handle& value) {
    if (!PyUnicode_Check(value.ptr())) throw py::type_error("expected str");
    py::ssize_t size = 0;
    const auto* text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (text == nullptr) throw py::error_already_set();
    return {text, static_cast<std::size_t>(size)};
}

std::int64_t integer_of(const py::handle& value) {
    const auto integer = PyLong_AsLongLong(value.ptr());
    throw_if_python_failed();
    return integer;
}

/// Microseconds since the epoch of a `datetime.datetime` without a time zone.
std::int64_t microseconds_of(const py::handle& value) {
    const auto datetime = py::module_::import("datetime");
    const auto since = value - datetime.attr("datetime")(1970, 1, 1);
    return integer_of(since.attr("__floordiv__")(datetime.attr("timedelta")(0, 0, 1)));
}

void push(ColumnWriter& writer, ColumnType type, const py::handle& value) {
    switch (type) {
        case ColumnType::int64:
            return writer.push(integer_of(value));
        case ColumnType::float64: {
            const auto number = PyFloat_AsDouble(value.ptr());
            throw_if_python_failed();
            return writer.push(number);
        }
        case ColumnType::boolean:
            if (!PyBool_Check(value.ptr())) throw py::type_error("expected bool");
            return writer.push_boolean(value.ptr() == Py_True);
        case ColumnType::text:
            return writer.push(text_of(value));
        case ColumnType::date:
            return writer.push_date(
                static_cast<std::int32_t>(integer_of(value.attr("toordinal")()) - epoch_ordinal));
        case ColumnType::datetime:
            return writer.push_datetime(microseconds_of(value));
    }
}

}  // namespace

const char* type_name(ColumnType type) {
    for (const auto& [name, named] : type_names) {
        if (named == type) return name.data();
    }
    assert(false);
    return "";
}

ColumnType type_named(std::string_view name) {
    std::vector<std::string_view> known;
    for (const auto& [known_name, type] : type_names) {
        if (known_name == name) return type;
        known.push_back(known_name);
    }
    throw unknown_name("column type", name, known);
}

py::array numpy(const Column& column) {
    const auto nulls = column.null_count() > 0;
    switch (column.type()) {
        case ColumnType::int64:
            return nulls ? with_nan(column, column.int64s()) : storage(column);
        case ColumnType::float64:
            return nulls ? with_nan(column, column.float64s()) : storage(column);
        case ColumnType::boolean:
            return nulls ? objects(column) : storage(column);
        case ColumnType::text:
            return objects(column);
        case ColumnType::date:
            return copy<std::int64_t>(column, py::dtype("datetime64[D]"), [&](std::size_t row) {
                return column.is_null(row) ? not_a_time : std::int64_t{column.dates()[row]};
            });
        case ColumnType::datetime:
            return copy<std::int64_t>(column, py::dtype("datetime64[us]"), [&](std::size_t row) {
                return column.is_null(row) ? not_a_time : column.datetimes()[row];
            });
    }
    assert(false);
    return {};
}

py::array storage(const Column& column) {
    switch (column.type()) {
        case ColumnType::int64:
            return view(column, py::dtype::of<std::int64_t>(), column.int64s().data());
        case ColumnType::float64:
            return view(column, py::dtype::of<double>(), column.float64s().data());
        case ColumnType::boolean:
            return view(column, py::dtype::of<bool>(), column.booleans().data());
        case ColumnType::text:
        case ColumnType::date:
        case ColumnType::datetime:
            break;
    }
    throw py::type_error("only columns of numbers and booleans are arrays in memory");
}

py::array null_mask(const Column& column) {
    return copy<bool>(
        column, py::dtype::of<bool>(), [&](std::size_t row) { return column.is_null(row); });
}

py::list values(const Column& column) {
    py::list list(column.size());
    each_value(column, [&](std::size_t row, py::object value) {
        PyList_SET_ITEM(list.ptr(), static_cast<py::ssize_t>(row), value.release().ptr());
    });
    return list;
}

Column column_from(ColumnType type, const py::list& values) {
    ColumnWriter writer(type);
    for (const auto& value : values) {
        if (value.is_none()) {
            writer.push_null();
        } else {
            push(writer, type, value);
        }
    }
    return std::move(writer).finish();
}

}  // namespace wortfeld::bindings

// `_core.Columns`: what a Table holds.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/columns.hpp"
#include "wortfeld/bindings/arrow.hpp"
#include "wortfeld/bindings/columns.hpp"
#include "wortfeld/bindings/run.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

/// A list that is given several times is read once.
Columns make_columns(const py::list& columns) {
    std::vector<Columns::Named> made;
    std::map<std::pair<PyObject*, ColumnType>, Column> known;
    for (const auto& column : columns) {
        const auto [name, type_text, values] =
            column.cast<std::tuple<std::string, std::string, py::list>>();
        const auto type = type_named(type_text);
        const auto key = std::pair(values.ptr(), type);
        auto found = known.find(key);
        if (found == known.end()) found = known.emplace(key, column_from(type, values)).first;
        made.emplace_back(name, found->second);
    }
    return Columns(std::move(made));
}

/// The inverse of `make_columns`; also the pickled form.
py::list list_columns(const Columns& columns) {
    py::list listed;
    for (const auto& [name, column] : columns.columns()) {
        listed.append(py::make_tuple(name, type_name(column.type()), values(column)));
    }
    return listed;
}

std::vector<std::string> names_of(const Columns& columns) {
    std::vector<std::string> names;
    for (const auto& [name, column] : columns.columns()) names.push_back(name);
    return names;
}

/// Sorting and taking copy whole columns, so other Python threads go on meanwhile.
template <typename Work>
Columns released(Work work) {
    return run(1, py::none(), [&](Job& /*job*/) { return work(); });
}

void bind_rows(py::class_<Columns, py::smart_holder>& columns) {
    columns
        .def(
            "take",
            [](const Columns& self, const std::vector<std::size_t>& rows) {
                return released([&] { return self.take(rows); });
            },
            "rows"_a,
            "These rows in this order.")
        .def(
            "slice",
            [](const Columns& self, std::size_t begin, std::size_t end) {
                return released([&] { return self.slice(begin, end); });
            },
            "begin"_a,
            "end"_a,
            "The rows [begin, end), clipped to the table.")
        .def(
            "sorted",
            [](const Columns& self, const std::vector<std::string>& by, bool descending) {
                const std::vector<std::string_view> names(by.begin(), by.end());
                return released([&] { return self.sorted(names, descending); });
            },
            "by"_a,
            py::kw_only(),
            "descending"_a,
            "Stable sort; ties by the columns from the first on, NaN and nulls last.")
        .def(
            "select",
            [](const Columns& self, const std::vector<std::string>& names) {
                return self.select(names);
            },
            "names"_a,
            "These columns.")
        .def("joined", &Columns::joined, "other"_a, "The columns of both.")
        .def("rows_with",
             &Columns::rows_with,
             "name"_a,
             "key"_a,
             "The rows whose text in this column is the key.");
}

void bind_values(py::class_<Columns, py::smart_holder>& columns) {
    const auto of_column = [&](const char* name, auto convert, const char* summary) {
        columns.def(
            name,
            [convert](const Columns& self, std::string_view column) {
                return convert(self.column(column));
            },
            "name"_a,
            summary);
    };
    of_column("numpy", numpy, "A read-only array; a view where it can be.");
    of_column("storage", storage, "Numbers or booleans as a view, 0 where null.");
    of_column("null_mask", null_mask, "True where null.");
    of_column("values", values, "A list of Python values, None where null.");
    of_column(
        "type", [](const Column& column) { return type_name(column.type()); }, "The column type.");
    of_column(
        "null_count", [](const Column& column) { return column.null_count(); }, "Count of nulls.");
}

}  // namespace

void bind_columns(py::module_& module) {
    py::class_<Columns, py::smart_holder> columns(
        module, "Columns", "Immutable named columns of equal length.");
    columns.def_property_readonly("names", names_of, "Names of the columns, in order.")
        .def_property_readonly("rows", &Columns::rows, "Number of rows.")
        .def("__arrow_c_schema__", arrow_schema, "The type, as an Arrow capsule.")
        .def(
            "__arrow_c_stream__",
            [](const Columns& self, const py::object& /*requested_schema*/) {
                return arrow_stream(self);
            },
            "requested_schema"_a = py::none(),
            "The rows, as an Arrow capsule. A requested schema is a wish and not fulfilled.")
        .def(py::pickle(&list_columns, &make_columns));
    bind_rows(columns);
    bind_values(columns);
    module.def(
        "stack_columns",
        [](const std::vector<Columns>& parts) {
            return released([&] { return Columns::stacked(parts); });
        },
        "parts"_a,
        "The rows of all parts.");
    module.def("make_columns",
               make_columns,
               "columns"_a,
               "Columns from a list of (name, type, list of values), None for null.");
}

}  // namespace wortfeld::bindings

// `_core.Gazetteer`: compiled of rows, saved and opened.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/gazetteer.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/bindings/writing.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/rules.hpp"

#include <memory>
#include <string>
#include <utility>

namespace wortfeld::bindings {
namespace {

void bind_class(py::module_& module) {
    py::class_<SharedGazetteer, py::smart_holder>(module, "Gazetteer", "Entities and their names.")
        .def(py::init([](const Columns& rows, const std::string& source) {
                 return SharedGazetteer{{.gazetteer = std::make_shared<const entity::Gazetteer>(
                                             entity::Gazetteer::compile(rows, source)),
                                         .rows = {},
                                         .source = source}};
             }),
             "rows"_a,
             "source"_a)
        .def(
            "warnings",
            [](const SharedGazetteer& self) { return entity::row_warnings_table(*self.gazetteer); })
        .def("stored_rows", [](const SharedGazetteer& self) { return self.rows.columns(); })
        .def_property_readonly("stored_count",
                               [](const SharedGazetteer& self) { return self.rows.rows(); })
        .def_property_readonly("source", [](const SharedGazetteer& self) { return self.source; })
        .def_property_readonly("fingerprint", [](const SharedGazetteer& self) {
            return self.gazetteer->fingerprint();
        });
}

void bind_gazetteer_files(py::module_& module) {
    module.def(
        "save_gazetteer",
        [](const SharedGazetteer& gazetteer,
           const Columns& rows,
           int file,
           unsigned threads,
           const py::object& progress) {
            write_file(threads, progress, file, [&] {
                return entity::gazetteer_file(*gazetteer.gazetteer, rows, gazetteer.source);
            });
        },
        "gazetteer"_a,
        "rows"_a,
        "file"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "Write it and its rows to an empty file that is open for writing.");
    module.def(
        "open_gazetteer",
        [](int file, std::string name, unsigned threads, const py::object& progress) {
            Descriptor descriptor(file);
            return run(threads, progress, [&](Job& /*job*/) {
                return SharedGazetteer{entity::open_gazetteer(
                    FileBytes::mapped(std::move(descriptor), std::move(name)))};
            });
        },
        "file"_a,
        "name"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "The gazetteer in a file, whose descriptor it takes over; the name is for messages.");
}

}  // namespace

void bind_gazetteer(py::module_& module) {
    bind_class(module);
    bind_gazetteer_files(module);
}

}  // namespace wortfeld::bindings

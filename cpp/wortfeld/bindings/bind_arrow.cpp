// `_core.ArrowStream` and `_core.ArrowBatch`: columns of other programs, read batch by batch.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/arrow_import.hpp"
#include "wortfeld/base/arrow_texts.hpp"
#include "wortfeld/bindings/arrow.hpp"
#include "wortfeld/bindings/columns.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/corpus/arrow_documents.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

ArrowStream stream_of(const py::object& source, std::size_t before, std::size_t counted_from) {
    return arrow_stream_from(source, {.before = before, .counted_from = counted_from});
}

std::vector<std::string> names_of(const ArrowStream& stream) {
    std::vector<std::string> names;
    for (const auto& field : stream.fields()) names.push_back(field.name);
    return names;
}

void bind_stream(py::module_& module) {
    py::class_<ArrowStream, py::smart_holder>(
        module, "ArrowStream", "A table or a column that arrives batch by batch, once.")
        .def(py::init(&stream_of), "source"_a, py::kw_only(), "before"_a = 0, "counted_from"_a = 0)
        .def_property_readonly("is_table", &ArrowStream::is_table, "Whether it has named columns.")
        .def_property_readonly("names", &names_of, "Names of the columns.")
        .def_property_readonly(
            "zoned",
            [](const ArrowStream& self) {
                std::vector<std::string> names;
                for (const auto& field : self.fields()) {
                    if (field.type.has_zone) names.push_back(field.name);
                }
                return names;
            },
            "Names of the columns of timestamps with a time zone.")
        .def(
            "type",
            [](const ArrowStream& self, std::string_view name) {
                return type_name(column_type(self.field(name)));
            },
            "name"_a,
            "The type that a column has with us.")
        .def(
            "next",
            [](ArrowStream& self) {
                return run(1, py::none(), [&](Job& /*job*/) { return self.next(); });
            },
            "The next batch, or None at the end.");
}

void bind_batch(py::module_& module) {
    py::class_<ArrowBatch, py::smart_holder>(module, "ArrowBatch", "Rows that came together.")
        .def_property_readonly("rows", &ArrowBatch::rows, "Number of rows.")
        .def(
            "text_bytes",
            [](const ArrowBatch& self, std::string_view name) {
                return ArrowTexts(self.view(name)).bytes();
            },
            "name"_a,
            "Bytes of all texts of a column.")
        .def(
            "columns",
            [](const ArrowBatch& self, const std::vector<std::string>& names) {
                const std::vector<std::string_view> wanted(names.begin(), names.end());
                return run(1, py::none(), [&](Job& /*job*/) { return self.columns(wanted); });
            },
            "names"_a,
            "These columns, copied.");
}

}  // namespace

void bind_arrow(py::module_& module) {
    bind_batch(module);
    bind_stream(module);
    module.def(
        "add_arrow",
        [](corpus::Builder& builder,
           const std::vector<ArrowBatch>& batches,
           const std::string& text,
           const Columns& ids,
           std::string prefix,
           std::vector<std::string> languages,
           bool skip,
           unsigned threads,
           const py::object& progress) {
            const corpus::ArrowDocuments documents{.batches = batches,
                                                   .text = text,
                                                   .ids = ids,
                                                   .prefix = std::move(prefix),
                                                   .languages = std::move(languages),
                                                   .skip_missing = skip};
            return run(
                threads, progress, [&](Job& job) { return add_arrow(builder, documents, job); });
        },
        "builder"_a,
        "batches"_a,
        py::kw_only(),
        "text"_a,
        "ids"_a,
        "prefix"_a,
        "languages"_a,
        "skip"_a,
        "threads"_a,
        "progress"_a,
        "Add a document for each row and return the rows left out, whose text is missing.");
}

}  // namespace wortfeld::bindings

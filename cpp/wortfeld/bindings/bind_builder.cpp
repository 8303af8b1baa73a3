// `_core.Builder`: how documents get into the core.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/bindings/texts.hpp"
#include "wortfeld/corpus/builder.hpp"
#include "wortfeld/corpus/lines.hpp"
#include "wortfeld/text/profile.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

using BuilderClass = py::class_<corpus::Builder, py::smart_holder>;

void bind_making(BuilderClass& builder) {
    using corpus::Builder;
    builder.def(py::init([](bool replace_ill_formed,
                            bool skip_bad_input,
                            bool detect_zones,
                            const std::vector<std::string_view>& keep,
                            std::shared_ptr<text::Profile> profile) {
                    return Builder({.replace_ill_formed = replace_ill_formed,
                                    .skip_bad_input = skip_bad_input,
                                    .detect_zones = detect_zones,
                                    .keep = text::kept_forms_named(keep).value(),
                                    .profile = std::move(profile)});
                }),
                py::kw_only(),
                "replace_ill_formed"_a,
                "skip_bad_input"_a,
                "detect_zones"_a,
                "keep"_a,
                "profile"_a);
}

void bind_adding(BuilderClass& builder) {
    using corpus::Builder;
    builder.def(
        "add",
        [](Builder& self, const py::list& rows, unsigned threads, const py::object& progress) {
            const auto sources = sources_from(rows);
            run(threads, progress, [&](Job& job) { self.add(sources, job); });
        },
        "rows"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "Add documents, rows of (id, bytes or str, language).");
}

void bind_adding_lines(BuilderClass& builder) {
    using corpus::Builder;
    builder.def(
        "add_lines",
        [](Builder& self,
           const py::bytes& block,
           const std::string& name,
           std::size_t first,
           const std::string& language,
           unsigned threads) {
            const auto documents = corpus::line_documents(
                std::string_view(block), {.name = name, .first = first, .language = language});
            run(threads, py::none(), [&](Job& job) { self.add(documents, job); });
            return documents.size();
        },
        "block"_a,
        py::kw_only(),
        "name"_a,
        "first"_a,
        "language"_a,
        "threads"_a,
        "Add whole lines of UTF-8, each a document; how many they are.");
}

void bind_adding_texts(BuilderClass& builder) {
    using corpus::Builder;
    builder
        .def(
            "add_texts",
            [](Builder& self,
               const py::list& texts,
               std::size_t begin,
               std::vector<std::string> ids,
               std::string prefix,
               std::size_t first,
               std::vector<std::string> languages,
               unsigned threads) {
                const PackedTexts packed(texts,
                                         {.begin = begin,
                                          .ids = std::move(ids),
                                          .prefix = std::move(prefix),
                                          .first = first,
                                          .languages = std::move(languages)});
                run(threads, py::none(), [&](Job& job) { self.add(packed.sources(), job); });
                return packed.sources().size();
            },
            "texts"_a,
            py::kw_only(),
            "begin"_a,
            "ids"_a,
            "prefix"_a,
            "first"_a,
            "languages"_a,
            "threads"_a,
            "Add texts from an index on; how many, for an entry that is no text ends the block.")
        .def_property_readonly("skipped", &Builder::skipped, "Documents offered and left out.");
}

void bind_finishing(BuilderClass& builder) {
    using corpus::Builder;
    builder
        .def(
            "warn",
            [](Builder& self,
               std::string source,
               std::string place,
               std::string kind,
               std::string message) {
                self.warn(
                    {std::move(source), std::move(place), std::move(kind), std::move(message)});
            },
            "source"_a,
            "place"_a,
            "kind"_a,
            "message"_a,
            "Add a row to the corpus's warnings.")
        .def(
            "finish",
            [](Builder& self,
               const Columns& metadata,
               unsigned threads,
               const py::object& progress) {
                return run(threads, progress, [&](Job& job) {
                    return SharedCorpus{std::make_shared<const index::IndexedCorpus>(
                        std::move(self).finish(metadata), job)};
                });
            },
            "metadata"_a,
            py::kw_only(),
            "threads"_a,
            "progress"_a,
            "The corpus; the builder is empty afterwards.");
}

void bind_lines(py::module_& module) {
    module.def(
        "split_lines",
        [](const py::bytes& block) {
            py::list lines;
            for (const auto line : corpus::split_lines(std::string_view(block))) {
                lines.append(py::bytes(line));
            }
            return lines;
        },
        "block"_a,
        "The lines of a block without their ends.");
}

}  // namespace

void bind_builder(py::module_& module) {
    BuilderClass builder(module, "Builder", "Collects documents for a corpus.");
    bind_making(builder);
    bind_adding(builder);
    bind_adding_lines(builder);
    bind_adding_texts(builder);
    bind_finishing(builder);
    bind_lines(module);
}

}  // namespace wortfeld::bindings

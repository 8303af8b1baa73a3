// `_core.Builder` and `_core.Corpus`: reading, documents, terms, concordance.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/analysis/concordance.hpp"
#include "wortfeld/analysis/counts.hpp"
#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/corpus/builder.hpp"
#include "wortfeld/corpus/tables.hpp"

#include <memory>
#include <string>
#include <utility>

namespace wortfeld::bindings {
namespace {

using BuilderClass = py::class_<corpus::Builder, py::smart_holder>;
using CorpusClass = py::class_<SharedCorpus, py::smart_holder>;

void bind_adding(BuilderClass& builder) {
    using corpus::Builder;
    builder
        .def(py::init([](bool replace_ill_formed,
                         bool skip_bad_input,
                         bool refuse_nul,
                         bool detect_zones) {
                 return Builder({.replace_ill_formed = replace_ill_formed,
                                 .skip_bad_input = skip_bad_input,
                                 .refuse_nul = refuse_nul,
                                 .detect_zones = detect_zones});
             }),
             py::kw_only(),
             "replace_ill_formed"_a,
             "skip_bad_input"_a,
             "refuse_nul"_a,
             "detect_zones"_a)
        .def(
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
                return run(threads, progress, [&](Job& /*job*/) {
                    return SharedCorpus{std::make_shared<const index::IndexedCorpus>(
                        std::move(self).finish(metadata))};
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

void bind_sizes(CorpusClass& corpus) {
    corpus
        .def_property_readonly(
            "document_count",
            [](const SharedCorpus& self) { return self.corpus().documents().size(); })
        .def_property_readonly(
            "token_count", [](const SharedCorpus& self) { return self.corpus().terms().size(); })
        .def_property_readonly("word_count",
                               [](const SharedCorpus& self) { return self.corpus().word_count(); });
}

void bind_counts(CorpusClass& corpus) {
    corpus
        .def(
            "terms",
            [](const SharedCorpus& self,
               const std::string& layer,
               const ZoneNames& zones,
               std::uint64_t min_count,
               unsigned threads,
               const py::object& progress) {
                return run(threads, progress, [&](Job& job) {
                    return analysis::terms_table(
                        self.corpus(),
                        {.layer = layer, .zones = zone_set(zones), .min_count = min_count},
                        job);
                });
            },
            py::kw_only(),
            "layer"_a,
            "zones"_a,
            "min_count"_a,
            "threads"_a,
            "progress"_a,
            "Terms with their counts.")
        .def(
            "concordance",
            [](const SharedCorpus& self,
               const std::string& pattern,
               std::optional<std::size_t> top,
               const py::object& progress) {
                return run(1, progress, [&](Job& /*job*/) {
                    return analysis::concordance_table(
                        *self.indexed, index::parse_pattern(pattern), top);
                });
            },
            "pattern"_a,
            py::kw_only(),
            "top"_a,
            "progress"_a,
            "Hits of a pattern with the text around them.");
}

void bind_tables(CorpusClass& corpus) {
    corpus
        .def(
            "text",
            [](const SharedCorpus& self, const std::string& id) {
                return self.corpus().document(require_document(self.corpus(), id)).text;
            },
            "document"_a,
            "The untouched source text.")
        .def(
            "__contains__",
            [](const SharedCorpus& self, const std::string& id) {
                return self.corpus().find(id).has_value();
            },
            "document"_a)
        .def("documents",
             [](const SharedCorpus& self) { return corpus::documents_table(self.corpus()); })
        .def(
            "sentences",
            [](const SharedCorpus& self, const std::optional<std::string>& id) {
                std::optional<DocumentId> only;
                if (id) only = require_document(self.corpus(), *id);
                return corpus::sentences_table(self.corpus(), only);
            },
            "document"_a)
        .def(
            "tokens",
            [](const SharedCorpus& self, const std::string& id) {
                return corpus::tokens_table(self.corpus(), require_document(self.corpus(), id));
            },
            "document"_a)
        .def("zones", [](const SharedCorpus& self) { return corpus::zones_table(self.corpus()); })
        .def("breaking_off",
             [](const SharedCorpus& self) { return corpus::breaking_off_table(self.corpus()); })
        .def("warnings",
             [](const SharedCorpus& self) { return corpus::warnings_table(self.corpus()); })
        .def_property_readonly("languages",
                               [](const SharedCorpus& self) { return self.corpus().languages(); })
        .def("fingerprint", [](const SharedCorpus& self) { return self.corpus().fingerprint(); });
}

}  // namespace

void bind_corpus(py::module_& module) {
    BuilderClass builder(module, "Builder", "Collects documents for a corpus.");
    bind_adding(builder);
    bind_finishing(builder);
    bind_lines(module);
    CorpusClass corpus(module, "Corpus", "Everything that was read.");
    bind_sizes(corpus);
    bind_counts(corpus);
    bind_tables(corpus);
}

}  // namespace wortfeld::bindings

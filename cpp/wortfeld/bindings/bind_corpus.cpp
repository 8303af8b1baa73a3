// `_core.Corpus`: documents, concordance.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/analysis/concordance.hpp"
#include "wortfeld/base/hash.hpp"
#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/corpus/tables.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

using CorpusClass = py::class_<SharedCorpus, py::smart_holder>;

void bind_sizes(CorpusClass& corpus) {
    corpus
        .def_property_readonly(
            "document_count",
            [](const SharedCorpus& self) { return self.corpus().documents().size(); })
        .def_property_readonly("token_count",
                               [](const SharedCorpus& self) { return self.corpus().token_count(); })
        .def_property_readonly("word_count",
                               [](const SharedCorpus& self) { return self.corpus().word_count(); });
}

void bind_search(CorpusClass& corpus) {
    corpus.def(
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

void bind_parts(CorpusClass& corpus) {
    corpus
        .def(
            "take",
            [](const SharedCorpus& self,
               const std::vector<std::uint32_t>& documents,
               unsigned threads,
               const py::object& progress) {
                return run(threads, progress, [&](Job& job) {
                    std::vector<DocumentId> ids;
                    for (const auto document : documents) ids.push_back(DocumentId{document});
                    return SharedCorpus{
                        std::make_shared<const index::IndexedCorpus>(self.corpus().take(ids), job)};
                });
            },
            "documents"_a,
            py::kw_only(),
            "threads"_a,
            "progress"_a,
            "The corpus of these documents alone, numbers in ascending order.")
        .def(
            "metadata",
            [](const SharedCorpus& self) { return self.corpus().metadata(); },
            "The columns that were given with the documents, a row each; none: no columns.");
}

void bind_tables(CorpusClass& corpus) {
    corpus
        .def(
            "text",
            [](const SharedCorpus& self, const std::string& id) {
                return self.corpus().document(require_document(self.corpus(), id)).text();
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
             [](const SharedCorpus& self) { return corpus::warnings_table(self.corpus()); });
}

void bind_facts(CorpusClass& corpus) {
    corpus
        .def_property_readonly(
            "kept_forms",
            [](const SharedCorpus& self) { return text::names_of(self.corpus().rules().keep); })
        .def_property_readonly("profile",
                               [](const SharedCorpus& self) {
                                   const auto profile = self.corpus().rules().profile;
                                   return profile == 0 ? std::nullopt
                                                       : std::optional(fingerprint_digits(profile));
                               })
        .def_property_readonly("languages",
                               [](const SharedCorpus& self) { return self.corpus().languages(); })
        .def("fingerprint", [](const SharedCorpus& self) { return self.corpus().fingerprint(); });
}

}  // namespace

void bind_corpus(py::module_& module) {
    CorpusClass corpus(module, "Corpus", "Everything that was read.");
    bind_sizes(corpus);
    bind_search(corpus);
    bind_parts(corpus);
    bind_tables(corpus);
    bind_facts(corpus);
}

}  // namespace wortfeld::bindings

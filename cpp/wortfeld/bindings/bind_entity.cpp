// `_core.Mentions`.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/gazetteer.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/entity/compound_splitter.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/entity/rules.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/language.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

void bind_mention_tables(py::class_<entity::Mentions, py::smart_holder>& mentions) {
    using entity::Mentions;
    mentions.def("__len__", [](const Mentions& self) { return self.all().size(); })
        .def("table", &entity::mentions_table)
        .def("entities", &entity::entities_table)
        .def("candidates", &entity::candidates_table)
        .def("reference_dates", &entity::reference_dates_table)
        .def("rule", &entity::rule_table, "rule"_a, "The data row or alias behind a rule id.")
        .def("mention", &entity::mention_table, "row"_a, "What a mention is and why.")
        .def_property_readonly("excluded", &Mentions::excluded)
        .def(
            "filter",
            [](const Mentions& self,
               std::vector<std::string> kinds,
               std::vector<std::string> entities,
               std::vector<std::string> documents) {
                return entity::filter_mentions(
                    self, {std::move(kinds), std::move(entities), std::move(documents)});
            },
            py::kw_only(),
            "kinds"_a,
            "entities"_a,
            "documents"_a,
            "The mentions that satisfy all filters.");
}

void bind_mention_options(py::module_& module) {
    py::class_<entity::Policies>(module, "Policies", "Which candidates become mentions.")
        .def(py::init([](const std::string& resolve,
                         const std::string& on_ambiguous,
                         const std::string& short_forms,
                         const std::string& compounds,
                         bool umlauts,
                         bool nested) {
                 return entity::Policies{.resolve = entity::resolve_named(resolve),
                                         .on_ambiguous = entity::on_ambiguous_named(on_ambiguous),
                                         .short_forms = entity::short_forms_named(short_forms),
                                         .compounds = entity::compounds_named(compounds),
                                         .umlauts = umlauts,
                                         .nested = nested};
             }),
             py::kw_only(),
             "resolve"_a,
             "on_ambiguous"_a,
             "short_forms"_a,
             "compounds"_a,
             "umlauts"_a,
             "nested"_a);
    py::class_<entity::MentionOptions>(module, "MentionOptions", "What to find.")
        .def(py::init([](bool quantities,
                         bool dates,
                         std::optional<std::int32_t> reference_date,
                         const entity::Policies& policies,
                         std::shared_ptr<const entity::WordCases> word_cases) {
                 return entity::MentionOptions{.quantities = quantities,
                                               .dates = dates,
                                               .reference_date = reference_date,
                                               .policies = policies,
                                               .word_cases = std::move(word_cases)};
             }),
             py::kw_only(),
             "quantities"_a,
             "dates"_a,
             "reference_date"_a,
             "policies"_a,
             "word_cases"_a);
}

void bind_compounds(py::module_& module) {
    module.def(
        "split_compounds",
        [](const SharedCorpus& corpus,
           const std::vector<std::string>& words,
           const std::string& language) {
            const entity::CompoundSplitter splitter(*corpus.indexed, text::language(language));
            std::vector<std::vector<std::string>> all;
            for (const auto& word : words) {
                const auto folded = text::fold(word);
                auto& parts = all.emplace_back();
                for (const auto part : splitter.split(folded)) {
                    parts.emplace_back(slice(folded, part));
                }
            }
            return all;
        },
        "corpus"_a,
        "words"_a,
        "language"_a,
        "The parts of closed compounds by the counts of a corpus, folded, without what joins "
        "them.");
}

}  // namespace

void bind_entity(py::module_& module) {
    py::class_<entity::Mentions, py::smart_holder> mentions(
        module, "Mentions", "Spans that name entities and quantities.");
    bind_mention_tables(mentions);
    module.def(
        "find_mentions",
        [](const SharedCorpus& corpus,
           const SharedGazetteer& gazetteer,
           const entity::MentionOptions& options,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& job) {
                return entity::find_mentions(corpus.indexed, gazetteer.gazetteer, options, job);
            });
        },
        "corpus"_a,
        "gazetteer"_a,
        "options"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "Find names and quantities.");
    bind_compounds(module);
    bind_mention_options(module);
}

}  // namespace wortfeld::bindings

// `_core.Layer` and what makes one: terms by groups of languages, values from Python, word filters.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/analysis/counts.hpp"
#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/layers.hpp"
#include "wortfeld/bindings/run.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

/// `_core.LanguageGroups`: the groups of a corpus for which Python gives the values of a layer.
struct SharedGroups {
    std::shared_ptr<const index::IndexedCorpus> indexed;
    corpus::LanguageGroups groups;
};

using Values = std::vector<std::optional<std::string_view>>;

/// Texts or None as views, which live as long as the list.
Values values_from(const py::list& list) {
    Values values;
    values.reserve(list.size());
    for (const auto& value : list) {
        if (value.is_none()) {
            values.emplace_back();
        } else {
            values.emplace_back(value.cast<std::string_view>());
        }
    }
    return values;
}

py::list texts_of_group(const SharedGroups& self, std::size_t group) {
    py::list texts;
    const auto& corpus = self.indexed->corpus;
    for (const auto term : corpus::terms_of_group(corpus, self.groups, group)) {
        const auto text = corpus.vocabulary().text(term);
        texts.append(py::str(text.data(), text.size()));
    }
    return texts;
}

py::list words_of_group(const SharedGroups& self, std::size_t group) {
    py::list words;
    const auto& corpus = self.indexed->corpus;
    for (const auto term : corpus::terms_of_group(corpus, self.groups, group)) {
        words.append(py::bool_(text::is_word(corpus.kind(term))));
    }
    return words;
}

SharedLayer layer_of_values(const SharedGroups& self,
                            const std::vector<py::list>& values,
                            const py::object& progress) {
    std::vector<Values> of_groups;
    of_groups.reserve(values.size());
    for (const auto& list : values) of_groups.push_back(values_from(list));
    return run(1, progress, [&](Job& /*job*/) {
        return SharedLayer{.indexed = self.indexed,
                           .layer = std::make_shared<const corpus::Layer>(corpus::layer_of_values(
                               self.indexed->corpus, self.groups, of_groups))};
    });
}

void bind_groups(py::module_& module) {
    py::class_<SharedGroups, py::smart_holder>(
        module, "LanguageGroups", "Documents whose languages a layer treats alike.")
        .def(py::init([](const SharedCorpus& corpus,
                         const std::map<std::string, std::string, std::less<>>& keys) {
                 const auto key = [&](std::string_view language) {
                     const auto found = keys.find(language);
                     return found == keys.end() ? std::string() : found->second;
                 };
                 return SharedGroups{.indexed = corpus.indexed,
                                     .groups = corpus::group_languages(corpus.corpus(), key)};
             }),
             "corpus"_a,
             "keys"_a)
        .def_property_readonly("languages",
                               [](const SharedGroups& self) { return self.groups.languages; })
        .def("texts", &texts_of_group, "group"_a, "The terms that occur in a group.")
        .def("are_words", &words_of_group, "group"_a, "Whether each of them is a word.")
        .def("layer",
             &layer_of_values,
             "values"_a,
             py::kw_only(),
             "progress"_a,
             "The layer that gives each term of each group a value or None.");
}

void bind_filter(py::module_& module) {
    py::class_<analysis::WordFilter>(module, "WordFilter", "Which words are counted.")
        .def(py::init(
                 [](const std::vector<std::string>& kinds, std::vector<std::string> stop_words) {
                     return analysis::WordFilter{.kinds = analysis::KindSet::named(kinds),
                                                 .stop_words = std::move(stop_words)};
                 }),
             py::kw_only(),
             "kinds"_a,
             "stop_words"_a);
    py::class_<analysis::TermsOptions>(module, "TermsOptions", "Which terms, in which zones.")
        .def(
            py::init([](const analysis::WordFilter& filter,
                        const ZoneNames& zones,
                        std::uint64_t min_count,
                        std::optional<std::size_t> top) {
                return analysis::TermsOptions{
                    .filter = filter, .zones = zone_set(zones), .min_count = min_count, .top = top};
            }),
            py::kw_only(),
            "filter"_a,
            "zones"_a,
            "min_count"_a,
            "top"_a);
}

void bind_layer(py::module_& module) {
    py::class_<SharedLayer, py::smart_holder>(module, "Layer", "A value for each term of a corpus.")
        .def(py::init([](const SharedCorpus& corpus, const std::string& name) {
                 return run(1, py::none(), [&](Job& /*job*/) {
                     return SharedLayer{.indexed = corpus.indexed,
                                        .layer = std::shared_ptr<const corpus::Layer>(
                                            corpus.indexed, &corpus.corpus().layer(name))};
                 });
             }),
             "corpus"_a,
             "name"_a)
        .def(
            "has",
            [](const SharedLayer& self, const std::string& value) {
                const auto& values = self.layer->values;
                for (std::size_t at = 0; at < values.size(); ++at) {
                    if (values.text(id_at<ValueId>(at)) == value) return true;
                }
                return false;
            },
            "value"_a,
            "Whether a term has this value.")
        .def(
            "terms",
            [](const SharedLayer& self,
               const analysis::TermsOptions& options,
               unsigned threads,
               const py::object& progress) {
                auto table = run(threads, progress, [&](Job& job) {
                    return analysis::terms_table(self.indexed->corpus, *self.layer, options, job);
                });
                return std::pair(std::move(table.columns), std::move(table.excluded));
            },
            "options"_a,
            py::kw_only(),
            "threads"_a,
            "progress"_a,
            "Terms with their counts, and what was left out.");
}

}  // namespace

void bind_layers(py::module_& module) {
    bind_groups(module);
    bind_filter(module);
    bind_layer(module);
}

}  // namespace wortfeld::bindings

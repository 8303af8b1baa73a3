#include "wortfeld/corpus/layer.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>
#include <utility>

namespace wortfeld::corpus {
namespace {

using ValuesOfGroups = std::vector<std::vector<ValueId>>;

/// One list of values for each group, none given yet.
ValuesOfGroups without_values(const Corpus& corpus, const LanguageGroups& groups) {
    return {groups.languages.size(),
            std::vector<ValueId>(corpus.vocabulary().size(), no_id<ValueId>)};
}

Layer layer_from(LanguageGroups groups, ValuesOfGroups of_groups, Interner&& values) {
    Layer layer{.value_of_term = Array<ValueId>(std::move(of_groups.front())),
                .values = StringTable<ValueId>(std::move(values).finish().finish())};
    for (std::size_t group = 1; group < of_groups.size(); ++group) {
        layer.in_other_groups.emplace_back(std::move(of_groups[group]));
    }
    layer.groups = std::move(groups);
    return layer;
}

}  // namespace

LanguageGroups group_languages(const Corpus& corpus,
                               const std::function<std::string(std::string_view)>& key) {
    // The columns, not the documents: whoever opens a file does not want to look at every document.
    const auto& store = corpus.store();
    std::unordered_map<std::string, std::uint32_t> group_of_key;
    std::vector<std::uint32_t> group_of_language;
    LanguageGroups groups;
    for (std::size_t number = 0; number < store.languages.size(); ++number) {
        const auto language = store.languages.text(number);
        const auto dotless = text::fold_rules(language).dotless_i;
        const auto next = static_cast<std::uint32_t>(groups.languages.size());
        const auto [group, is_new] =
            group_of_key.emplace(key(language) + (dotless ? "ı" : "i"), next);
        if (is_new) groups.languages.emplace_back(language);
        group_of_language.push_back(group->second);
    }
    if (groups.languages.empty()) groups.languages.emplace_back();
    if (groups.languages.size() == 1) return groups;
    const auto languages = store.document_languages.all();
    groups.of_document.reserve(languages.size());
    for (const auto language : languages) {
        groups.of_document.push_back(group_of_language[language]);
    }
    return groups;
}

std::vector<TermId> terms_of_group(const Corpus& corpus,
                                   const LanguageGroups& groups,
                                   std::size_t group) {
    // With one group every term occurs in it, by the making of a vocabulary.
    const auto is_only = groups.languages.size() == 1;
    std::vector<bool> occurs(corpus.vocabulary().size(), is_only);
    for (std::size_t d = 0; d < corpus.documents().size() && !is_only; ++d) {
        if (groups.group(id_at<DocumentId>(d)) != group) continue;
        for (const auto term : corpus.documents()[d].terms()) occurs[number(term)] = true;
    }
    std::vector<TermId> result;
    for (std::size_t term = 0; term < occurs.size(); ++term) {
        if (occurs[term]) result.push_back(id_at<TermId>(term));
    }
    return result;
}

std::size_t layer_number(std::string_view name) {
    const auto found = std::find(layer_names.begin(), layer_names.end(), name);
    if (found == layer_names.end()) {
        throw Error(ErrorKind::bad_argument,
                    "layer must be 'surface' or 'folded', not '" + std::string(name) + "'");
    }
    return static_cast<std::size_t>(found - layer_names.begin());
}

Layer make_layer(const Corpus& corpus, std::string_view name) {
    const auto as_written = layer_number(name) == layer_number(surface_layer);
    auto groups = group_languages(corpus, [](std::string_view) { return std::string(); });
    auto of_groups = without_values(corpus, groups);
    Interner values;
    for (std::size_t group = 0; group < of_groups.size(); ++group) {
        const auto rules = text::fold_rules(groups.languages[group]);
        for (const auto term : terms_of_group(corpus, groups, group)) {
            const auto surface = corpus.vocabulary().text(term);
            of_groups[group][number(term)] = ValueId{
                as_written ? values.intern(surface) : values.intern(text::fold(surface, rules))};
        }
    }
    return layer_from(std::move(groups), std::move(of_groups), std::move(values));
}

Layer folded_as_one(const Corpus& corpus) {
    const auto& folded = corpus.layer(folded_layer);
    if (folded.groups.languages.size() == 1) return folded;
    const auto rules = text::fold_rules(folded.groups.languages.front());
    Interner values;
    std::vector<ValueId> of_terms;
    for (std::size_t term = 0; term < corpus.vocabulary().size(); ++term) {
        const auto surface = corpus.vocabulary().text(id_at<TermId>(term));
        of_terms.push_back(ValueId{values.intern(text::fold(surface, rules))});
    }
    return layer_from({.languages = {folded.groups.languages.front()}, .of_document = {}},
                      {std::move(of_terms)},
                      std::move(values));
}

Array<TermId> terms_by_value(const Layer& layer) {
    std::vector<std::string_view> values(layer.values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = layer.values.text(id_at<ValueId>(i));
    }
    std::vector<TermId> order(layer.value_of_term.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = id_at<TermId>(i);
    const auto value = [&](TermId term) {
        const auto id = layer.value_of_term.at(number(term));
        return id == no_id<ValueId> ? std::string_view() : values[number(id)];
    };
    std::stable_sort(
        order.begin(), order.end(), [&](TermId a, TermId b) { return value(a) < value(b); });
    return Array<TermId>(std::move(order));
}

Layer layer_of_values(const Corpus& corpus,
                      LanguageGroups groups,
                      std::span<const std::vector<std::optional<std::string_view>>> values) {
    assert(values.size() == groups.languages.size());
    auto of_groups = without_values(corpus, groups);
    Interner interner;
    for (std::size_t group = 0; group < values.size(); ++group) {
        const auto terms = terms_of_group(corpus, groups, group);
        assert(terms.size() == values[group].size());
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const auto& value = values[group][i];
            if (value) of_groups[group][number(terms[i])] = ValueId{interner.intern(*value)};
        }
    }
    return layer_from(std::move(groups), std::move(of_groups), std::move(interner));
}

}  // namespace wortfeld::corpus

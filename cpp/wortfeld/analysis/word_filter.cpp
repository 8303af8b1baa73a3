#include "wortfeld/analysis/word_filter.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace wortfeld::analysis {
namespace {

constexpr std::array all_kinds{text::TokenKind::word,
                               text::TokenKind::number,
                               text::TokenKind::punctuation,
                               text::TokenKind::symbol};

/// A group of the folded layer in which documents of this language would be.
std::size_t folded_group(const corpus::Layer& folded, std::string_view language) {
    const auto wanted = text::fold_rules(language).dotless_i;
    const auto& languages = folded.groups.languages;
    const auto found = std::find_if(languages.begin(), languages.end(), [&](const auto& code) {
        return text::fold_rules(code).dotless_i == wanted;
    });
    return static_cast<std::size_t>(found - languages.begin());
}

/// Which values of the folded layer are stop words in documents of a language.
std::vector<bool> stop_values(const corpus::Layer& folded,
                              const std::vector<std::string>& stop_words,
                              std::string_view language) {
    std::vector<bool> is_stop_word(folded.values.size());
    if (stop_words.empty()) return is_stop_word;
    std::unordered_set<std::string> words;
    for (const auto& word : stop_words) words.insert(text::fold(word, text::fold_rules(language)));
    std::unordered_set<std::string_view> views(words.begin(), words.end());
    for (std::size_t value = 0; value < is_stop_word.size(); ++value) {
        is_stop_word[value] = views.contains(folded.values.text(id_at<ValueId>(value)));
    }
    return is_stop_word;
}

}  // namespace

KindSet KindSet::words() noexcept {
    KindSet set;
    for (const auto kind : all_kinds) {
        if (text::is_word(kind)) set.bits_ |= 1U << static_cast<unsigned>(kind);
    }
    return set;
}

KindSet KindSet::named(std::span<const std::string> names) {
    KindSet set;
    for (const auto& name : names) {
        const auto found = std::find_if(all_kinds.begin(), all_kinds.end(), [&](auto kind) {
            return text::name_of(kind) == name;
        });
        if (found == all_kinds.end()) {
            throw Error(ErrorKind::bad_argument, "there is no kind of token '" + name + "'");
        }
        set.bits_ |= 1U << static_cast<unsigned>(*found);
    }
    return set;
}

CountedValues::CountedValues(const corpus::Corpus& corpus,
                             const corpus::Layer& layer,
                             const WordFilter& filter)
    : corpus_(corpus), layer_(layer), kinds_(filter.kinds) {
    const auto& folded = corpus.layer(corpus::folded_layer);
    for (std::size_t group = 0; group < layer.groups.languages.size(); ++group) {
        const auto& language = layer.groups.languages[group];
        const auto& folded_of_term = folded.of_group(folded_group(folded, language));
        const auto is_stop_word = stop_values(folded, filter.stop_words, language);
        const auto& given = layer.of_group(group);
        auto& values = value_of_term_.emplace_back(given.size(), no_id<ValueId>);
        for (std::size_t term = 0; term < values.size(); ++term) {
            const auto value = given.at(term);
            if (value == no_id<ValueId> || !kinds_.contains(corpus.kind(id_at<TermId>(term)))) {
                continue;
            }
            if (!is_stop_word[number(folded_of_term.at(term))]) values[term] = value;
        }
    }
}

Exclusion CountedValues::exclusion(std::size_t group, TermId term) const {
    if (!kinds_.contains(corpus_.kind(term))) return Exclusion::kinds;
    if (layer_.of_group(group).at(number(term)) == no_id<ValueId>) return Exclusion::layer;
    return Exclusion::stop_words;
}

}  // namespace wortfeld::analysis

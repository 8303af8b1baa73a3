#include "wortfeld/entity/name_cues.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/word_shape.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/language.hpp"

#include <algorithm>
#include <array>

namespace wortfeld::entity {
namespace {

/// In the order of `Cue`.
constexpr std::array<std::string_view, 11> cue_names{"determiner",
                                                     "function",
                                                     "preposition",
                                                     "first_name",
                                                     "title",
                                                     "saying",
                                                     "role",
                                                     "ending",
                                                     "ordinary",
                                                     "connector",
                                                     "legal_form"};

Cue cue_named(std::string_view name) {
    const auto found = std::find(cue_names.begin(), cue_names.end(), name);
    if (found == cue_names.end()) {
        throw Error(ErrorKind::bad_argument, "'" + std::string(name) + "' is no cue of names");
    }
    return static_cast<Cue>(found - cue_names.begin());
}

struct LanguageCue {
    Cue cue;
    std::string_view category;
    bool is_capital;  ///< how its words are written
};
constexpr std::array language_cues{
    LanguageCue{.cue = Cue::first_name, .category = "given_name", .is_capital = true},
    LanguageCue{.cue = Cue::title, .category = "person_title", .is_capital = true},
    LanguageCue{.cue = Cue::saying, .category = "saying", .is_capital = false}};

/// `Kammerpräsident`: longer words that end in a title of so many letters are titles.
constexpr std::size_t shortest_title = 4;

bool ends_in_title(std::string_view folded, const text::Language& language) {
    const auto& titles = language.list("person_title");
    return std::any_of(titles.begin(), titles.end(), [&](const text::LanguageRow* row) {
        return row->form.size() >= shortest_title && folded.ends_with(row->form);
    });
}

/// What the data of all languages say: a corpus has words of several.
CueSet of_languages(std::string_view word) {
    CueSet found;
    if (word_shape(word).is_acronym) return found;
    const auto folded = text::fold(word);
    const auto is_capital = begins_upper(word);
    for (const auto code : text::languages_with_rules()) {
        const auto& language = text::language(code);
        for (const auto& [cue, category, wants_capital] : language_cues) {
            if (is_capital == wants_capital && language.find(category, folded) != nullptr) {
                found.add(cue);
            }
        }
        const auto has_nouns = is_capital && has_capital_nouns(language);
        if (has_nouns && ends_in_title(folded, language)) found.add(Cue::title);
    }
    return found;
}

}  // namespace

CueSet CueSet::without_case() const noexcept {
    CueSet kept;
    for (const auto cue : {Cue::determiner, Cue::function, Cue::preposition, Cue::connector}) {
        if (has(cue)) kept.add(cue);
    }
    return kept;
}

NameCues::NameCues(const Columns& rows) {
    const auto& cues = rows.column("cue");
    const auto& words = rows.column("word");
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        cues_[std::string(words.text(row))].add(cue_named(cues.text(row)));
    }
}

CueSet NameCues::of(std::string_view word) const {
    auto found = of_languages(word);
    if (const auto exact = cues_.find(std::string(word)); exact != cues_.end()) {
        found.add(exact->second);
    }
    if (const auto folded = cues_.find(text::fold(word)); folded != cues_.end()) {
        found.add(folded->second.without_case());
    }
    return found;
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/native_spelling.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/text/language.hpp"

#include <algorithm>

namespace wortfeld::entity {
namespace {

/// The forms of a category, of endings without the hyphen before them.
void add_forms_of(const text::Language& language,
                  std::string_view category,
                  std::vector<std::string_view>& forms) {
    for (const auto* const row : language.list(category)) {
        forms.push_back(row->form.substr(row->form.starts_with('-') ? 1 : 0));
    }
}

void add_ascii(const text::Language& language, std::string_view form, std::string& letters) {
    if (const auto* const row = language.find("letters", form)) letters += row->value;
}

void add_letters(const text::Language& language, std::string_view form, std::u32string& letters) {
    const auto* const row = language.find("letters", form);
    if (row == nullptr) return;
    for (std::size_t at = 0; at < row->value.size();) letters += utf8::next(row->value, at);
}

void add_writing(const text::Language& language,
                 std::string_view form,
                 std::vector<std::string_view>& values) {
    if (const auto* const row = language.find("writing", form)) values.push_back(row->value);
}

void add_foreign_endings(const text::Language& language, NativeSpelling& spelling) {
    for (const auto* const row : language.list("foreign_ending")) {
        auto& endings = row->value == "consonant" ? spelling.foreign_behind_consonants
                                                  : spelling.foreign_endings;
        endings.push_back(row->form.substr(1));
    }
}

void add(const text::Language& language, NativeSpelling& spelling) {
    add_forms_of(language, "derived_ending", spelling.noun_endings);
    add_forms_of(language, "declined_ending", spelling.declined_endings);
    add_forms_of(language, "adjective_ending", spelling.adjective_endings);
    add_forms_of(language, "foreign_part", spelling.foreign_parts);
    add_foreign_endings(language, spelling);
    for (const auto* const row : language.list("umlaut")) {
        const auto vowel = row->value.substr(0, row->value.find('|'));
        spelling.umlauts.push_back({.changed = row->form, .vowel = vowel});
    }
    add_ascii(language, "vowels", spelling.vowels);
    add_ascii(language, "consonants", spelling.consonants);
    add_letters(language, "marked", spelling.marked_letters);
    add_writing(language, "genitive", spelling.genitives);
}

}  // namespace

const NativeSpelling& native_spelling() {
    static const auto prepared = [] {
        NativeSpelling spelling;
        for (const auto code : text::languages_with_rules()) {
            const auto& language = text::language(code);
            add_writing(language, "possessive", spelling.possessives);
            add_letters(language, "sibilants", spelling.sibilants);
            if (has_capital_nouns(language)) add(language, spelling);
        }
        return spelling;
    }();
    return prepared;
}

std::size_t genitive_size(std::string_view name) noexcept {
    for (const auto ending : native_spelling().genitives) {
        if (name.ends_with(ending)) return ending.size();
    }
    return 0;
}

bool ends_with_any(std::string_view word, const std::vector<std::string_view>& endings) noexcept {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return word.size() > ending.size() && word.ends_with(ending);
    });
}

}  // namespace wortfeld::entity

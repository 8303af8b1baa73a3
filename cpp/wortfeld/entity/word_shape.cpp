#include "wortfeld/entity/word_shape.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/native_spelling.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <string>

namespace wortfeld::entity {
namespace {

bool has_foreign_letter(std::string_view folded) {
    constexpr auto first_marked = U'\u00E0';
    constexpr auto last_of_latin = U'\u024F';
    const auto& native = native_spelling().marked_letters;
    for (std::size_t at = 0; at < folded.size();) {
        const auto letter = utf8::next(folded, at);
        const auto is_marked = letter >= first_marked && letter <= last_of_latin;
        if (is_marked && native.find(letter) == std::u32string::npos) return true;
    }
    return false;
}

/// German words end in a, i, o after a consonant, in y or in w only if they came from elsewhere.
bool has_foreign_end(std::string_view folded) {
    constexpr std::size_t shortest = 3;
    const auto& spelling = native_spelling();
    if (folded.size() < shortest) return false;
    if (ends_with_any(folded, spelling.foreign_endings)) return true;
    const auto& endings = spelling.foreign_behind_consonants;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        if (folded.size() <= ending.size() || !folded.ends_with(ending)) return false;
        const auto before = folded[folded.size() - ending.size() - 1];
        return spelling.consonants.find(before) != std::string::npos;
    });
}

bool is_foreign(std::string_view folded) {
    const auto& parts = native_spelling().foreign_parts;
    return has_foreign_letter(folded) || has_foreign_end(folded) ||
           std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
               return folded.find(part) != std::string_view::npos;
           });
}

bool is_roman(std::string_view word) {
    return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

/// Counts of what a word is written with.
struct Letters {
    unsigned capitals = 0;
    unsigned small = 0;
    unsigned digits = 0;
    unsigned others = 0;
    bool has_inner = false;  ///< a capital behind a small letter
    bool begins_capital = false;
};

Letters letters_of(std::string_view word) {
    Letters found;
    auto after_small = false;
    for (std::size_t at = 0; at < word.size();) {
        const auto is_first = at == 0;
        const auto letter = utf8::next(word, at);
        const auto is_capital = text::is_upper_case(letter);
        const auto is_small = !is_capital && text::is_letter(letter);
        found.begins_capital = found.begins_capital || (is_first && is_capital);
        found.has_inner = found.has_inner || (after_small && is_capital);
        found.capitals += is_capital ? 1 : 0;
        found.small += is_small ? 1 : 0;
        const auto is_digit = letter >= U'0' && letter <= U'9';
        found.digits += is_digit ? 1 : 0;
        found.others += !is_capital && !is_small && !is_digit ? 1 : 0;
        after_small = is_small;
    }
    return found;
}

}  // namespace

WordShape word_shape(std::string_view word) {
    const auto letters = letters_of(word);
    WordShape shape;
    shape.letters = letters.capitals + letters.small + letters.digits + letters.others;
    const auto is_plain = letters.others == 0;
    shape.is_lower = letters.capitals == 0 && letters.small > 0;
    shape.has_inner =
        is_plain && (letters.has_inner || (letters.digits > 0 && letters.capitals > 0));
    shape.is_capital = letters.begins_capital || shape.has_inner;
    shape.is_roman = is_roman(word);
    shape.is_acronym =
        is_plain && letters.capitals > 1 && letters.small + letters.digits == 0 && !shape.is_roman;
    const auto folded = text::fold(word);
    shape.is_foreign = !shape.is_acronym && is_foreign(folded);
    shape.is_noun = ends_with_any(folded, native_spelling().noun_endings);
    shape.is_adjective =
        shape.is_lower && ends_with_any(folded, native_spelling().adjective_endings);
    return shape;
}

Possessive without_possessive(std::string_view word) noexcept {
    for (const auto ending : native_spelling().possessives) {
        if (!word.ends_with(ending)) continue;
        const auto before = word.substr(0, word.size() - ending.size());
        for (const std::string_view apostrophe : {"'", "\xE2\x80\x99"}) {
            if (before.size() <= apostrophe.size() || !before.ends_with(apostrophe)) continue;
            return {.name = before.substr(0, before.size() - apostrophe.size()),
                    .is_possessive = true};
        }
    }
    return {.name = word};
}

}  // namespace wortfeld::entity

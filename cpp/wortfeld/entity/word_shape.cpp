#include "wortfeld/entity/word_shape.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace wortfeld::entity {
namespace {

/// Derived nouns of German: whatever ends like this was made by the language, not given by people.
constexpr std::array<std::string_view, 29> noun_endings{
    "ung",    "ungen",    "heit",  "heiten", "keit",  "keiten", "schaft", "schaften",
    "tion",   "tionen",   "ismus", "tät",    "täten", "nis",    "nisse",  "ment",
    "enz",    "anz",      "ling",  "tum",    "tümer", "chen",   "innen",  "nahme",
    "ierung", "ierungen", "eur",   "eure",   "euren"};
/// Pairs of letters that come from other languages.
constexpr std::array<std::string_view, 12> foreign_pairs{
    "sh", "oo", "zh", "cc", "xu", "kh", "gh", "jj", "ou", "ay", "oy", "wy"};

bool ends_with_any(std::string_view word, std::span<const std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return word.size() > ending.size() && word.ends_with(ending);
    });
}

/// Letters with marks other than the German ones.
bool is_foreign_letter(char32_t letter) noexcept {
    constexpr std::u32string_view german = U"äöüß";
    constexpr auto last_of_latin = U'\u024F';
    return letter >= U'\u00E0' && letter <= last_of_latin &&
           german.find(letter) == std::u32string_view::npos;
}

/// German words end in a, i, o after a consonant, in y or in w only if they came from elsewhere.
bool has_foreign_end(std::string_view folded) {
    constexpr std::string_view consonants = "bcdfgjklmnpqrstvwxz";
    if (folded.size() < 3) return false;
    const auto last = folded.back();
    if (last == 'y' || last == 'w') return true;
    const auto is_vowel = last == 'a' || last == 'i' || last == 'o';
    return is_vowel && consonants.find(folded[folded.size() - 2]) != std::string_view::npos;
}

bool is_foreign(std::string_view folded) {
    for (std::size_t at = 0; at < folded.size();) {
        if (is_foreign_letter(utf8::next(folded, at))) return true;
    }
    const auto has = [&](std::string_view pair) {
        return folded.find(pair) != std::string_view::npos;
    };
    return has_foreign_end(folded) || std::any_of(foreign_pairs.begin(), foreign_pairs.end(), has);
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
    shape.is_noun = ends_with_any(folded, noun_endings);
    shape.is_adjective = shape.is_lower && ends_with_any(folded, adjective_endings);
    return shape;
}

Possessive without_possessive(std::string_view word) noexcept {
    for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            return {.name = word, .is_possessive = true};
        }
    }
    return {.name = word};
}

}  // namespace wortfeld::entity

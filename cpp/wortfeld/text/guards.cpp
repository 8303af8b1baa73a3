#include "wortfeld/text/guards.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/folded.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace wortfeld::text {
namespace {

// Ordinals in running text are small; a number of four digits is a year or an amount.
constexpr std::size_t longest_ordinal = 3;
constexpr std::size_t longest_day_or_month = 2;
// "i. d. R." and "u. a. m.": more parts are not in use.
constexpr std::size_t most_abbreviation_parts = 4;
constexpr std::size_t longest_abbreviation_part = 6;  // bytes
constexpr std::size_t longest_vowelless_word = 5;

/// Day and month as in "10.03." without the last full stop.
bool is_day_and_month(std::string_view number) {
    const auto dot = number.find('.');
    if (dot == std::string_view::npos) return false;
    const auto day = number.substr(0, dot);
    const auto month = number.substr(dot + 1);
    return is_digits(day) && is_digits(month) && day.size() <= longest_day_or_month &&
           month.size() <= longest_day_or_month;
}

bool is_single_letter(std::string_view word) {
    std::size_t position = 0;
    return is_letter(utf8::next(word, position)) && position == word.size();
}

/// A single letter, but not the genitive of "the 1930's".
bool is_initial(const Stretch& stretch, const Stop& stop) {
    const auto word = stop.position - 1;
    if (!is_single_letter(stretch.surface(word))) return false;
    if (word == stop.sentence || !stretch.is_attached(word)) return true;
    const auto before = stretch.surface(word - 1);
    return before != "'" && before != "’";
}

/// A number, or a word that begins as one: "Abs. 1a", "S. 957ff".
bool starts_as_number(std::string_view word) {
    return is_numeric(first_character(word));
}

/// Letters with full stops between them, as in "U.S" and "z.B".
bool is_dotted_letters(std::string_view word) {
    auto letter_expected = true;
    std::size_t letters = 0;
    for (std::size_t position = 0; position < word.size();) {
        const auto character = utf8::next(word, position);
        if (letter_expected ? !is_letter(character) : character != U'.') return false;
        if (letter_expected) ++letters;
        letter_expected = !letter_expected;
    }
    return letters > 1 && !letter_expected;
}

/// A short word without vowels that is no acronym, as in "Std" and "vgl": an abbreviation.
bool is_vowelless(std::string_view word) {
    if (word.size() < 2 || word.size() > longest_vowelless_word) return false;
    const auto is_consonant = [](char byte) {
        static constexpr std::string_view vowels = "aeiouy";
        const bool letter = byte >= 'a' && byte <= 'z';
        return letter && vowels.find(byte) == std::string_view::npos;
    };
    const auto first = static_cast<char>(word.front() | 0x20);
    return is_consonant(first) && std::all_of(word.begin() + 1, word.end(), is_consonant);
}

}  // namespace

bool Guards::bind(const Stretch& stretch, const Stop& stop) const {
    switch (stretch.kind(stop.position - 1)) {
        case TokenKind::number:
            return bind_number(stretch, stop);
        case TokenKind::word:
            return bind_word(stretch, stop);
        default:
            return false;
    }
}

bool Guards::bind_number(const Stretch& stretch, const Stop& stop) const {
    const auto number = stretch.surface(stop.position - 1);
    if (is_day_and_month(number)) {
        // "am 10.03. Apple" but "Version 1.2. Apple".
        return stop.next < stretch.range.end && stop.position - 1 > stop.sentence &&
               words_.has(stretch.surface(stop.position - 2), Role::ordinal_before) &&
               !starts_sentence(stretch.surface(stop.next));
    }
    if (!words_.knows(Role::ordinal_before) || number.size() > longest_ordinal ||
        !is_digits(number)) {
        return false;
    }
    if (number.size() <= longest_day_or_month) {
        if (stretch.kind(stop.next) == TokenKind::number) return true;
        const auto next = words_.of(stretch.surface(stop.next));
        if (next.has(Role::month) || next.has(Role::month_short)) return true;
    }
    return is_ordinal_context(stretch, stop);
}

bool Guards::is_ordinal_context(const Stretch& stretch, const Stop& stop) const {
    const auto number = stop.position - 1;
    if (number == stop.sentence) return true;  // "1. FC Köln", and the items of a list
    const auto before = stretch.surface(number - 1);
    if (!is_word(stretch.kind(number - 1))) {
        // "…: 1. Die Durchführung", "(2. Auflage)", "1./2. Liga"; but not the score 1:0.
        const auto mark = mark_of(first_character(before));
        const bool item = mark == Mark::separator && !stretch.is_attached(number);
        return item || mark == Mark::opening || before == "/";
    }
    const auto next = words_.of(stretch.surface(stop.next));
    if (next.has(Role::sentence_start)) return false;
    return next.has(Role::ordinal_noun) || words_.has(before, Role::ordinal_before);
}

const LanguageRow* Guards::find_abbreviation(const Stretch& stretch,
                                             const Stop& stop,
                                             std::string_view folded) const {
    const auto* found = words_.of_folded(folded).abbreviation;
    auto word = stop.position - 1;
    std::string form;
    for (std::size_t parts = 1; parts < most_abbreviation_parts; ++parts) {
        if (word < stop.sentence + 2 || stretch.surface(word - 1) != ".") break;
        word -= 2;
        if (stretch.kind(word) != TokenKind::word) break;
        if (stretch.surface(word).size() > longest_abbreviation_part) break;
        if (form.empty()) form = folded;
        form.insert(0, 1, '.');
        form.insert(0, Folded(stretch.surface(word)).view());
        if (const auto* longer = words_.of_folded(form).abbreviation) found = longer;
    }
    if (found != nullptr) return found;
    for (const auto* row : words_.endings()) {
        if (folded.ends_with(row->form.substr(1))) return row;
    }
    return nullptr;
}

bool Guards::bind_abbreviation(const LanguageRow& row,
                               const Stretch& stretch,
                               const Stop& stop) const {
    if (row.value == "never") return true;
    const bool is_small = row.value == "never_small";
    if (is_small && is_lower(first_character(stretch.surface(stop.position - 1)))) return true;
    const auto next = stretch.surface(stop.next);
    if (is_small || row.value == "may_end") return !starts_sentence(next);
    return starts_as_number(next) || is_roman_numeral(next) || is_single_letter(next) ||
           next == "§";
}

bool Guards::bind_word(const Stretch& stretch, const Stop& stop) const {
    const auto word = stretch.surface(stop.position - 1);
    const Folded folded(word);
    if (const auto* row = find_abbreviation(stretch, stop, folded.view()); row != nullptr) {
        return bind_abbreviation(*row, stretch, stop);
    }
    const auto roles = words_.of_folded(folded.view());
    if (roles.has(Role::title)) return true;
    // "Sept. 11, 2001" and "Sept. 11th"
    if (roles.has(Role::month_short)) return starts_as_number(stretch.surface(stop.next));
    const bool may_end = is_initial(stretch, stop) || is_roman_numeral(word) ||
                         is_dotted_letters(word) || is_vowelless(word);
    return may_end && !starts_sentence(stretch.surface(stop.next));
}

}  // namespace wortfeld::text

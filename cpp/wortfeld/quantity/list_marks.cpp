#include "wortfeld/quantity/list_marks.hpp"

#include "wortfeld/quantity/modifiers.hpp"

#include <string_view>

namespace wortfeld::quantity {
namespace {

bool is_in_brackets(const Line& line, std::size_t position) {
    while (position > 0) {
        --position;
        if (line.is_mark(position, '(')) return true;
        if (line.is_mark(position, ')')) return false;
    }
    return false;
}

/// "1. …" and "(1) …" at the start of a sentence number the sentence.
bool is_enumerator(const Line& line, const Amount& amount) {
    const bool bracket = line.is_mark(amount.end, ')');
    if (!bracket || line.is(amount.begin, Category::sign)) return false;  // (minus 3)
    const bool open = amount.begin > 0 && line.is_mark(amount.begin - 1, '(');
    const bool digit = amount.end == amount.begin + 1 && line.text(amount.begin).size() == 1;
    if (open && digit) return true;                           // die Fehlstelle (3) ist
    if (open && line.is_digits(amount.end + 1)) return true;  // (202) 456-1414
    if (!open) return line.starts_sentence(amount.begin) || !is_in_brackets(line, amount.begin);
    if (amount.begin > 1 &&
        (line.is_digits(amount.begin - 2) || line.is(amount.begin - 2, Category::range_to))) {
        return true;  // (2) bis (4)
    }
    if (amount.begin == 1 || line.starts_sentence(amount.begin - 1)) return true;
    // "Andreas R. (47)"
    const bool initial = amount.begin > 2 && line.is_mark(amount.begin - 2, '.') &&
                         line[amount.begin - 3].all_capital &&
                         line.text(amount.begin - 3).size() == 1;
    if (initial) return false;
    return line.is_noun(amount.end + 1) || !text::is_word(line[amount.begin - 2].kind);
}

/// "4 Die Sätze 1 bis 3 gelten": a small number before the first word of a sentence.
bool numbers_sentence(const Line& line, const Amount& amount) {
    const auto next = amount.end;
    if (!line.is_digits(amount.begin) || !line[next].capital || amount.scaled) return false;
    // Behind a full stop inside of the line: "des Satzes 1. 3 Ein Betrieb liegt vor"
    const bool stop = amount.begin > 0 && line.is_mark(amount.begin - 1, '.');
    const bool word = line.is(next, Category::sentence_start);
    if (!line.starts_sentence(amount.begin)) return stop && word;
    return line.is_numbered() || word;
}

/// Whether the first part of a heading of that number stands there: the 2.1 behind "2 Aufgaben".
bool is_first_part(std::string_view surface, std::string_view number) {
    return surface.size() == number.size() + 2 && surface.starts_with(number) &&
           surface.ends_with(".1");
}

/// "3 Anwenden von Regeltechnik (§ 4 Nr. 7)", "2 Aufgaben 2.1 Maut": the number of a heading that
/// says where it is from or goes on with its first part.
bool numbers_heading(const Line& line, const Amount& amount) {
    constexpr std::size_t longest_heading = 10;
    if (line[amount.begin].digits.shape != DigitShape::integer || !line.is_noun(amount.end)) {
        return false;
    }
    if (find_modifier(line, amount.begin, amount.end, Limited::amount) != Modifier::none) {
        return false;
    }
    for (auto i = amount.end; i < amount.end + longest_heading; ++i) {
        if (line.is_mark(i, '(')) return line.text(i + 1) == "\u00A7";
        if (is_first_part(line.text(i), line.text(amount.begin))) return true;
    }
    return false;
}

/// "3 Warenbewirtschaftung", "5 Technische Verwendung": what stands behind cannot be counted.
bool numbers_title(const Line& line, const Amount& amount) {
    if (line[amount.begin].digits.shape != DigitShape::integer) return false;
    if (amount.value == Decimal(1)) return false;
    if (line.has_ending(amount.end, Ending::singular)) return true;
    const auto next = line.text(amount.end);  // R62
    if (line.is_noun(amount.end) && next.back() >= '0' && next.back() <= '9') return true;
    return line.has_ending(amount.end, Ending::adjective) && line.is_noun(amount.end + 1);
}

}  // namespace

bool ends_sentence(const Line& line, std::size_t position) {
    for (; position < line.size(); ++position) {
        if (line[position].kind != text::TokenKind::punctuation) return false;
    }
    return true;
}

bool numbers_what_follows(const Line& line, const Amount& amount) {
    return is_enumerator(line, amount) || numbers_sentence(line, amount) ||
           numbers_title(line, amount) || numbers_heading(line, amount);
}

bool is_last_mark(const Line& line, const Amount& amount) {
    if (amount.begin == 0 || !line.is_mark(amount.end, '.') || !ends_sentence(line, amount.end)) {
        return false;
    }
    if (line.ends_in_mark()) return true;
    const auto before = amount.begin - 1;
    if (line.is_mark(before, '.') || line.is(before, Category::dash)) return true;
    if (line.is(before, Category::conjunction)) return before > 0 && line.is_mark(before - 1, ',');
    return line.is_small_word(before) && line.ends_as(before, Ending::infinitive) &&
           !line.is(before, Category::filler);
}

}  // namespace wortfeld::quantity

#include "wortfeld/quantity/references.hpp"

#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr int max_label_chain = 40;  // §§ 5, 6, 7 und 8
constexpr std::string_view weak_label = "weak";

/// "64", "64a" and "drei".
bool is_section(const Line& line, std::size_t position) {
    if (line.is_digits(position) || line[position].number) return true;
    const auto surface = line.text(position);
    const auto letter = surface.find_first_not_of("0123456789");
    return letter != 0 && letter + 1 == surface.size();
}

/// The "a" of "§ 69 a".
bool is_letter(const Line& line, std::size_t position) {
    const auto surface = line.text(position);
    return surface.size() == 1 && surface.front() >= 'a' && surface.front() <= 'z';
}

bool is_roman(std::string_view surface) {
    return !surface.empty() && surface.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_list_joint(const Line& line, std::size_t position) {
    const auto* change = line.sense(position, Category::change);  // Platz 5 auf 7
    return (change != nullptr && change->value == "to") || line.is_mark(position, ',') ||
           line.is_mark(position, '/') || line.is(position, Category::conjunction) ||
           line.is(position, Category::range_to) || line.is(position, Category::dash);
}

/// "Bahnhofstr. 5", "Hauptstraße 12": a house number, unless it counts a noun behind a whole word.
bool is_house_number(const Line& line, std::size_t position, bool counts) {
    if (position == 0) return false;
    const bool stop = line.is_mark(position - 1, '.') && line.glued(position - 1);
    if (stop) return position > 1 && line.has_ending(position - 2, Ending::street_short);
    return !counts && line.has_ending(position - 1, Ending::street);
}

/// "banks" behind "10 Wall Street": what the number counts, by a plural or the capital of a noun.
bool is_counted_noun(const Line& line, std::size_t position) {
    if (line.writing().capital_nouns) return line.is_noun(position);
    return line.is_small_word(position) && line[position].word == nullptr &&
           line.ends_as_plural(position);
}

}  // namespace

bool is_before_street(const Line& line, std::size_t position) {
    constexpr std::size_t longest_name = 3;  // 221 Martin Luther King Boulevard
    if (!line.is_digits(position)) return false;
    auto at = position + 1;
    if (!line.is_noun(at)) return false;
    for (++at; at <= position + longest_name + 1 && line.is_noun(at); ++at) {
        if (line.is(at, Category::street_noun)) return !is_counted_noun(line, at + 1);
    }
    return false;
}

const Sense* label_before(const Line& line, std::size_t position) {
    if (position == 0) return nullptr;
    auto at = position - 1;
    if (at > 0 && line.is_mark(at, ':')) --at;
    if (at > 0 && line.is_mark(at, '.') && line.glued(at)) --at;
    if (at > 0 && line.is_mark(at, '(')) --at;
    if (at > 0 && line.text(at) == "\u00B0" && line.glued(at)) --at;  // n° 5
    // BGBl. I: 2012
    const bool roman = is_roman(line.text(at));
    while (at > 0 && is_roman(line.text(at))) {
        --at;
        if (at > 0 && line.is_mark(at, '.') && line.glued(at)) --at;
    }
    if (roman && at > 0 && line[at].all_capital && !line.is(at, Category::label)) --at;  // DDR I
    if (const auto* label = line.sense(at, Category::label)) return label;
    // "Sicherheitsstufe 3"
    static const Sense compound{
        .category = Category::label, .form = {}, .value = {}, .amount = {}, .number = 0};
    return at + 1 == position && line.has_ending(at, Ending::label) ? &compound : nullptr;
}

namespace {

/// A street before a house number: a label like others.
const Sense& street_label() {
    static const Sense street{
        .category = Category::label, .form = {}, .value = {}, .amount = {}, .number = 0};
    return street;
}

/// The label before the list of numbers that goes on at a position: the §§ of "§§ 64, 64a und 89".
const Sense* chain_label(const Line& line, std::size_t position) {
    for (int count = 0; count < max_label_chain; ++count) {
        if (position < 2) return nullptr;
        // "S. 4715 u. 4716"
        const bool stop = position > 2 && line.is_mark(position - 1, '.') &&
                          line.is(position - 2, Category::conjunction);
        const std::size_t joint = stop ? 2 : 1;
        if (!is_list_joint(line, position - joint)) return nullptr;
        position -= joint + 1;
        if (position > 0 && is_letter(line, position)) --position;  // 69 a
        if (!is_section(line, position)) return nullptr;
        if (const auto* label = label_before(line, position)) return label;
        if (is_house_number(line, position, false)) return &street_label();
    }
    return nullptr;
}

}  // namespace

bool is_labelled(const Line& line, std::size_t position, const std::optional<Counted>& counted) {
    if (const auto* label = label_before(line, position)) {
        const bool counts = counted && counted->direct &&
                            !line.is(counted->begin, Category::label) &&
                            !line[counted->begin].all_capital;  // Teil 9 ADR
        return !(counts && label->value == weak_label);
    }
    if (is_house_number(line, position, counted && counted->direct) ||
        is_before_street(line, position)) {
        return true;
    }
    // "125 cm 3": a raised digit set on the line.
    const bool unit = position > 0 && line.is(position - 1, Category::unit) &&
                      !line.is(position - 1, Category::article);
    const auto surface = line.text(position);
    const bool raised = surface == "2" || surface == "3";
    if (unit && raised) return true;
    // "Besoldungsgruppe R 2", "A 8"
    const auto before = position > 0 ? line.text(position - 1) : std::string_view{};
    const bool letter = before.size() == 1 && line[position - 1].all_capital;
    if (letter && !line.is(position - 1, Category::article)) return true;
    // "G v. 21.12.2020 I 3138": the part of a gazette.
    if (position > 0 && is_roman(before)) return true;
    // "der Sätze 2, 3 und 4 Aufzeichnungen"
    return chain_label(line, position) != nullptr;
}

bool is_times(const Line& line, std::size_t position) {
    if (!line.is_digits(position + 1)) return false;
    const auto sign = line.text(position);
    return sign == "x" || sign == "\u00D7";
}

bool is_before_letter(const Line& line, std::size_t end) {
    return line[end].all_capital && line.text(end).size() == 1 && line.is_mark(end + 1, '.') &&
           line.is_noun(end + 2) && !line.is(end, Category::unit);
}

bool is_range_of_days(const Line& line, const Amount& amount) {
    constexpr auto months = bit(Category::month) | bit(Category::month_short);
    if (!amount.is_range || amount.scaled) return false;
    const auto at = amount.end + (line.is(amount.end, Category::genitive) ? 1U : 0U);
    return line[at].capital && (line[at].opens() & months) != 0;
}

bool is_in_named_list(const Line& line, std::size_t begin) {
    constexpr int longest = 12;
    constexpr auto amounts = bit(Category::unit) | bit(Category::currency) | bit(Category::month) |
                             bit(Category::time_unit) | bit(Category::percent);
    auto at = begin;
    for (int count = 0; count < longest && at > 2; ++count) {
        const auto& before = line[at - 2];
        const bool bare = before.digits.shape == DigitShape::integer && before.behind == nullptr;
        if (!bare || !is_list_joint(line, at - 1)) break;
        at -= 2;
    }
    return at != begin && line.writing().capital_nouns && line.is_name(at - 1) &&
           (line[at - 1].opens() & amounts) == 0;
}

}  // namespace wortfeld::quantity

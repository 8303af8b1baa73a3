#include "wortfeld/quantity/counted.hpp"
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/match.hpp"
#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/references.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::int32_t first_year = 1100;  // four digits alone from here on are years
constexpr std::int32_t first_modern = 1900;
constexpr std::int32_t last_year = 2099;
constexpr std::int32_t hours = 24;
constexpr std::string_view reference_label = "reference";  // "5 Absatz 2" counts no paragraphs
constexpr std::string_view whole_word = "whole";  // "10-fache" is one span, "10-mal" is not

/// Whether nothing but marks follows in the sentence.
bool ends_sentence(const Line& line, std::size_t position) {
    for (; position < line.size(); ++position) {
        if (line[position].kind != text::TokenKind::punctuation) return false;
    }
    return true;
}

/// Glued to what makes it part of a code, a score, a time or a name: 3:2, 24/7, GPT-4.
bool is_glued_before(const Line& line, std::size_t begin) {
    if (begin == 0 || !line.glued(begin)) return false;
    if (line.is(begin, Category::sign)) return true;
    if (text::is_word(line[begin - 1].kind)) return true;
    constexpr std::string_view joints = "-/:.,_#@*&'%$+";
    const auto before = line.text(begin - 1);
    return (before.size() == 1 && joints.find(before.front()) != std::string_view::npos) ||
           line.is(begin - 1, Category::dash);
}

/// "5-Sterne-Hotel": a count as the first part of a compound of at least three.
bool is_compound_count(const Line& line, std::size_t end) {
    if (!line.is_tight_hyphen(end)) return false;
    if (line.is(end + 1, Category::times_suffix)) return true;
    constexpr std::size_t shortest_noun = 3;
    if (line.text(end + 1).size() < shortest_noun) return false;
    if (!line.lexicon().writing().capital_nouns) {  // a 30-member council
        return line.is_digits(end - 1) && line.is_small_word(end + 1) && !line[end + 1].number;
    }
    return line.is_noun(end + 1) && line.is_tight_hyphen(end + 2) && line.is_noun(end + 3);
}

/// "zum 18." at the end of a sentence is an ordinal all the same.
bool is_ordinal(const Line& line, std::size_t begin, std::size_t end) {
    if (!line.is_mark(end, '.')) return false;
    const bool article = begin > 0 && (line.is(begin - 1, Category::genitive) ||
                                       line.is(begin - 1, Category::day_cue));
    return article || !ends_sentence(line, end);
}

/// "31 . Mai", "18 . Wahlperiode": tokens set apart by spaces.
bool is_spaced_ordinal(const Line& line, std::size_t end) {
    return line.is_mark(end, '.') && line.is_digits(end - 1) && !line.glued(end) &&
           text::is_word(line[end + 1].kind);
}

/// "§ 115 d": a letter that goes on counting.
bool has_section_letter(const Line& line, std::size_t end) {
    const auto letter = line.text(end);
    return letter.size() == 1 && letter.front() >= 'a' && letter.front() <= 'z' &&
           line.is_digits(end - 1) && !line.is(end, Category::unit) &&
           !line.is(end, Category::article);
}

/// "one hundred and fiftieth", "twenty-fifth".
bool goes_on_as_ordinal(const Line& line, std::size_t end) {
    if (!line.lexicon().writing().spaced_numbers || line.is_digits(end - 1)) return false;
    const bool joint = line.is(end, Category::conjunction) || line.is_tight_hyphen(end);
    return line.is(end + (joint ? 1U : 0U), Category::ordinal);
}

/// "92 :85", "3 : 2".
bool is_spaced_score(const Line& line, std::size_t begin, std::size_t end) {
    const bool before = begin > 1 && line.is_mark(begin - 1, ':') && line.is_digits(begin - 2);
    return before || (line.is_mark(end, ':') && line.is_digits(end + 1));
}

bool is_glued_behind(const Line& line, std::size_t begin, std::size_t end) {
    if (goes_on_as_ordinal(line, end) || is_spaced_score(line, begin, end)) return true;
    if (is_spaced_ordinal(line, end) || has_section_letter(line, end)) return true;
    if (end >= line.size() || !line.glued(end)) return false;
    if (text::is_word(line[end].kind)) return true;
    if (line.is_mark(end, '.')) return line.is_digits(end - 1) && is_ordinal(line, begin, end);
    if (line.is(end, Category::dash)) return !is_compound_count(line, end);
    constexpr std::string_view joints = "/:_*&#@";
    const auto behind = line.text(end);
    return behind.size() == 1 && joints.find(behind.front()) != std::string_view::npos &&
           line.glued(end + 1);
}

/// "1. …" and "(1) …" at the start of a sentence number the sentence.
bool is_enumerator(const Line& line, const Amount& amount) {
    const bool bracket = line.is_mark(amount.end, ')');
    if (!bracket) return false;
    const bool open = amount.begin > 0 && line.is_mark(amount.begin - 1, '(');
    if (!open) return line.starts_sentence(amount.begin);
    if (amount.begin == 1 || line.starts_sentence(amount.begin - 1)) return true;
    return line.is_noun(amount.end + 1) || !text::is_word(line[amount.begin - 2].kind);
}

bool is_year_like(const Decimal& number, std::int32_t first) {
    const auto value = number.small_integer();
    return value && *value >= first && *value <= last_year;
}

/// "2010 bis 2015" are years, "1900 bis 2000 Zuschauer" may not be.
bool is_year_range(const Line& line, const Amount& amount) {
    return amount.high && line[amount.begin].digits.shape == DigitShape::integer &&
           is_year_like(amount.value, first_modern) && is_year_like(*amount.high, first_modern);
}

/// Whether plain digits name or number something instead of counting.
bool is_code(const Line& line, const Amount& amount, bool counts) {
    const auto begin = amount.begin;
    const auto end = amount.end;
    if (is_enumerator(line, amount)) return true;
    const bool named = begin > 0 && line.is_name(begin - 1);
    const bool one = amount.value == Decimal(1) && !amount.is_range;
    if (counts) return one && named;
    // "737-800" is a type, "5-7" without a noun behind is a score.
    if (amount.is_range) return amount.by_dash;
    if (line[begin].digits.shape != DigitShape::integer) return false;
    const bool follows = line.is_digits(begin - 1) && !year_digits(line, begin - 1);
    if (follows || line.is_digits(end) || one) return true;
    const bool limited = find_modifier(line, begin, end, Limited::amount) != Modifier::none;
    if (limited) return false;
    const bool alone = line.starts_sentence(begin) && ends_sentence(line, end);
    return alone || named || is_year_like(amount.value, first_year);
}

/// Whether a number word is a name, a mark, or the hour of the day.
bool is_no_count_word(const Line& line, const Amount& amount, bool counts) {
    const auto begin = amount.begin;
    if (amount.value == Decimal(1)) return true;
    if (amount.value.is_zero()) return line.is(amount.end, Category::conjunction);
    const bool noun = line.is_noun(begin) && !line.starts_sentence(begin);
    if (noun && !line[begin].all_capital) return true;
    if (begin > 0 && line.is(begin - 1, Category::half)) return true;
    const bool hour = amount.value < Decimal(hours + 1) && !counts;
    return hour && begin > 0 && line.is(begin - 1, Category::clock);
}

bool is_rejected(const Line& line, const Amount& amount, const std::optional<Counted>& counted) {
    const bool counts = counted.has_value();
    const bool digits = amount.form == AmountForm::digits;
    if (is_year_range(line, amount)) return true;
    if (line.is(amount.end, Category::clock) && line.is_noun(amount.end)) return true;
    if (is_labelled(line, amount.begin, counted)) return true;
    if (is_glued_before(line, amount.begin) || is_glued_behind(line, amount.begin, amount.end))
        return true;
    const bool named = amount.begin > 0 && line.is_name(amount.begin - 1);
    if (amount.is_slashed) return named;
    const bool clear = amount.scaled || amount.form == AmountForm::fraction ||
                       amount.form == AmountForm::vague || !amount.unit.empty();
    if (clear) return false;
    return digits ? is_code(line, amount, counts) : is_no_count_word(line, amount, counts);
}

std::optional<Match> made(const Line& line, const Amount& amount, std::string_view rule) {
    Match match{.begin = amount.begin, .end = amount.end, .quantity = {}};
    auto& quantity = match.quantity;
    quantity.kind = QuantityKind::number;
    quantity.rule = rule;
    if (!fill_amount(amount, Decimal(1), quantity)) return std::nullopt;
    if (amount.form == AmountForm::vague) quantity.modifier = Modifier::vague;
    quantity.reading = quantity.value_text;
    if (amount.denominator != 1) {
        quantity.reading = amount.value.text() + "/" + std::to_string(amount.denominator);
    }
    if (!amount.unit.empty()) {
        quantity.unit = line.text(amount.unit);
        match.cut = static_cast<std::uint32_t>(amount.unit.size());
        return match;
    }
    const auto at = line.after_hyphen(amount.end);
    const auto* times = line.sense(at, Category::times_suffix);
    if (times != nullptr && at != amount.end) {
        quantity.unit = line.text(at);
        if (times->value == whole_word) match.end = at + 1;
        return match;
    }
    const bool compound = at != amount.end && !line.lexicon().writing().capital_nouns;
    if (compound && line.is_tight_hyphen(amount.end)) {  // a 30-member council
        quantity.unit = line.text(at);
    } else if (const auto counted = find_counted(line, at)) {
        quantity.unit = line.text(line.bytes(counted->begin, counted->end));
    }
    return match;
}

std::string_view rule_of(const Amount& amount) {
    if (amount.form == AmountForm::vague) return "number.vague";
    if (amount.form == AmountForm::fraction) return "number.fraction";
    if (amount.is_range) return "number.range";
    if (amount.scaled) return "number.magnitude";
    return amount.form == AmountForm::word ? "number.word" : "number.digits";
}

/// Whether the name of a part without numerator is one here: die Hälfte, half of, half the.
bool is_whole_fraction(const Line& line, std::size_t begin) {
    if (line.is_tight_hyphen(begin + 1) || (begin > 0 && line.is_tight_hyphen(begin - 1))) {
        return false;
    }
    if (line.lexicon().writing().capital_nouns) {
        return line[begin].capital && begin > 0 && line.is(begin - 1, Category::filler);
    }
    if (begin > 0 && line.is(begin - 1, Category::ordinal)) return false;
    const bool prepositional = begin > 0 && line.is(begin - 1, Category::filler) &&
                               !line.is(begin - 1, Category::determiner);
    return prepositional || line.is(begin + 1, Category::fraction_of) ||
           line.is(begin + 1, Category::determiner);
}

/// "die Hälfte": the name of a part that needs no numerator.
std::optional<Match> read_whole_fraction(const Line& line, std::size_t begin) {
    const auto* part = line.sense(begin, Category::whole_fraction);
    if (part == nullptr || !is_whole_fraction(line, begin)) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::fraction};
    amount.value = part->amount;
    auto match = made(line, amount, "number.half");
    if (match && line.lexicon().writing().capital_nouns) match->has_article = true;
    return match;
}

/// "Milliardenhöhe", "Millionenbetrag": a magnitude without numeral.
std::optional<Match> read_magnitude_noun(const Line& line, std::size_t begin) {
    const auto* noun = line.sense(begin, Category::magnitude_noun);
    if (noun == nullptr || !line.can_be_noun(begin)) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::generic};
    amount.value = noun->amount;
    auto match = made(line, amount, "number.generic");
    if (match) match->quantity.modifier = Modifier::generic;
    return match;
}

}  // namespace

std::optional<Match> read_count(const Line& line, std::size_t begin) {
    auto amount = read_range(line, begin);
    if (!amount) {
        if (auto noun = read_magnitude_noun(line, begin)) return noun;
        return read_whole_fraction(line, begin);
    }
    if (amount->form == AmountForm::article) return read_whole_fraction(line, begin);
    const auto behind = find_counted(line, amount->end);
    if (amount->spaced_dash && !(behind && behind->direct)) amount = read_amount(line, begin);
    if (!amount || amount->form == AmountForm::foreign || amount->form == AmountForm::article) {
        return std::nullopt;
    }
    const auto at = line.is_tight_hyphen(amount->end) ? amount->end + 1 : amount->end;
    const auto counted = find_counted(line, at);
    if (counted && counted->direct) {
        const auto* label = line.sense(counted->begin, Category::label);
        if (label != nullptr && label->value == reference_label) return std::nullopt;
    }
    if (is_rejected(line, *amount, counted)) return std::nullopt;
    return made(line, *amount, rule_of(*amount));
}

}  // namespace wortfeld::quantity

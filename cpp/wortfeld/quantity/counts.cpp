#include "wortfeld/quantity/codes.hpp"
#include "wortfeld/quantity/counted.hpp"
#include "wortfeld/quantity/match.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view reference_label = "reference";  // "5 Absatz 2" counts no paragraphs
constexpr std::string_view whole_word = "whole";  // "10-fache" is one span, "10-mal" is not

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
    if (times != nullptr && at == amount.end && line.is_small_word(at)) {  // 216 mal
        quantity.unit = line.text(at);
        return match;
    }
    if (times != nullptr && at != amount.end) {
        quantity.unit = line.text(at);
        if (times->value == whole_word) match.end = at + 1;
        return match;
    }
    const bool compound = at != amount.end && !line.writing().capital_nouns;
    if (const auto limit = line.starting(amount.end, Category::modifier_after); limit && compound) {
        const auto behind = find_counted(line, amount.end + limit.length);  // 600-odd branches
        if (behind) quantity.unit = line.text(line.bytes(behind->begin, behind->end));
    } else if (compound && line.is_tight_hyphen(amount.end)) {  // a 30-member council
        quantity.unit = line.text(at);
    } else if (const auto counted = find_counted(line, at)) {
        quantity.unit = line.text(line.bytes(counted->begin, counted->end));
    }
    return match;
}

/// Whether a hyphen joins the token to what stands before or behind it.
bool is_glued(const Line& line, std::size_t begin) {
    return line.is_tight_hyphen(begin + 1) || (begin > 0 && line.is_tight_hyphen(begin - 1));
}

std::string_view rule_of(const Amount& amount) {
    if (amount.form == AmountForm::vague) return "number.vague";
    if (amount.form == AmountForm::fraction) return "number.fraction";
    if (amount.is_range) return "number.range";
    if (amount.scaled) return "number.magnitude";
    return amount.form == AmountForm::word ? "number.word" : "number.digits";
}

/// "dreimal", "zehnfache": the number and what it multiplies in one word.
std::optional<Match> read_multiple(const Line& line, std::size_t begin) {
    const auto& lexeme = line[begin];
    const bool multiple = lexeme.tail != nullptr &&
                          lexeme.tail->category == Category::times_suffix && lexeme.number &&
                          Decimal(1) < *lexeme.number;
    if (!multiple || is_glued(line, begin) || line.is_behind_digits(begin)) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::word};
    amount.value = *lexeme.number;
    auto match = made(line, amount, "number.multiple");
    if (match) match->quantity.unit = lexeme.tail->form;
    return match;
}

/// "5, 6 und 7 Millionen Menschen": the first number has the magnitude of the last.
std::optional<Match> read_sharing(const Line& line, const Amounts& amounts) {
    const auto& shared = amounts.shared;
    if (!shared || amounts.range->scaled || !shared->from.scaled) return std::nullopt;
    auto match = made(line, shared->from, "number.shared");
    const auto counted = find_counted(line, shared->to.end);
    if (match && counted) {
        match->quantity.unit = line.text(line.bytes(counted->begin, counted->end));
    }
    return match;
}

/// Whether the name of a part without numerator is one here: die Hälfte, half of, half the.
bool is_whole_fraction(const Line& line, std::size_t begin) {
    if (is_glued(line, begin)) return false;
    if (line.writing().capital_nouns) {
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
    if (match && line.writing().capital_nouns) match->has_article = true;
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

std::optional<Match> read_count(const Line& line, std::size_t begin, const Amounts& amounts) {
    if (auto match = read_sharing(line, amounts)) return match;
    auto amount = amounts.range;
    if (!amount) {
        if (auto multiple = read_multiple(line, begin)) return multiple;
        if (auto noun = read_magnitude_noun(line, begin)) return noun;
        return read_whole_fraction(line, begin);
    }
    if (amount->form == AmountForm::article) return read_whole_fraction(line, begin);
    if (amount->spaced_dash) {
        const auto behind = find_counted(line, amount->end);
        if (!behind || !behind->direct) amount = read_amount(line, begin);
    }
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

#include "wortfeld/quantity/amounts.hpp"

namespace wortfeld::quantity {
namespace {

constexpr std::int32_t several_low = 2;    // "mehrere Millionen": from two to
constexpr std::int32_t several_high = 10;  // ten million
constexpr std::int32_t hundred = 100;
constexpr std::int32_t thousand = 1000;
constexpr std::int32_t ten_thousand = 10000;
constexpr std::int32_t hundred_thousand = 100000;

/// "zehntausend", "Hunderttausend", "100", "10.000": a round number that counts as a magnitude
/// behind "mehrere", or null.
const Decimal* round_number(const Lexeme& lexeme) {
    const auto is = [&](const Decimal& value, std::int32_t round) {
        return value == Decimal(round);
    };
    if (lexeme.number && lexeme.tail == nullptr) {
        const auto& number = *lexeme.number;
        return is(number, ten_thousand) || is(number, hundred_thousand) ? &number : nullptr;
    }
    const auto& [shape, value] = lexeme.digits;
    if (shape != DigitShape::integer && shape != DigitShape::grouped) return nullptr;
    for (const auto round : {hundred, thousand, ten_thousand, hundred_thousand}) {
        if (is(value, round)) return &value;
    }
    return nullptr;
}

/// "mehrere hundert Millionen", "einige Tausend", "mehrere Zehntausend": from two to ten times the
/// magnitudes.
std::optional<Amount> read_several(const Line& line, std::size_t begin) {
    const auto vague = line.starting(begin, Category::vague);
    if (!vague) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + vague.length, .form = AmountForm::vague};
    amount.value = Decimal(1);
    if (const auto* plural = line.sense(amount.end, Category::magnitude_plural)) {
        amount.value = plural->amount;
        amount.scaled = true;
        ++amount.end;
    } else if (const auto* round = round_number(line[amount.end])) {
        amount.value = *round;
        amount.scaled = true;
        ++amount.end;
    }
    if (!apply_scales(line, amount) || !amount.scaled) return std::nullopt;
    const auto unit = amount.value;
    const auto low = unit.times(Decimal(several_low));
    amount.high = unit.times(Decimal(several_high));
    if (!low || !amount.high) return std::nullopt;
    amount.value = *low;
    return amount;
}

/// The "of millions" of "hundreds of millions": false where the product has too many digits.
bool apply_joined_plural(const Line& line, Amount& amount) {
    const auto at = amount.end + (line.is(amount.end, Category::fraction_of) ? 1U : 0U);
    const auto* plural = line.sense(at, Category::magnitude_plural);
    if (plural == nullptr) return true;
    const auto product = amount.value.times(plural->amount);
    if (!product) return false;
    amount.value = *product;
    amount.scaled = true;
    amount.end = at + 1;
    return true;
}

/// "Hunderttausende", "Millionen" without a numeral: at least two of them; "Hunderte Millionen",
/// "hundreds of millions": up to ten as well.
std::optional<Amount> read_plural(const Line& line, std::size_t begin) {
    const auto* plural = line.sense(begin, Category::magnitude_plural);
    if (plural == nullptr || line.after_hyphen(begin + 1) != begin + 1) return std::nullopt;
    // "scores of people", but "test scores"
    const bool needs_of = plural->value.ends_with(" partitive");
    if (needs_of && !line.is(begin + 1, Category::fraction_of)) return std::nullopt;
    // "1.2.3 Millionen", "zwei Komma fünf Millionen": what stands before counts them, and is not
    // read.
    const auto* before = begin > 0 ? &line[begin - 1] : nullptr;
    const bool bracketed =  // 6,31 (2014: 4,86) Millionen
        begin > 1 && before->mark == ')' && line.is_digits(begin - 2);
    const bool counted =
        before != nullptr && (bracketed || before->kind == text::TokenKind::number ||
                              (before->number && line.is(begin - 2, Category::decimal_word)));
    if (counted) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::vague};
    amount.value = plural->amount;
    if (!apply_joined_plural(line, amount) || !apply_scales(line, amount)) return std::nullopt;
    const auto low = amount.value.times(Decimal(several_low));
    if (!low) return std::nullopt;
    if (amount.scaled) amount.high = amount.value.times(Decimal(several_high));
    amount.value = *low;
    return amount;
}

/// "dreistelliger Millionenbetrag", "zweistellige Milliardensumme": by the number of digits.
std::optional<Amount> read_places(const Line& line, std::size_t begin) {
    const auto* places = line.sense(begin, Category::digit_places);
    if (places == nullptr) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 2, .form = AmountForm::vague};
    const auto* whole = line.sense(begin + 1, Category::magnitude_noun);
    const auto* first = line.sense(begin + 1, Category::magnitude_plural);
    const bool compound = first != nullptr && line.after_hyphen(begin + 2) != begin + 2;
    if (whole == nullptr && !compound) return std::nullopt;
    auto low = whole != nullptr ? whole->amount : first->amount;
    for (auto place = 1; place < places->number; ++place) {
        low = low.times(Decimal(several_high)).value_or(low);
    }
    const auto above = low.times(Decimal(several_high));
    const auto unit = whole != nullptr ? whole->amount : first->amount;
    amount.high = above ? above->plus(unit.negated()) : std::nullopt;
    if (!amount.high) return std::nullopt;
    amount.value = low;
    amount.scaled = true;
    return amount;
}

}  // namespace

std::optional<Amount> read_vague_amount(const Line& line, std::size_t begin) {
    if (auto several = read_several(line, begin)) return several;
    if (auto places = read_places(line, begin)) return places;
    return read_plural(line, begin);
}

std::optional<Amount> read_generic(const Line& line, std::size_t begin) {
    const auto* plural = line.sense(begin, Category::magnitude_plural);
    if (plural == nullptr && line.writing().spaced_numbers) {
        plural = line.sense(begin, Category::magnitude);  // million-dollar
    }
    if (plural == nullptr || line.after_hyphen(begin + 1) == begin + 1) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::generic};
    amount.value = plural->amount;
    amount.coefficient = plural->amount;
    return amount;
}

}  // namespace wortfeld::quantity

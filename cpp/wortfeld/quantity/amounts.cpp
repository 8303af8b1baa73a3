#include "wortfeld/quantity/amounts.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t max_groups = 12;     // of three digits, set apart by spaces
constexpr int max_magnitudes = 3;          // hundert tausend Milliarden
constexpr std::int32_t several_low = 2;    // "mehrere Millionen": from two to
constexpr std::int32_t several_high = 10;  // ten million

bool is_spacing(Gap gap) {
    return gap == Gap::narrow || gap == Gap::space;
}

bool is_group_start(const Lexeme& lexeme) {
    return lexeme.digits.shape == DigitShape::integer && lexeme.span.size() <= 3;
}

/// Three digits, perhaps with decimals behind them: 000 or 000,50.
bool is_group(const Line& line, std::size_t position) {
    if (!is_spacing(line[position].gap) || !line.is_digits(position)) return false;
    const auto surface = line.text(position);
    const auto digits = surface.find_first_not_of("0123456789");
    if (digits == std::string_view::npos) return surface.size() == 3;
    return digits == 3 && surface[3] == line.lexicon().number_format().decimal_mark &&
           surface.find_first_not_of("0123456789", 4) == std::string_view::npos;
}

/// Groups of three digits set apart by spaces: 1 000 000.
std::size_t after_groups(const Line& line, std::size_t begin) {
    std::size_t end = begin + 1;
    if (!is_group_start(line[begin])) return end;
    const Gap gap = line[end].gap;
    while (end - begin < max_groups && is_group(line, end) && line[end].gap == gap) {
        ++end;
        if (line[end - 1].span.size() > 3) break;
    }
    return end;
}

std::optional<Decimal> spaced_value(const Line& line, std::size_t begin, std::size_t end) {
    std::string digits;
    for (auto i = begin; i < end; ++i) digits.append(line.text(i));
    const auto mark = digits.find(line.lexicon().number_format().decimal_mark);
    if (mark != std::string::npos) digits[mark] = '.';
    return Decimal::parse(digits);
}

std::optional<Amount> read_digit_amount(const Line& line, std::size_t begin) {
    const auto& digits = line[begin].digits;
    Amount amount{.begin = begin, .end = after_groups(line, begin)};
    if (amount.end > begin + 1) {
        const auto value = spaced_value(line, begin, amount.end);
        if (!value) return std::nullopt;
        amount.value = *value;
        return amount;
    }
    const bool none = digits.shape == DigitShape::none || digits.shape == DigitShape::padded ||
                      digits.shape == DigitShape::dotted;
    if (none) return std::nullopt;
    amount.value = digits.value;
    if (digits.shape == DigitShape::foreign) amount.form = AmountForm::foreign;
    const auto* vulgar = line.sense(amount.end, Category::vulgar_fraction);
    if (vulgar != nullptr && digits.shape == DigitShape::integer) {
        amount.value = amount.value.plus(vulgar->amount).value_or(amount.value);
        ++amount.end;
    }
    return amount;
}

/// The magnitude word at a position, its full stop included where it is an abbreviation.
struct Scale {
    Decimal factor;
    std::size_t end = 0;
};

std::optional<Scale> read_scale(const Line& line, std::size_t position) {
    if (const auto* sense = line.sense(position, Category::magnitude)) {
        return Scale{.factor = sense->amount, .end = position + 1};
    }
    const auto* sense = line.sense(position, Category::magnitude_short);
    if (sense == nullptr) return std::nullopt;
    const bool stop = line.is_mark(position + 1, '.') && line.glued(position + 1);
    // "Bio" is also what organic food is called.
    const bool risky = sense->value.ends_with(" dot");
    if (risky && !stop) return std::nullopt;
    const auto factor = Decimal::parse(sense->value.substr(0, sense->value.find(' ')));
    if (!factor) return std::nullopt;
    return Scale{.factor = *factor, .end = position + (stop ? 2U : 1U)};
}

/// Multiplies by the magnitudes that follow; false where the product has too many digits.
bool apply_scales(const Line& line, Amount& amount) {
    amount.coefficient = amount.value;
    for (int count = 0; count < max_magnitudes; ++count) {
        const auto at = line.after_hyphen(amount.end);
        const auto scale = read_scale(line, at);
        if (!scale) break;
        // In "eine Billionen-Dollar-Firma" the article belongs to the firm.
        const bool generic = amount.form == AmountForm::article && !amount.scaled &&
                             line.is(at, Category::magnitude_plural) &&
                             line.after_hyphen(scale->end) != scale->end;
        if (generic) break;
        const auto product = amount.value.times(scale->factor);
        if (!product) return false;
        amount.value = *product;
        amount.scale = amount.scale.times(scale->factor).value_or(amount.scale);
        amount.end = scale->end;
        amount.scaled = true;
    }
    return true;
}

/// "zwei Millionen fünfhunderttausend": a smaller number word behind the magnitudes adds to them.
void add_rest(const Line& line, Amount& amount) {
    const auto& rest = line[amount.end];
    if (!amount.scaled || !rest.number || rest.tail != nullptr || rest.capital) return;
    if (!(*rest.number < amount.scale) || !(Decimal(1) < *rest.number)) return;
    const auto sum = amount.value.plus(*rest.number);
    if (!sum) return;
    amount.value = *sum;
    ++amount.end;
}

/// "halbe Million": the half counts only before a magnitude or a unit, which the caller checks.
std::optional<Amount> read_word_amount(const Line& line, std::size_t begin) {
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::word};
    if (const auto* half = line.sense(begin, Category::half)) {
        amount.value = half->amount;
        amount.form = AmountForm::article;
        return amount;
    }
    if (const auto& lexeme = line[begin]; lexeme.number && lexeme.tail == nullptr) {
        amount.value = *lexeme.number;
        return amount;
    }
    if (const auto* vulgar = line.sense(begin, Category::vulgar_fraction)) {
        amount.value = vulgar->amount;
        return amount;
    }
    if (!line.is(begin, Category::article)) return std::nullopt;
    amount.value = Decimal(1);
    amount.form = AmountForm::article;
    if (const auto* half = line.sense(begin + 1, Category::half)) {
        amount.value = half->amount;
        ++amount.end;
    }
    return amount;
}

/// "ein Drittel", "drei Viertel": a small integer before the name of a part.
bool apply_fraction(const Line& line, Amount& amount) {
    const auto* part = line.sense(amount.end, Category::fraction);
    const auto numerator = amount.value.small_integer();
    if (part == nullptr || !numerator || amount.end != amount.begin + 1) return false;
    if (*numerator < 1 || *numerator >= part->number) return false;
    ++amount.end;
    const auto denominator = static_cast<std::uint32_t>(part->number);
    amount.form = AmountForm::fraction;
    if (const auto exact = amount.value.divided_by(denominator)) {
        amount.value = *exact;
    } else {
        amount.denominator = denominator;
    }
    amount.coefficient = amount.value;
    return true;
}

/// "mehrere hundert Millionen", "einige Tausend": from two to ten times the magnitudes.
std::optional<Amount> read_several(const Line& line, std::size_t begin) {
    const auto vague = line.starting(begin, Category::vague);
    if (!vague) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + vague.length, .form = AmountForm::vague};
    amount.value = Decimal(1);
    if (const auto* plural = line.sense(amount.end, Category::magnitude_plural)) {
        amount.value = plural->amount;
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

/// "Hunderttausende", "Millionen" without a numeral: at least two of them, no upper bound.
std::optional<Amount> read_plural(const Line& line, std::size_t begin) {
    const auto* plural = line.sense(begin, Category::magnitude_plural);
    if (plural == nullptr || line.after_hyphen(begin + 1) != begin + 1) {
        return std::nullopt;
    }
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::vague};
    amount.value = plural->amount;
    if (!apply_scales(line, amount)) return std::nullopt;
    const auto low = amount.value.times(Decimal(several_low));
    if (!low) return std::nullopt;
    amount.value = *low;
    return amount;
}

}  // namespace

std::optional<Amount> read_amount(const Line& line, std::size_t begin) {
    if (auto several = read_several(line, begin)) return several;
    if (auto plural = read_plural(line, begin)) return plural;
    const auto* sign = line.sense(begin, Category::sign);
    const auto first = begin + (sign != nullptr ? 1U : 0U);
    auto amount =
        line.is_digits(first) ? read_digit_amount(line, first) : read_word_amount(line, first);
    if (!amount) return std::nullopt;
    if (sign != nullptr) {
        // A mark is a sign only if it touches the number and no word or number before it.
        const bool mark = !text::is_word(line[begin].kind);
        const bool joins = begin > 0 && line.glued(begin) && text::is_word(line[begin - 1].kind);
        if (mark && (!line.glued(first) || joins)) return std::nullopt;
        amount->begin = begin;
        if (sign->number < 0) amount->value = amount->value.negated();
    }
    if (sign == nullptr && apply_fraction(line, *amount)) return amount;
    if (!apply_scales(line, *amount)) return std::nullopt;
    add_rest(line, *amount);
    if (amount->scaled && amount->form == AmountForm::article) amount->form = AmountForm::word;
    if (amount->scaled && amount->form == AmountForm::foreign) amount->form = AmountForm::digits;
    return amount;
}

std::optional<Amount> read_generic(const Line& line, std::size_t begin) {
    const auto* plural = line.sense(begin, Category::magnitude_plural);
    if (plural == nullptr || line.after_hyphen(begin + 1) == begin + 1) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::generic};
    amount.value = plural->amount;
    amount.coefficient = plural->amount;
    return amount;
}

}  // namespace wortfeld::quantity

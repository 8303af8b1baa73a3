#include "wortfeld/quantity/amounts.hpp"

#include "wortfeld/quantity/references.hpp"
#include "wortfeld/quantity/scales.hpp"
#include "wortfeld/quantity/spelled.hpp"
#include "wortfeld/quantity/spoken_decimals.hpp"

#include <algorithm>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t max_groups = 4;  // of three digits, set apart by spaces

bool is_spacing(Gap gap) {
    return gap == Gap::narrow || gap == Gap::space;
}

/// Whether a mark is a decimal mark in one language or the other.
bool is_foreign_mark(char mark) {
    return mark == '.' || mark == ',';
}

bool is_group_start(const Line& line, std::size_t position) {
    return line[position].digits.shape == DigitShape::integer && line.span(position).size() <= 3;
}

/// Three digits, perhaps with decimals behind them: 000 or 000,50. The decimal mark of another
/// language is one before any number of decimals but three.
bool is_group(const Line& line, std::size_t position) {
    constexpr std::size_t three = 3;
    if (!line.is_digits(position) || !is_spacing(line.gap(position))) return false;
    const auto surface = line.text(position);
    const auto digits = surface.find_first_not_of("0123456789");
    if (digits == std::string_view::npos) return surface.size() == three;
    if (digits != three || surface.find_first_not_of("0123456789", 4) != std::string_view::npos) {
        return false;
    }
    if (surface[three] == line.lexicon().number_format().decimal_mark) return true;
    return is_foreign_mark(surface[three]) && surface.size() != three + 1 + three;
}

/// Groups of three digits set apart by spaces: 1 000 000.
std::size_t after_groups(const Line& line, std::size_t begin) {
    std::size_t end = begin + 1;
    if (!line.is_digits(end)) return end;
    const bool column = begin > 0 && line.is_digits(begin - 1) && is_spacing(line.gap(begin));
    if (column || !is_group_start(line, begin)) return end;
    const Gap gap = line.gap(end);
    while (end - begin < max_groups && is_group(line, end) && line.gap(end) == gap) {
        ++end;
        if (line.span(end - 1).size() > 3) break;
    }
    return end;
}

std::optional<Decimal> spaced_value(const Line& line, std::size_t begin, std::size_t end) {
    std::string digits;
    for (auto i = begin; i < end; ++i) digits.append(line.text(i));
    const auto mark = digits.find_first_of(".,");
    if (mark != std::string::npos) digits[mark] = '.';
    return Decimal::parse(digits);
}

/// Whether a unit is written so: "g" is a gram, "G" is none.
bool is_written_as(std::string_view surface, const Word& word) {
    return std::any_of(word.senses.begin(), word.senses.end(), [&](const Sense& sense) {
        return sense.category == Category::unit && (sense.value.empty() || sense.value == surface);
    });
}

/// "5km", "$2.5bn": the word in the token of the digits is a magnitude or a unit.
std::optional<Amount> read_glued_amount(const Line& line, std::size_t begin) {
    const auto& lexeme = line[begin];
    Amount amount{.begin = begin, .end = begin + 1, .value = lexeme.front.value};
    amount.coefficient = amount.value;
    if (const auto factor = magnitude_of(line, *lexeme.behind, begin, begin + 1)) {
        const auto product = amount.value.times(*factor);
        if (!product) return std::nullopt;
        amount.value = *product;
        amount.scale = *factor;
        amount.scaled = true;
        return amount;
    }
    if ((lexeme.behind->categories & bit(Category::unit)) == 0) return std::nullopt;
    const auto span = line.span(begin);
    amount.unit = {.begin = span.begin + lexeme.front_size, .end = span.end};
    if (!is_written_as(line.text(amount.unit), *lexeme.behind)) return std::nullopt;
    return amount;
}

std::optional<Amount> read_digit_amount(const Line& line, std::size_t begin) {
    const auto& digits = line[begin].digits;
    Amount amount{.begin = begin, .end = after_groups(line, begin)};
    // "Nummer 11 200 €", "A 13 230,43": what stands behind a label or a letter goes no further.
    const bool letter =
        begin > 0 && line[begin - 1].all_capital && line.text(begin - 1).size() == 1;
    if (letter || (amount.end > begin + 1 && label_before(line, begin) != nullptr)) {
        amount.end = begin + 1;
    }
    if (amount.end > begin + 1) {
        const auto value = spaced_value(line, begin, amount.end);
        if (!value) return std::nullopt;
        amount.value = *value;
        const bool foreign = line[amount.end - 1].digits.shape == DigitShape::foreign;
        if (foreign) amount.form = AmountForm::foreign;
        return amount;
    }
    const bool none = digits.shape == DigitShape::none || digits.shape == DigitShape::padded ||
                      digits.shape == DigitShape::dotted;
    if (none) return std::nullopt;
    amount.value = digits.value;
    if (digits.shape == DigitShape::foreign) amount.form = AmountForm::foreign;
    if (digits.shape == DigitShape::integer) add_vulgar_fraction(line, amount);
    return amount;
}

/// ".5": decimals behind nothing but their mark.
std::optional<Amount> read_bare_decimals(const Line& line, std::size_t mark) {
    if (!starts_bare_decimals(line, mark)) return std::nullopt;
    const auto value = Decimal::parse("0." + std::string(line.text(mark + 1)));
    if (!value) return std::nullopt;
    return Amount{.begin = mark, .end = mark + 2, .value = *value};
}

/// "zwei Millionen fünfhunderttausend": a smaller number word behind the magnitudes adds to them.
void add_rest(const Line& line, Amount& amount) {
    if (line.writing().spaced_numbers) return;
    const auto& rest = line[amount.end];
    if (!amount.scaled || !rest.number || rest.tail != nullptr || rest.capital) return;
    if (!(*rest.number < amount.scale) || !(Decimal(1) < *rest.number)) return;
    const auto sum = amount.value.plus(*rest.number);
    if (!sum) return;
    amount.value = *sum;
    ++amount.end;
}

/// "1 Mio. 200 Tsd. Euro": digits with a smaller magnitude behind the first one add to them.
void add_smaller(const Line& line, Amount& amount) {
    const auto at = amount.end;
    const bool plain = amount.scaled && amount.form == AmountForm::digits && !line.is_table() &&
                       amount.coefficient.is_integer() && is_spacing(line.gap(at));
    if (!plain || line[at].digits.shape != DigitShape::integer) return;
    const auto scale = read_scale(line, at + 1);
    const auto part = scale ? line[at].digits.value.times(scale->factor) : std::nullopt;
    const auto sum = part && *part < amount.scale ? amount.value.plus(*part) : std::nullopt;
    if (!sum) return;
    amount.value = *sum;
    amount.end = scale->end;
}

/// "two hundred and five": several words.
std::optional<Amount> read_spelled_amount(const Line& line, std::size_t begin) {
    const auto spelled = read_spelled(line, begin);
    if (!spelled) return std::nullopt;
    Amount amount{.begin = begin, .end = spelled->end, .form = AmountForm::word};
    amount.value = spelled->value;
    amount.coefficient = spelled->coefficient;
    amount.scale = spelled->scale;
    amount.scaled = spelled->scaled;
    return amount;
}

/// "halbe Million": the half counts only before a magnitude or a unit, which the caller checks.
std::optional<Amount> read_word_amount(const Line& line, std::size_t begin) {
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::word};
    if (adds_half(line, begin)) return std::nullopt;  // a whole stands before it
    if (const auto* half = line.sense(begin, Category::half)) {
        amount.value = half->amount;
        amount.form = AmountForm::article;
        // "half a million"
        const bool inner = line.writing().spaced_numbers;
        const auto at = line.is_tight_hyphen(amount.end) ? amount.end + 1 : amount.end;
        if (inner && line.is(at, Category::article)) amount.end = at + 1;
        return amount;
    }
    if (auto spelled = read_spelled_amount(line, begin)) return spelled;
    if (const auto& lexeme = line[begin]; lexeme.number && lexeme.tail == nullptr) {
        amount.value = *lexeme.number;
        return amount;
    }
    if (line.is(begin, Category::vulgar_fraction)) {
        amount.end = begin;
        add_vulgar_fraction(line, amount);
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

}  // namespace

namespace {

/// A mark is a sign only if it touches the number and no word or number before it.
bool is_sign_of(const Line& line, std::size_t sign, std::size_t number) {
    if (text::is_word(line[sign].kind)) {  // "plus/minus 3 Prozent" has none
        return sign == 0 || !line.glued(sign) || !line.is_mark(sign - 1, '/');
    }
    const bool joins = sign > 0 && line.glued(sign) && text::is_word(line[sign - 1].kind);
    return line.glued(number) && !joins;
}

/// What no number goes on with begins none either: the second half of "hundert hundert Euro".
bool is_behind_magnitude(const Line& line, std::size_t begin) {
    return begin > 0 && line.is(begin, Category::magnitude) &&
           line.is(begin - 1, Category::magnitude);
}

/// Whether the token is what most tokens behind numbers are: no magnitude, no part of a fraction.
bool ends_amount(const Line& line, std::size_t position) {
    const auto& lexeme = line[position];
    const bool mark = lexeme.mark == '-' || lexeme.mark == '/';
    const bool slash = lexeme.kind == text::TokenKind::symbol && lexeme.mark == 0;
    return lexeme.opens() == 0 && !lexeme.is_numeric && !mark && !slash;
}

/// Digits or words with their sign and decimals.
std::optional<Amount> read_signed(const Line& line, std::size_t begin) {
    const auto* sign = line.sense(begin, Category::sign);
    const auto first = begin + (sign != nullptr ? 1U : 0U);
    // "au moins 20": the word belongs to the modifier.
    const bool limits = sign != nullptr && text::is_word(line[begin].kind) &&
                        (line.ending(first, Category::modifier).length > 1 ||
                         line.ending(first, Category::modifier_free).length > 1);
    // Nor is it a sign in "moins d'un euro".
    if (limits || (sign != nullptr && line[first].elided_size != 0)) return std::nullopt;
    auto amount =
        line.is_digits(first) ? read_digit_amount(line, first) : read_bare_decimals(line, first);
    if (!amount && !line.is_digits(first)) amount = read_word_amount(line, first);
    if (!amount || is_behind_decimal_word(line, first)) return std::nullopt;
    if (!add_decimals(line, *amount)) return std::nullopt;
    if (sign == nullptr) return amount;
    if (!is_sign_of(line, begin, first)) return std::nullopt;
    amount->begin = begin;
    if (sign->number < 0) amount->value = amount->value.negated();
    return amount;
}

/// Goes on with a fraction or with magnitudes; false where the product has too many digits.
bool add_magnitudes(const Line& line, Amount& amount) {
    const bool sign = line.is(amount.begin, Category::sign);
    if (!sign && apply_fraction(line, amount)) return true;
    add_fraction(line, amount);
    if (!apply_scales(line, amount)) return false;
    add_rest(line, amount);
    add_smaller(line, amount);
    add_magnitude_fraction(line, amount);
    if (amount.scaled && amount.form == AmountForm::article) amount.form = AmountForm::word;
    if (amount.scaled && amount.form == AmountForm::foreign) amount.form = AmountForm::digits;
    return true;
}

}  // namespace

bool starts_bare_decimals(const Line& line, std::size_t mark) {
    if (!line.is(mark, Category::leading_mark) || !line.glued(mark + 1)) return false;
    const bool behind = mark > 0 && line.glued(mark) && text::is_word(line[mark - 1].kind);
    const auto digits = line.text(mark + 1);
    return !behind && line.is_digits(mark + 1) &&
           digits.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Amount> read_amount(const Line& line, std::size_t begin) {
    if (line[begin].word != nullptr) {
        if (is_behind_magnitude(line, begin)) return std::nullopt;
        if (auto vague = read_vague_amount(line, begin)) return vague;
    }
    if (line[begin].behind != nullptr) return read_glued_amount(line, begin);
    auto amount = read_signed(line, begin);
    if (!amount) return std::nullopt;
    amount->coefficient = amount->value;
    const bool goes_on = !ends_amount(line, amount->end);
    if (goes_on && !add_magnitudes(line, *amount)) return std::nullopt;
    return amount;
}

}  // namespace wortfeld::quantity

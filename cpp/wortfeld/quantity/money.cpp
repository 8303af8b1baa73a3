#include "wortfeld/quantity/currencies.hpp"
#include "wortfeld/quantity/match.hpp"
#include "wortfeld/quantity/scales.hpp"
#include "wortfeld/quantity/sums.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

/// "5 Euro 20 Cent", "5 Euro und 20 Cent", "5 Euro 20".
void add_parts(const Line& line, Sum& sum) {
    if (sum.amount.high || sum.currency.is_part || !sum.amount.value.is_integer()) return;
    const auto at = sum.end + (line.is(sum.end, Category::conjunction) ? 1U : 0U);
    const auto part = read_amount(line, at);
    if (!part || part->high || part->scaled || !(part->value < Decimal(100))) return;
    auto end = part->end;
    const auto currency = read_currency(line, end);
    // A bare "Cent" is one of the currency before it.
    if (currency && currency->is_part &&
        (currency->assumed || currency->unit == sum.currency.unit)) {
        end = currency->end;
    } else {
        // "zwei Euro fünfzig": both in words
        const bool words = sum.amount.form == AmountForm::word && !(part->value < Decimal(10)) &&
                           part->form == AmountForm::word;
        const bool two_digits = words || (line.text(at).size() == 2 && line.is_digits(at));
        const bool closes = end >= line.size() || !text::is_word(line[end].kind);
        const bool marked = line.is(end, Category::percent) || line.is(end, Category::dash);
        if (at != sum.end || !two_digits || !closes || marked || currency) return;
    }
    const auto cents = part->value.divided_by(100);
    const auto total = cents ? sum.amount.value.plus(*cents) : std::nullopt;
    if (!total) return;
    sum.amount.value = *total;
    sum.end = end;
}

/// "5 Euro bis 10 Euro": a second sum of the same currency as upper bound.
void add_upper_bound(const Line& line, Sum& sum) {
    if (sum.amount.high || sum.compound) return;
    const auto at = after_range_joint(line, sum.amount.begin, sum.end);
    if (at == sum.end || line.is(at - 1, Category::dash)) return;
    if (is_move(line, sum.amount.begin)) return;
    const auto high = read_amount(line, at);
    const auto other = high ? with_currency_behind(line, *high) : std::nullopt;
    if (!other || other->currency.unit != sum.currency.unit || other->currency.is_part) return;
    auto low = sum.amount;
    low.scaled = true;  // its own currency ends it: no magnitude is shared
    const auto range = joined_range(low, *high);
    if (!range) return;
    sum.amount = *range;
    sum.end = other->end;
}

std::string_view rule_of(const Sum& sum, std::string_view pattern) {
    if (sum.amount.form == AmountForm::generic) return "money.generic";
    if (sum.amount.form == AmountForm::vague) return "money.vague";
    if (sum.currency.assumed) return "money.assumed";
    if (sum.amount.is_range) return "money.range";
    return sum.compound ? "money.compound" : pattern;
}

std::optional<Match> made(const Line& line,
                          std::size_t begin,
                          const Sum& sum,
                          std::string_view rule) {
    Match match{.begin = begin, .end = sum.end, .quantity = {}};
    match.quantity.kind = QuantityKind::money;
    match.quantity.unit = sum.currency.unit;
    match.quantity.rule = rule_of(sum, rule);
    if (!fill_amount(sum.amount, sum.currency.factor, match.quantity)) return std::nullopt;
    if (sum.amount.form == AmountForm::vague) match.quantity.modifier = Modifier::vague;
    if (sum.amount.form == AmountForm::generic) match.quantity.modifier = Modifier::generic;
    const auto& text = match.quantity.value_text;
    const auto name = sum.currency.unit.empty() ? line.text(sum.end - 1) : sum.currency.unit;
    if (!text.empty()) match.quantity.reading = std::string(name) + " " + text;
    return match;
}

/// "$5 to $10 million": a second sum of the same currency, with its sign, as upper bound.
void add_prefixed_bound(const Line& line, std::size_t begin, Sum& sum) {
    if (sum.amount.high) return;
    const auto at = after_range_joint(line, begin, sum.end);
    if (at == sum.end) return;
    const auto currency = read_currency_before(line, at);
    if (!currency || currency->unit != sum.currency.unit) return;
    if (!is_in_digits(line, currency->end)) return;
    if (!line.is(at - 1, Category::dash) && is_move(line, begin)) return;
    const auto high = read_amount(line, currency->end);
    const auto range = high ? joined_range(sum.amount, *high) : std::nullopt;
    if (!range) return;
    sum.amount = *range;
    sum.end = range->end;
}

/// Whether nothing that counts touches the token on its left: the "-" of "(-$3m)", not of "$2-$3".
bool is_free(const Line& line, std::size_t position) {
    if (position == 0 || !line.glued(position)) return true;
    return line[position - 1].kind == text::TokenKind::punctuation &&
           !line.is(position - 1, Category::dash);
}

/// The minus of "minus $3 million" and "-$3m": a word that joins no sums, as in "$10 minus $3", or
/// a mark that touches the currency and nothing before it.
bool is_minus_of_currency(const Line& line, std::size_t begin) {
    const auto* sign = line.sense(begin, Category::sign);
    if (sign == nullptr || sign->number >= 0) return false;
    if (!text::is_word(line[begin].kind)) return line.glued(begin + 1) && is_free(line, begin);
    return begin == 0 ||
           !(is_in_digits(line, begin - 1) || line.is(begin - 1, Category::currency) ||
             line.is(begin - 1, Category::currency_symbol) ||
             line.is(begin - 1, Category::magnitude));
}

/// Whether digits stand at a position, with the sign that touches them: the -3 of "€ -3 Mio.".
bool is_in_signed_digits(const Line& line, std::size_t position) {
    if (is_in_digits(line, position)) return true;
    const bool mark = line.is(position, Category::sign) && !text::is_word(line[position].kind);
    return mark && line.glued(position + 1) && is_in_digits(line, position + 1);
}

void negate(Amount& amount) {
    const auto negative = amount.value.negated();
    if (amount.high) {
        amount.value = amount.high->negated();
        amount.high = negative;
    } else {
        amount.value = negative;
    }
}

std::optional<Match> read_prefixed(const Line& line, std::size_t begin) {
    const bool minus = is_minus_of_currency(line, begin);
    const auto currency = read_currency_before(line, begin + (minus ? 1U : 0U));
    if (!currency || line.gap(currency->end) == Gap::wide) return std::nullopt;
    const bool digits =
        minus ? is_in_digits(line, currency->end) : is_in_signed_digits(line, currency->end);
    auto amount = digits ? read_range(line, currency->end) : std::nullopt;
    if (!amount || !amount->unit.empty()) return std::nullopt;
    if (minus) negate(*amount);
    Sum sum{.amount = *amount, .currency = *currency, .end = amount->end};
    sum.end = after_closing_dash(line, sum.end);
    add_prefixed_bound(line, begin, sum);
    return made(line, begin, sum, "money.prefixed");
}

/// A currency with its magnitude, both before the digits: "Mio. CHF 3,5", "T€ 345", "CHF Mio. 3,5".
struct ScaledCurrency {
    std::size_t begin = 0;
    std::size_t end = 0;
    Currency currency;
    Decimal factor;
};

/// The Mio. before the currency at a position, unless it is of a number before it. A letter must
/// touch the sign: T€, but not "Plan B $5".
std::optional<std::size_t> begin_of_scale(const Line& line, std::size_t currency) {
    const std::size_t length = currency > 1 && line.is_mark(currency - 1, '.') ? 2 : 1;
    if (currency < length) return std::nullopt;
    const auto begin = currency - length;
    if (!line.is(begin, Category::magnitude_short)) return std::nullopt;
    if (line.text(begin).size() == 1 && !line.glued(currency)) return std::nullopt;
    if (begin > 0 && (line[begin - 1].is_numeric || line.glued(begin))) return std::nullopt;
    const auto scale = read_scale(line, begin);
    return scale && scale->end == currency ? std::optional(begin) : std::nullopt;
}

std::optional<ScaledCurrency> read_scaled_currency(const Line& line, std::size_t position) {
    const Decimal thousand(1000);
    const Decimal most_of_letter(1000000);  // the T of T€ is no trillion
    const auto currency = read_currency_before(line, position);
    if (!currency) return std::nullopt;
    if (const auto begin = begin_of_scale(line, position)) {
        const auto factor = read_scale(line, *begin)->factor;
        if (line.text(*begin).size() == 1 && most_of_letter < factor) return std::nullopt;
        return ScaledCurrency{
            .begin = *begin, .end = currency->end, .currency = *currency, .factor = factor};
    }
    const auto scale = read_scale(line, currency->end);
    if (!scale || scale->factor < thousand) return std::nullopt;
    return ScaledCurrency{
        .begin = position, .end = scale->end, .currency = *currency, .factor = scale->factor};
}

/// Whether a number heads a column of a table rather than being a sum: "in Mio. EUR 2024".
bool is_year_of_column(const Line& line, const Amount& amount) {
    const auto value = amount.value.small_integer();
    constexpr std::int32_t first = 1900;
    constexpr std::int32_t last = 2099;
    const bool plain = line[amount.begin].digits.shape == DigitShape::integer;
    return plain && value && *value >= first && *value <= last;
}

std::optional<Match> read_scaled(const Line& line, std::size_t position) {
    const auto found = read_scaled_currency(line, position);
    if (!found || line.gap(found->end) == Gap::wide) return std::nullopt;
    if (!is_in_signed_digits(line, found->end)) return std::nullopt;
    auto amount = read_range(line, found->end);
    if (!amount || amount->scaled || !amount->unit.empty()) return std::nullopt;
    if (is_year_of_column(line, *amount) || line.is(amount->end, Category::time_unit) ||
        line.starting(amount->end, Category::percent) || read_currency(line, amount->end)) {
        return std::nullopt;
    }
    const auto value = amount->value.times(found->factor);
    const auto high = amount->high ? amount->high->times(found->factor) : std::nullopt;
    if (!value || high.has_value() != amount->high.has_value()) return std::nullopt;
    amount->value = *value;
    amount->high = high;
    return made(line,
                found->begin,
                {.amount = *amount, .currency = found->currency, .end = amount->end},
                "money.prefixed");
}

/// "USD115", "EUR20 Mio.", "115USD".
std::optional<Match> read_glued(const Line& line, std::size_t begin) {
    const auto currency = read_glued_currency(line, begin);
    if (!currency) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .value = line[begin].front.value};
    if (!apply_scales(line, amount)) return std::nullopt;
    return made(line,
                begin,
                {.amount = amount, .currency = *currency, .end = amount.end},
                "money.prefixed");
}

/// "Euro 5,50": the name alone does not say so, for "in Euro 20 Länder" counts countries.
std::optional<Match> read_named(const Line& line, std::size_t begin) {
    const auto currency = read_name_before(line, begin);
    if (!currency || !line.is_digits(currency->end)) return std::nullopt;
    const bool apart = line.glued(currency->end) || line.gap(currency->end) == Gap::wide;
    if (apart || (begin > 0 && is_in_digits(line, begin - 1))) return std::nullopt;
    const auto amount = read_amount(line, currency->end);
    if (!amount || !is_price(line, *amount)) return std::nullopt;
    const auto end = after_closing_dash(line, amount->end);
    if (read_currency(line, end) || line.starting(end, Category::percent)) return std::nullopt;
    return made(
        line, begin, {.amount = *amount, .currency = *currency, .end = end}, "money.prefixed");
}

std::optional<Match> read_suffixed(const Line& line, std::size_t begin, const MaybeAmount& range) {
    // "28 .2.1997 DM"
    const bool stop = begin > 1 && line.glued(begin) && line.is_mark(begin - 1, '.');
    if (!range || (stop && line.is_digits(begin - 2))) return std::nullopt;
    auto sum = with_currency_behind(line, *range);
    if (!sum && range->high) {
        const auto low = read_amount(line, begin);
        if (low) sum = with_currency_behind(line, *low);
    }
    if (!sum) return std::nullopt;
    add_parts(line, *sum);
    add_upper_bound(line, *sum);
    return made(line, begin, *sum, "money.amount");
}

std::optional<Match> read_compound(const Line& line, std::size_t begin) {
    const auto amount = read_generic(line, begin);
    if (!amount) return std::nullopt;
    const auto sum = with_currency_behind(line, *amount);
    return sum ? made(line, begin, *sum, "money.generic") : std::nullopt;
}

/// "von 10 auf 12 Euro", "10 oder 12 Euro": the first amount has the currency of the second.
std::optional<Match> read_sharing(const Line& line,
                                  std::size_t begin,
                                  const std::optional<Shared>& shared) {
    const auto sum = shared ? with_currency_behind(line, shared->to) : std::nullopt;
    if (!sum || (sum->compound && !line.is_mark(shared->from.end, '-'))) return std::nullopt;
    const Sum first{.amount = shared->from, .currency = sum->currency, .end = shared->from.end};
    auto match = made(line, begin, first, "money.shared");
    if (match && sum->currency.unit.empty()) match->quantity.reading.clear();
    return match;
}

}  // namespace

std::optional<Match> read_money(const Line& line, std::size_t begin, const Amounts& amounts) {
    if (!line.is_digits(begin)) {
        if (auto match = read_scaled(line, begin)) return match;
        if (auto match = read_prefixed(line, begin)) return match;
        if (auto match = read_glued(line, begin)) return match;
        if (auto match = read_named(line, begin)) return match;
        if (auto match = read_compound(line, begin)) return match;
    }
    if (auto match = read_sharing(line, begin, amounts.shared)) return match;
    return read_suffixed(line, begin, amounts.range);
}

}  // namespace wortfeld::quantity

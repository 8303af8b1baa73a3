#include "wortfeld/quantity/currencies.hpp"
#include "wortfeld/quantity/match.hpp"

#include <string>
#include <utility>

namespace wortfeld::quantity {
namespace {

constexpr int max_closing_dashes = 2;  // 5,- and 5,--

/// An amount and its currency, which end together.
struct Sum {
    Amount amount;
    Currency currency;
    std::size_t end = 0;
    bool compound = false;  ///< a hyphen stands between them
};

bool is_in_digits(const Line& line, std::size_t position) {
    return line.is_digits(position) || line[position].behind != nullptr ||
           starts_bare_decimals(line, position);
}

/// Behind the ",-" that stands for no cents: 1.000,- Euro.
std::size_t after_closing_dash(const Line& line, std::size_t end) {
    const bool mark = line.is_mark(end, ',') || line.is_mark(end, '.');
    if (!mark || !line.glued(end)) return end;
    auto at = end + 1;
    for (int i = 0; i < max_closing_dashes && line.is(at, Category::dash); ++i) {
        if (!line.glued(at) && i > 0) break;
        ++at;
    }
    // Where a space stands before the dash, only a currency behind it says what it is.
    const bool spaced = !line.glued(end + 1);
    return at == end + 1 || (spaced && !read_currency(line, at)) ? end : at;
}

/// "19 Euro-Länder" counts countries; "1 Milliarde Dollar-Kredit" and "700-Euro-Bonus" do not.
bool counts_compounds(const Line& line, const Sum& sum) {
    return !sum.compound && !sum.amount.scaled && sum.currency.is_name &&
           line.is_tight_hyphen(sum.end) && line.is_noun(sum.end + 1);
}

/// "drei Pfund Mehl" is a weight: a small number, a bare name, and a noun right behind.
bool is_weight(const Line& line, const Sum& sum) {
    const auto* name = line.sense(sum.end - 1, Category::currency);
    if (name == nullptr || !line.is(sum.end - 1, Category::unit)) return false;
    if (!sum.currency.assumed) return false;
    const bool small = sum.amount.value < Decimal(1000) && !sum.amount.scaled;
    if (small && (line.is_noun(sum.end) || line.is(sum.end, Category::fraction_of))) return true;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line.is(i, Category::weight_cue)) return true;
    }
    return false;
}

/// "75 USD million": the magnitude stands behind the code. False for too many digits.
bool add_magnitude_behind(const Line& line, Sum& sum) {
    const auto& low = sum.amount;
    if (low.scaled || low.high || !line.is(sum.end - 1, Category::currency_code)) return true;
    if (!line.is(sum.end, Category::magnitude) || line.is_tight_hyphen(sum.end + 1)) return true;
    auto& amount = sum.amount;
    const auto end = amount.end;
    amount.end = sum.end;
    const bool fits = apply_scales(line, amount);
    sum.end = std::exchange(amount.end, end);
    return fits;
}

std::optional<Sum> with_currency_behind(const Line& line, const Amount& amount) {
    if (!amount.unit.empty()) return std::nullopt;
    const auto closed = after_closing_dash(line, amount.end);
    auto at = line.after_hyphen(closed);
    // "hundreds of millions of dollars"
    if (amount.form == AmountForm::vague && line.is(at, Category::fraction_of)) ++at;
    const auto currency = read_currency(line, at);
    if (!currency) return std::nullopt;
    Sum sum{.amount = amount, .currency = *currency, .end = currency->end};
    if (!add_magnitude_behind(line, sum)) return std::nullopt;
    sum.compound = line.after_hyphen(closed) != closed;
    if (counts_compounds(line, sum) || is_weight(line, sum)) return std::nullopt;
    const bool article = amount.form == AmountForm::article;
    if (article && (currency->is_noun || is_in_digits(line, currency->end))) return std::nullopt;
    return sum;
}

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
        const bool two_digits = line.text(at).size() == 2 && line.is_digits(at);
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

/// Whether an amount is written as a price is: 5,50, 12.–, 3 Mio.
bool is_price(const Line& line, const Amount& amount) {
    if (amount.scaled) return true;
    if (after_closing_dash(line, amount.end) != amount.end) return true;
    constexpr std::size_t cents = 3;  // with the mark
    const auto digits = line.text(amount.end - 1);
    const auto mark = line.lexicon().number_format().decimal_mark;
    return digits.size() > cents && digits[digits.size() - cents] == mark;
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
    if (!sum || sum->compound) return std::nullopt;
    const Sum first{.amount = shared->from, .currency = sum->currency, .end = shared->from.end};
    auto match = made(line, begin, first, "money.shared");
    if (match && sum->currency.unit.empty()) match->quantity.reading.clear();
    return match;
}

}  // namespace

std::optional<Match> read_money(const Line& line, std::size_t begin, const Amounts& amounts) {
    if (!line.is_digits(begin)) {
        if (auto match = read_prefixed(line, begin)) return match;
        if (auto match = read_glued(line, begin)) return match;
        if (auto match = read_named(line, begin)) return match;
        if (auto match = read_compound(line, begin)) return match;
    }
    if (auto match = read_sharing(line, begin, amounts.shared)) return match;
    return read_suffixed(line, begin, amounts.range);
}

}  // namespace wortfeld::quantity

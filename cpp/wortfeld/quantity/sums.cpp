#include "wortfeld/quantity/sums.hpp"

#include "wortfeld/quantity/counted.hpp"

#include <utility>

namespace wortfeld::quantity {
namespace {

constexpr int max_closing_dashes = 2;  // 5,- and 5,--

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

/// Whether a number is of something else: of the unit, currency or noun right behind it.
bool is_of_other(const Line& line, std::size_t end) {
    if (line.starting(end, Category::percent) || line.is(end, Category::unit)) return true;
    if (line.is(end, Category::time_unit) || read_currency(line, end)) return true;
    const auto counted = find_counted(line, end);
    return counted && counted->direct;
}

/// Whether the number that ends at a position is rather a year: "in 2024 EUR 300", "Mai 2024".
bool is_dated_year(const Line& line, std::size_t end) {
    constexpr std::int32_t first = 1900;
    constexpr std::int32_t last = 2099;
    if (end < 2 || line[end - 1].digits.shape != DigitShape::integer) return false;
    const auto value = line[end - 1].digits.value.small_integer();
    if (!value || *value < first || *value > last) return false;
    const auto before = end - 2;
    const bool cue = line.is(before, Category::year_cue) && !line.is(before, Category::change);
    return cue || line.is(before, Category::month) || line.is(before, Category::year_noun);
}

}  // namespace

bool is_price(const Line& line, const Amount& amount) {
    if (amount.scaled) return true;
    if (after_closing_dash(line, amount.end) != amount.end) return true;
    constexpr std::size_t cents = 3;  // with the mark
    const auto digits = line.text(amount.end - 1);
    const auto mark = line.lexicon().number_format().decimal_mark;
    return digits.size() > cents && digits[digits.size() - cents] == mark;
}

bool is_of_number_behind(const Line& line, std::size_t position) {
    if (position == 0 || line.glued(position)) return false;
    const auto currency = read_currency_before(line, position);
    if (!currency || !is_in_digits(line, currency->end)) return false;
    if (line.is(currency->end - 1, Category::currency_symbol) && line.glued(currency->end)) {
        return true;
    }
    if (line[position - 1].digits.shape != DigitShape::integer) return false;
    const auto behind = read_amount(line, currency->end);
    if (!behind || !behind->unit.empty()) return false;
    const auto end = after_closing_dash(line, behind->end);
    if (is_dated_year(line, position)) return behind->scaled || !is_of_other(line, end);
    return is_price(line, *behind) && !is_of_other(line, end);
}

bool is_in_digits(const Line& line, std::size_t position) {
    return line.is_digits(position) || line[position].behind != nullptr ||
           starts_bare_decimals(line, position);
}

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

std::optional<Sum> with_currency_behind(const Line& line, const Amount& amount) {
    if (!amount.unit.empty()) return std::nullopt;
    const auto closed = after_closing_dash(line, amount.end);
    auto at = line.after_hyphen(closed);
    if (at == closed && is_of_number_behind(line, at)) return std::nullopt;
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

}  // namespace wortfeld::quantity

#include "wortfeld/quantity/sums.hpp"

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

}  // namespace

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

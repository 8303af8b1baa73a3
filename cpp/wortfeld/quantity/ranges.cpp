#include "wortfeld/quantity/amounts.hpp"

namespace wortfeld::quantity {
namespace {

constexpr std::int32_t first_year = 1500;
constexpr std::int32_t last_year = 2099;

bool can_bound(const Amount& amount) {
    return amount.form != AmountForm::vague && amount.form != AmountForm::generic &&
           amount.denominator == 1;
}

/// "in 1946 to 15 million dollars": four digits that are rather a year than millions.
bool is_year(const Line& line, const Amount& amount) {
    const auto value = amount.value.small_integer();
    return !amount.scaled && line[amount.begin].digits.shape == DigitShape::integer && value &&
           *value >= first_year && *value <= last_year;
}

/// "zwischen 5 und 10", "zwischen etwa 5 und 10".
bool is_between(const Line& line, std::size_t begin) {
    if (begin == 0) return false;
    if (line.is(begin - 1, Category::range_between)) return true;
    const auto limit = line.ending(begin, Category::modifier_free);
    return limit && limit.length < begin &&
           line.is(begin - limit.length - 1, Category::range_between);
}

/// "ein, zwei Tage", "zehn, zwölf Leute": two number words near each other mean one or the other.
bool is_pair(const Line& line, std::size_t begin, std::size_t comma) {
    if (!line.glued(comma) || line.glued(comma + 1)) return false;
    const auto next = comma + 1;
    if (comma != begin + 1 || line.is_digits(begin) || line.is_digits(next)) return false;
    const auto& high = line[next];
    const auto& low = line[begin];
    const bool article = line.is(begin, Category::article);
    if ((!low.number && !article) || !high.number || high.tail != nullptr) return false;
    const auto first = article ? std::optional(1) : low.number->small_integer();
    const auto last = high.number->small_integer();
    constexpr std::int32_t ten = 10;
    if (!first || !last || *first >= *last) return false;
    const bool tens = *first % ten == 0 && *last - *first == ten;
    if (!tens && *last - *first > 2) return false;
    // "eins, zwei, drei", "zwei, drei und vier" go on; without a word behind nothing is counted.
    const bool listed = begin > 1 && line.is_mark(begin - 1, ',') && line[begin - 2].number;
    return !listed && text::is_word(line[next + 1].kind) &&
           !line.is(next + 1, Category::conjunction) && !line.is(next + 1, Category::alternative);
}

}  // namespace

bool is_move(const Line& line, std::size_t begin) {
    if (const auto limit = line.ending(begin, Category::modifier)) begin -= limit.length;
    const auto* change = begin > 0 ? line.sense(begin - 1, Category::change) : nullptr;
    return change != nullptr && change->value == "move";
}

std::size_t after_range_joint(const Line& line, std::size_t begin, std::size_t end) {
    auto at = end;
    // The hyphen of "2- bis 3-fach" stands for what follows the second number.
    if (line.is_mark(at, '-') && line.glued(at) && line.is(at + 1, Category::range_to)) ++at;
    if (line.is(at, Category::range_to)) return at + 1;
    if (line.is(end, Category::conjunction) && is_between(line, begin)) return end + 1;
    if (line.is_mark(end, ',') && is_pair(line, begin, end)) return end + 1;
    if (line.is(end, Category::dash) && line.glued(end) == line.glued(end + 1)) return end + 1;
    return end;
}

std::optional<Amount> joined_range(Amount low, const Amount& high) {
    if (!can_bound(low) || !can_bound(high)) return std::nullopt;
    // "fell by a quarter to 400 million": a part of the whole is no bound of an amount.
    const bool part = low.form == AmountForm::fraction && !low.is_slashed && !low.scaled;
    if (part && high.form != AmountForm::fraction) return std::nullopt;
    if (high.scaled && !low.scaled && low.value < high.coefficient) {
        const auto scaled = low.value.times(high.scale);
        if (!scaled) return std::nullopt;
        low.value = *scaled;
    }
    if (!(low.value < high.value)) return std::nullopt;
    low.end = high.end;
    low.high = high.value;
    low.is_range = true;
    low.scaled = high.scaled;
    if (high.form == AmountForm::word && low.form == AmountForm::article) {
        low.form = AmountForm::word;
    }
    if (high.scaled && low.form == AmountForm::foreign) low.form = AmountForm::digits;
    return low;
}

std::optional<Amount> read_range(const Line& line, std::size_t begin) {
    auto low = read_amount(line, begin);
    if (!low) return std::nullopt;
    const auto at = after_range_joint(line, begin, low->end);
    if (at == low->end) return low;
    auto high = read_amount(line, at);
    // "zwischen 5 und etwa 10"
    const auto limit = line.starting(at, Category::modifier_free);
    if (limit && is_between(line, begin)) high = read_amount(line, at + limit.length);
    if (!high || (high->scaled && is_year(line, *low))) return low;
    auto range = joined_range(*low, *high);
    if (!range) return low;
    range->by_dash = line.is(at - 1, Category::dash);
    range->spaced_dash = range->by_dash && !line.glued(at);
    return range;
}

}  // namespace wortfeld::quantity

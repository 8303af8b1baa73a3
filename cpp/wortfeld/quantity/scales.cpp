#include "wortfeld/quantity/scales.hpp"

#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/counted.hpp"

#include <algorithm>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view count_only = "count";
constexpr std::size_t reach_of_cue = 8;  // words between "wall" and "8m"
constexpr int max_magnitudes = 3;        // hundert tausend Milliarden

/// The value of an abbreviated magnitude and when it is one: `dot` only before a full stop, `money`
/// only beside a currency, `count` there or where digits with it in one token count something.
struct Short {
    Decimal factor;
    std::string_view only;
};

std::optional<Short> read_short(const Sense& sense) {
    const auto space = std::min(sense.value.find(' '), sense.value.size());
    const auto factor = Decimal::parse(sense.value.substr(0, space));
    if (!factor) return std::nullopt;
    return Short{.factor = *factor,
                 .only = sense.value.substr(std::min(space + 1, sense.value.size()))};
}

/// Whether the full stop of an abbreviation stands behind it: "Mrd.", and "Mrd . Euro" in text
/// whose tokens are set apart by spaces.
bool has_stop(const Line& line, std::size_t position) {
    if (!line.is_mark(position + 1, '.')) return false;
    return line.glued(position + 1) || text::is_word(line[position + 2].kind) ||
           line[position + 2].kind == text::TokenKind::symbol;
}

/// The "T" of "500 T€": a sign of a currency right behind.
bool is_glued_to_sign(const Line& line, std::size_t end) {
    return line.glued(end) && line.is(end, Category::currency_symbol);
}

constexpr std::int32_t hundred = 100;
constexpr std::int32_t million = 1000000;

/// "hundert hundert", "Millionen Millionen": whether no number goes on with such a magnitude, after
/// the words before with the magnitude `last`.
bool is_out_of_order(const Amount& amount, const Decimal& last, const Decimal& factor) {
    if (amount.scaled) return !(last < factor) || !(last < Decimal(million));
    const bool word = amount.form == AmountForm::word && factor.is_integer();
    return word && factor == Decimal(hundred) && !(amount.value < factor);
}

/// The first bound of the range whose second bound is at a position: the 5 of "£5-6m".
std::size_t lower_bound_of(const Line& line, std::size_t position) {
    if (position < 2) return position;
    const bool joint =
        line.is(position - 1, Category::dash) || line.is(position - 1, Category::range_to);
    const auto low = position - 2;
    const bool digits = line.is_digits(low) || line[low].behind != nullptr;
    return joint && digits ? low : position;
}

bool is_near_length(const Line& line, std::size_t position) {
    const auto first = position - std::min(position, reach_of_cue);
    for (auto at = first; at <= position + reach_of_cue; ++at) {
        if (line.is(at, Category::length_cue)) return true;
    }
    return false;
}

/// Whether the word before an amount is rather one before millions: "a city of 8m", "rose to 8m",
/// "from 2m to 3m". A ball flies "from 25m", and a car stops "after 20m".
bool is_behind_count_word(const Line& line, std::size_t begin, std::size_t end) {
    const auto low = lower_bound_of(line, begin);
    // "in 2010 to 3m" is no range.
    const bool range =
        low != begin && (line[low].behind != nullptr || line.is(begin - 1, Category::dash));
    const auto first = range ? low : begin;
    if (first == 0) return false;
    if (line.is(first - 1, Category::fraction_of)) return true;
    const auto* change = line.sense(first - 1, Category::change);
    if (change == nullptr || change->value == "move") {
        return line.is(first - 1, Category::range_to);
    }
    if (change->value != "from" || range) return true;
    return line.is(end, Category::range_to) && line[end + 1].is_numeric;
}

/// "11m people", "a city of 8m": millions, where no word near speaks of a length; "3M" is a name.
bool counts_millions(const Line& line, std::size_t begin, std::size_t end) {
    const char letter = line.text(begin).back();
    if (letter < 'a' || letter > 'z' || is_near_length(line, begin)) return false;
    const auto counted = find_counted(line, end);
    return (counted && counted->direct) || is_behind_count_word(line, begin, end);
}

/// "three dozens": a plural behind a small number; in "of the five thousands of them" it is none.
std::optional<Scale> read_plural(const Line& line, std::size_t position) {
    const auto* plural = line.sense(position, Category::magnitude_plural);
    const bool can = plural != nullptr && position > 0 && line.writing().spaced_numbers;
    if (!can || line.is(position + 1, Category::fraction_of)) return std::nullopt;
    const auto& before = line[position - 1];
    const auto& number = before.number ? before.number : std::optional(before.digits.value);
    const bool small = Decimal(0) < *number && *number < Decimal(hundred);
    if (!small || before.tail != nullptr || plural->amount.is_zero()) return std::nullopt;
    return Scale{.factor = plural->amount, .end = position + 1};
}

}  // namespace

bool is_beside_currency(const Line& line, std::size_t begin, std::size_t end) {
    const auto is_currency = [&](std::size_t position) {
        return line.is(position, Category::currency_symbol) ||
               (line.is(position, Category::currency_code) && line[position].all_capital);
    };
    begin = lower_bound_of(line, begin);
    return (begin > 0 && is_currency(begin - 1)) || is_currency(end) ||
           line.starting(end, Category::currency);
}

std::optional<Scale> read_scale(const Line& line, std::size_t position) {
    if (const auto* sense = line.sense(position, Category::magnitude)) {
        return Scale{.factor = sense->amount, .end = position + 1};
    }
    if (auto plural = read_plural(line, position)) return plural;
    const auto* sense = line.sense(position, Category::magnitude_short);
    const auto known = sense != nullptr ? read_short(*sense) : std::nullopt;
    if (!known) return std::nullopt;
    const bool stop = has_stop(line, position);
    // "Bio" is also what organic food is called.
    if (known->only == "dot" && !stop) return std::nullopt;
    const auto end = position + (stop ? 2U : 1U);
    const auto number = position > 0 ? position - 1 : 0;
    if (known->only == "glued" && !is_glued_to_sign(line, end)) return std::nullopt;
    const bool money = known->only == "money" || known->only == count_only;
    // "260841154 m&i": nobody writes millions of millions with a letter.
    const bool large = line[number].is_numeric && !(line[number].digits.value < Decimal(million));
    if (money && (large || !is_beside_currency(line, number, end))) return std::nullopt;
    return Scale{.factor = known->factor, .end = end};
}

std::optional<Decimal> magnitude_of(const Line& line,
                                    const Word& word,
                                    std::size_t begin,
                                    std::size_t end) {
    for (const auto& sense : word.senses) {
        if (sense.category == Category::magnitude) return sense.amount;
        if (sense.category != Category::magnitude_short) continue;
        const auto known = read_short(sense);
        const bool certain = known && known->only.empty();
        if (certain || (known && is_beside_currency(line, begin, end))) return known->factor;
        const bool may_count = known && known->only == count_only;
        if (may_count && counts_millions(line, begin, end)) return known->factor;
    }
    return std::nullopt;
}

bool apply_scales(const Line& line, Amount& amount) {
    amount.coefficient = amount.value;
    const bool spaced = line.writing().spaced_numbers;
    auto last = amount.scale;
    for (int count = 0; count < max_magnitudes; ++count) {
        const auto at = line.after_hyphen(amount.end);
        const auto scale = read_scale(line, at);
        if (!scale) break;
        // In "eine Billionen-Dollar-Firma" the article belongs to the firm.
        const bool generic = amount.form == AmountForm::article && !amount.scaled &&
                             (line.is(at, Category::magnitude_plural) || spaced) &&
                             line.after_hyphen(scale->end) != scale->end;
        if (generic) break;
        if (is_out_of_order(amount, last, scale->factor)) return false;
        last = scale->factor;
        const auto product = amount.value.times(scale->factor);
        if (!product) return false;
        amount.value = *product;
        amount.scale = amount.scale.times(scale->factor).value_or(amount.scale);
        amount.end = scale->end;
        amount.scaled = true;
    }
    return true;
}

}  // namespace wortfeld::quantity

#include "wortfeld/quantity/match.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view percent = "percent";

std::optional<Match> made(const Amount& amount, std::size_t end, const Sense& unit) {
    if (amount.form == AmountForm::generic) return std::nullopt;
    Match match{.begin = amount.begin, .end = end, .quantity = {}};
    auto& quantity = match.quantity;
    quantity.kind = QuantityKind::percent;
    quantity.unit = unit.value;
    const bool points = unit.value != percent;
    quantity.rule = points ? "percent.point" : "percent.amount";
    if (amount.is_range) quantity.rule = "percent.range";
    if (!fill_amount(amount, Decimal(1), quantity)) return std::nullopt;
    if (amount.form == AmountForm::vague) quantity.modifier = Modifier::vague;
    if (!quantity.value_text.empty()) {
        quantity.reading = quantity.value_text + (points ? " pp" : " %");
    }
    return match;
}

/// Whether a number touches the sign on its right, or one on the left of the amount: the "%20" of
/// an address.
bool is_escape(const Line& line, const Amount& amount, std::size_t end) {
    const auto begin = amount.begin;
    if (line.glued(end) && (line.is_digits(end) || line[end].is_numeric)) return true;
    return begin > 0 && line.glued(begin) && line.is(begin - 1, Category::percent) &&
           !text::is_word(line[begin - 1].kind);
}

/// "%", "Prozent", "-prozentige" behind an amount.
Found unit_behind(const Line& line, const Amount& amount) {
    const auto at = line.after_hyphen(amount.end);
    const auto unit = line.starting(at, Category::percent);
    return unit && is_escape(line, amount, at + unit.length) ? Found{} : unit;
}

std::size_t end_of(const Line& line, const Amount& amount, const Found& unit) {
    return line.after_hyphen(amount.end) + unit.length;
}

/// "5 % bis 10 %": a second percentage as upper bound.
std::optional<Amount> with_upper_bound(const Line& line,
                                       const Amount& low,
                                       const Sense& of,
                                       std::size_t& end) {
    const auto at = after_range_joint(line, low.begin, end);
    if (at == end) return std::nullopt;
    const auto high = read_amount(line, at);
    const auto unit = high ? unit_behind(line, *high) : Found{};
    // "by 0.2 percentage points to 4.1 percent" is no range.
    if (!unit || unit.sense->value != of.value) return std::nullopt;
    auto range = joined_range(low, *high);
    if (range) end = end_of(line, *high, unit);
    return range;
}

/// "fünfprozentige": number and unit in one word.
std::optional<Match> read_word(const Line& line, std::size_t begin) {
    const auto* tail = line[begin].tail;
    if (tail == nullptr || tail->category != Category::percent_suffix) return std::nullopt;
    if (line.is_behind_digits(begin)) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::word};
    amount.value = *line[begin].number;
    return made(amount, begin + 1, *tail);
}

/// "von 3 auf 5 Prozent", "3 oder 5 Prozent": the first amount has the unit of the second.
std::optional<Match> read_sharing(const Line& line, const std::optional<Shared>& shared) {
    const auto unit = shared ? unit_behind(line, shared->to) : Found{};
    if (!unit) return std::nullopt;
    auto match = made(shared->from, shared->from.end, *unit.sense);
    if (match) match->quantity.rule = "percent.shared";
    return match;
}

}  // namespace

std::optional<Match> read_percent(const Line& line, std::size_t begin, const Amounts& amounts) {
    if (auto match = read_word(line, begin)) return match;
    if (!amounts.range) return std::nullopt;
    if (auto match = read_sharing(line, amounts.shared)) return match;
    auto amount = amounts.range;
    auto unit = unit_behind(line, *amount);
    if (!unit && amount->high) {
        amount = read_amount(line, begin);
        if (amount) unit = unit_behind(line, *amount);
    }
    if (!unit) return std::nullopt;
    auto end = end_of(line, *amount, unit);
    if (!amount->high) {
        if (const auto wider = with_upper_bound(line, *amount, *unit.sense, end)) amount = wider;
    }
    return made(*amount, end, *unit.sense);
}

}  // namespace wortfeld::quantity

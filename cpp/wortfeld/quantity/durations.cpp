#include "wortfeld/quantity/counted.hpp"
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/dates_units.hpp"
#include "wortfeld/quantity/durations_clock.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view idiom = "idiom";  // "eines Tages" names no length

struct FinerUnit {
    std::string_view unit;
    std::int32_t count;
    std::string_view finer;
};
/// How many of the next finer unit: for one and a half years, half an hour, half a century.
constexpr std::array finer_units{FinerUnit{"Y", 12, "PM"},
                                 FinerUnit{"TH", 60, "PTM"},
                                 FinerUnit{"DE", 10, "PY"},
                                 FinerUnit{"CE", 100, "PY"}};

/// TIMEX3: P25Y, PT90M, P18M for one and a half years, PT30M for half an hour.
std::string duration_timex(const Decimal& amount, std::string_view unit) {
    for (const auto& [coarse, count, finer] : finer_units) {
        if (amount.is_integer() || unit != coarse) continue;
        const auto number = amount.times(Decimal(count));
        if (!number || !number->is_integer()) continue;
        return std::string(finer.substr(0, finer.size() - 1)) + number->text() + finer.back();
    }
    return length_of(amount.text(), unit);
}

DateMatch made(const Amount& amount, std::size_t end, const Sense& unit, std::string_view rule) {
    DateMatch match{.begin = amount.begin, .end = end, .rule = rule};
    match.is_duration = true;
    const auto letters = letters_of(unit);
    match.timex = duration_timex(amount.value, letters);
    if (amount.high) match.timex += "/" + duration_timex(*amount.high, letters);
    if (amount.form == AmountForm::vague) match.modifier = Modifier::vague;
    return match;
}

/// Whether a hyphen and a word stand there: "-Anleihe" behind "10 Jahres". Two hyphens are a dash.
bool starts_compound(const Line& line, std::size_t position) {
    return line.is_tight_hyphen(position) && text::is_word(line[position + 1].kind);
}

/// "5 dollars a year", "twice a week": a rate, no length of time. Only where nouns have no capital:
/// German has "pro Jahr", "im Jahr" for it.
bool is_rate(const Line& line, std::size_t begin, std::size_t end) {
    if (begin == 0 || line.writing().capital_nouns) return false;
    const auto later = line.starting(end, Category::later);  // 31 cents a year ago
    if (later && !later.sense->value.ends_with(" before")) return false;
    const auto before = begin - 1;
    if (line.is(before, Category::percent) || line.is(before, Category::magnitude)) return true;
    if (line.is(before, Category::currency) || line.is(before, Category::currency_part))
        return true;
    if (line.is(before, Category::both) || line.is_digits(before)) return true;
    const auto* known = line[before].word;
    const bool counted = known == nullptr || line.is(before, Category::unit);
    const bool plural = line.is_small_word(before) && counted && line.ends_as_plural(before);
    return plural || line.is(before, Category::how_often);
}

/// Whether a unit of time stands there, and not a verb that looks like one.
bool is_time_unit(const Line& line, std::size_t position, const Sense* unit) {
    return unit != nullptr && (line.can_be_noun(position) || is_short(*unit));
}

/// "trois ans et demi": the amount with the half behind its unit.
MaybeAmount with_half(const Line& line, const Amount& amount, std::size_t end) {
    const bool half = line.is(end, Category::conjunction) && adds_half(line, end + 1);
    if (!half || amount.high) return std::nullopt;
    auto longer = amount;
    longer.value = longer.value.plus(*Decimal::parse("0.5")).value_or(longer.value);
    return longer;
}

/// Whether no length begins there: behind a hyphen, or an hour of the day as in "à 9 heures".
bool begins_no_length(const Line& line, std::size_t begin, const Sense& unit) {
    if (line.glued(begin) && begin > 0 && line.is_mark(begin - 1, '-')) return true;
    const auto clock = line.ending(begin, Category::clock);
    return clock && clock.sense->value.ends_with(" hours") && letters_of(unit) == "TH";
}

/// "5 Jahre", "eine Woche", "24-Stunden-", "5-jährigen" behind an amount.
MaybeDate with_unit(const Line& line, const Amount& amount) {
    if (amount.form == AmountForm::generic || amount.denominator != 1) return std::nullopt;
    // "2:08:16 Stunden": the last part alone is no length of time.
    if (line.is_behind_digits(amount.begin)) return std::nullopt;
    const auto at = line.after_hyphen(amount.end);
    const bool compound = at != amount.end;
    const auto* suffix = line.sense(at, Category::duration_suffix);
    if (suffix != nullptr && (compound || line.is_digits(amount.begin))) {
        return made(amount, at + 1, *suffix, "date.duration_compound");
    }
    const bool article = line.is(amount.begin, Category::article);
    const auto counted = compound || article ? std::nullopt : find_counted(line, at);
    const auto last = counted ? counted->begin : at;
    const auto noun = line.starting(last, Category::time_unit);
    const auto* unit = noun.sense;
    if (!is_time_unit(line, last, unit)) return std::nullopt;
    if (begins_no_length(line, amount.begin, *unit)) return std::nullopt;
    const bool limited = line.ending(amount.begin, Category::modifier_duration).sense != nullptr;
    if (article && !limited && unit->value.ends_with(idiom)) return std::nullopt;
    // "10 Jahres-Anleihen" and "die Stunde-null": only a compound goes on behind a hyphen.
    const auto end = after_stop(line, *unit, last + noun.length);
    if (!compound && starts_compound(line, end)) return std::nullopt;
    if (article && is_rate(line, amount.begin, end)) return std::nullopt;
    if (const auto longer = with_half(line, amount, end)) {
        return made(*longer, end + 2, *unit, "date.duration");
    }
    return made(amount, end, *unit, compound ? "date.duration_compound" : "date.duration");
}

bool is_plain_and(const Line& line, std::size_t position) {
    const auto* joint = line.sense(position, Category::conjunction);
    return joint != nullptr && joint->value == "number";
}

/// The unit that a length of time ends in, before the full stop of an abbreviation.
const Sense* unit_at_end(const Line& line, std::size_t end) {
    const auto stop = line.is_mark(end - 1, '.') ? 1U : 0U;
    return line.sense(end - 1 - stop, Category::time_unit);
}

/// "mehrere Jahre", "viele Monate".
MaybeDate read_vague(const Line& line, std::size_t begin) {
    const auto vague = line.starting(begin, Category::vague);
    if (!vague) return std::nullopt;
    const auto at = begin + vague.length;
    const auto noun = line.starting(at, Category::time_unit);
    if (!noun || !line.can_be_noun(at) || starts_compound(line, at + noun.length)) {
        return std::nullopt;
    }
    DateMatch match{.begin = begin, .end = at + noun.length, .rule = "date.duration_vague"};
    match.timex = length_of("X", letters_of(*noun.sense));
    match.is_duration = true;
    match.modifier = Modifier::vague;
    return match;
}

/// "zehnjährige": number and unit in one word.
MaybeDate read_word(const Line& line, std::size_t begin) {
    const auto* tail = line[begin].tail;
    if (tail == nullptr || tail->category != Category::duration_suffix) return std::nullopt;
    if (line.is_behind_digits(begin)) return std::nullopt;
    // "der Dreißigjährige Krieg" is a name.
    const bool name = line[begin].capital && !line.starts_sentence(begin);
    if (name && line.is_noun(begin + 1)) return std::nullopt;
    Amount amount{.begin = begin, .end = begin + 1, .form = AmountForm::word};
    amount.value = *line[begin].number;
    return made(amount, begin + 1, *tail, "date.duration_compound");
}

/// A whole number of a unit of time finer than `last`, perhaps behind "und".
struct FinerPart {
    Amount amount;
    std::size_t unit = 0;  ///< its place among the parts
};

std::optional<FinerPart> read_finer_part(const Line& line, std::size_t at, std::size_t last) {
    const bool joined = is_plain_and(line, at);
    if (joined) ++at;
    const auto amount = line[at].is_numeric ? read_amount(line, at) : MaybeAmount{};
    const auto* unit = amount ? line.sense(amount->end, Category::time_unit) : nullptr;
    if (!amount || !is_time_unit(line, amount->end, unit)) return std::nullopt;
    if (amount->high || !amount->value.is_integer()) return std::nullopt;
    const auto place = fineness(letters_of(*unit));
    if (place <= last || place >= duration_units.size()) return std::nullopt;
    // "2 Stunden 15 Minuten", but "drei Monate zwei Wochen" may be two.
    if (!joined && duration_units.at(place).front() != 'T') return std::nullopt;
    return FinerPart{.amount = *amount, .unit = place};
}

/// "an hour and a half", "a year and a half". Whether there is a half.
bool add_half(const Line& line, const Sense& unit, DateMatch& match) {
    const auto at = match.end + 1;
    const bool joined = is_plain_and(line, match.end) && line.is(at, Category::article);
    const auto* half = joined ? line.sense(at + 1, Category::half) : nullptr;
    if (half == nullptr || line.is(at + 2, Category::magnitude)) return false;
    const auto whole = read_amount(line, match.begin);
    const auto sum = whole ? whole->value.plus(half->amount) : std::nullopt;
    if (!sum || whole->high || !whole->value.is_integer()) return false;
    match.timex = duration_timex(*sum, letters_of(unit));
    match.end = at + 2;
    match.rule = "date.duration_parts";
    return true;
}

/// "ein Jahr und sechs Monate", "2 Stunden 15 Minuten": P1Y6M, PT2H15M.
void add_finer_parts(const Line& line, DateMatch& match) {
    const auto* unit = unit_at_end(line, match.end);
    if (unit == nullptr || match.rule != "date.duration" || match.modifier != Modifier::none)
        return;
    if (add_half(line, *unit, match) || match.timex.find_first_of("./X") != std::string::npos) {
        return;
    }
    auto last = fineness(letters_of(*unit));
    while (const auto part = read_finer_part(line, match.end, last)) {
        last = part->unit;
        const bool clock = duration_units.at(last).front() == 'T';
        if (clock && match.timex.find('T') == std::string::npos) match.timex += 'T';
        match.timex += part->amount.value.text() + duration_units.at(last).back();
        match.end = part->amount.end + 1;
        match.rule = "date.duration_parts";
    }
}

/// "drei oder vier Jahre": the first number has the unit of the second.
MaybeDate read_sharing(const Line& line, const std::optional<Shared>& shared) {
    auto match = shared && !shared->to.scaled ? with_unit(line, shared->to) : MaybeDate{};
    if (!match) return std::nullopt;
    if (line.is_mark(shared->from.end, '-')) {  // "18- und 15-jährig"
        const auto* suffix =
            line.sense(line.after_hyphen(shared->to.end), Category::duration_suffix);
        if (suffix == nullptr) return std::nullopt;
        return made(shared->from, shared->from.end, *suffix, "date.duration_shared");
    }
    if (match->rule != "date.duration") return std::nullopt;
    const auto noun = line.starting(shared->to.end, Category::time_unit);
    if (!noun || match->end != shared->to.end + noun.length) return std::nullopt;
    return made(shared->from, shared->from.end, *noun.sense, "date.duration_shared");
}

}  // namespace

MaybeDate read_duration(const Line& line, std::size_t begin, const Amounts& amounts) {
    if (auto match = read_word(line, begin)) return match;
    if (auto match = read_vague(line, begin)) return match;
    if (line.is_mark(begin + 1, ':')) {
        if (auto match = read_clocked(line, begin)) return match;
    }
    const auto& range = amounts.range;
    if (!range) return std::nullopt;
    if (auto match = with_unit(line, *range)) {
        add_finer_parts(line, *match);
        return match;
    }
    if (auto match = read_sharing(line, amounts.shared)) return match;
    if (!range->high) return std::nullopt;
    const auto amount = read_amount(line, begin);
    return amount ? with_unit(line, *amount) : std::nullopt;
}

}  // namespace wortfeld::quantity

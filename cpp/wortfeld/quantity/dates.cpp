#include "wortfeld/quantity/dates.hpp"

#include "wortfeld/quantity/dates_units.hpp"
#include "wortfeld/quantity/modifiers.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace wortfeld::quantity {

void keep_longer(MaybeDate& best, MaybeDate other) {
    if (other && (!best || other->end > best->end)) best = std::move(other);
}

namespace {

constexpr std::size_t no_mention = static_cast<std::size_t>(-1);

/// The weekend that "am Wochenende" speaks of: the last one in a clause about the past, else that
/// of the week.
Period weekend_of(const DateContext& context) {
    constexpr int days_in_week = 7;
    constexpr int saturday = 6;
    const auto today = *context.reference.day();
    const bool past = time_of(context) == Time::past && weekday(today) < saturday;
    return weekend_period(today - (past ? days_in_week : 0));
}

/// "Y" of a part_noun row or of a time unit: the period of the reference date.
std::optional<Period> unit_of_reference(std::string_view unit, const DateContext& context) {
    if (!context.reference.day()) return std::nullopt;
    if (unit.starts_with("WE")) return weekend_of(context);
    return unit_around(unit, *context.reference.day());
}

/// "am Wochenende", "over the weekend".
bool is_behind_preposition(const Line& line, std::size_t begin) {
    if (line.is(begin - 1, Category::day_cue)) return true;
    const bool article = begin > 1 && line.is(begin - 1, Category::filler);
    return article && line.is(begin - 2, Category::day_cue);
}

/// "Wochenende des 5./6. April", "weekend of May 3": the days are named.
MaybeDate read_named_weekend(const Line& line,
                             std::size_t begin,
                             std::size_t end,
                             const DateContext& context) {
    const auto genitive = line.starting(end, Category::genitive);
    auto days = read_calendar(line, end + (genitive ? genitive.length : 0U), context);
    if (!days || !days->period || days->period->last - days->period->first > 1) return std::nullopt;
    if (days->period->first == days->period->last) {
        days->period = weekend_period(days->period->first);
        days->alternatives.clear();
    }
    days->begin = begin;
    days->rule = "date.deictic";
    days->is_complete = false;
    return days;
}

/// "Jahresende 2026", "Monatsanfang".
MaybeDate read_part_noun(const Line& line, std::size_t begin, const DateContext& context) {
    const auto noun = line.starting(begin, Category::part_noun);
    if (!noun || line.is_tight_hyphen(begin + noun.length)) return std::nullopt;
    const auto value = noun.sense->value;
    const auto space = std::min(value.find(' '), value.size());
    const auto unit = value.substr(std::min(space + 1, value.size()));
    if (unit == "WE") {
        auto named = read_named_weekend(line, begin, begin + noun.length, context);
        if (named) return named;
    }
    if (unit == "WE" && (begin == 0 || !is_behind_preposition(line, begin))) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + noun.length, .rule = "date.part"};
    match.modifier = modifier_named(value.substr(0, space)).value_or(Modifier::none);
    if (value.starts_with('-')) match.rule = "date.deictic";
    match.is_neighbour = is_neighbour(unit);
    if (match.is_neighbour) {
        if (unit.ends_with(" final") && text::is_word(line[match.end].kind)) return std::nullopt;
        match.period = neighbour_period(unit, context);
        return match;
    }
    match.period = unit_of_reference(unit, context);
    if (unit != "Y") return match;
    if (const auto tail = read_year_tail(line, match.end, context)) {
        match.end = tail->end;
        match.period.reset();
        if (tail->year) match.period = year_period(*tail->year);
        if (tail->written) match.written_year = tail->year;
    }
    return match;
}

/// "Anfang des Jahres", "Mitte der Woche": the year or week of the reference date.
MaybeDate read_plain_unit(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* unit = line.sense(begin, Category::time_unit);
    if (unit == nullptr || !line.can_be_noun(begin)) return std::nullopt;
    if (unit->value.find("singular") == std::string_view::npos) return std::nullopt;
    const auto period = unit_of_reference(unit->value, context);
    if (!period && context.reference.day()) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + 1};
    match.period = period;
    return match;
}

MaybeDate read_year_of_part(const Line& line, std::size_t at, const DateContext& context) {
    const auto tail = read_year_tail(line, at, context);
    if (!tail) return std::nullopt;
    DateMatch match{.begin = at, .end = tail->end};
    if (tail->year) match.period = year_period(*tail->year);
    if (tail->written) match.written_year = tail->year;
    return match;
}

}  // namespace

MaybeDate read_part(const Line& line, std::size_t begin, const DateContext& context) {
    if (auto match = read_part_noun(line, begin, context)) return match;
    const auto* part = line.sense(begin, Category::part);
    if (part == nullptr) return std::nullopt;
    constexpr std::string_view adjective = " adjective";  // early March, den frühen 1990er Jahren
    const bool any_case = part->value.ends_with(adjective);
    if (!any_case && !line.can_be_noun(begin)) return std::nullopt;
    const auto genitive = line.starting(begin + 1, Category::genitive);
    const auto at = genitive ? begin + 1 + genitive.length : line.after_hyphen(begin + 1);
    MaybeDate inner = read_calendar(line, at, context);
    keep_longer(inner, read_year_of_part(line, at, context));
    if (genitive) keep_longer(inner, read_plain_unit(line, at, context));
    if (!inner || inner->is_impossible || inner->is_duration) return std::nullopt;
    inner->begin = begin;
    inner->rule = "date.part";
    inner->is_complete = false;
    inner->modifier =
        modifier_named(part->value.substr(0, part->value.find(' '))).value_or(Modifier::none);
    return inner;
}

MaybeDate read_reference(const Line& line, std::size_t begin) {
    const auto found = line.starting(begin, Category::reference);
    if (!found) return std::nullopt;
    constexpr std::string_view nominal = " noun";
    auto timex = found.sense->value;
    if (timex.ends_with(nominal)) {
        // "in Zukunft" is a time, "die Zukunft gestalten" a thing.
        timex.remove_suffix(nominal.size());
        if (begin == 0 || !line.can_be_noun(begin) || line.is_tight_hyphen(begin + 1)) {
            return std::nullopt;
        }
        const auto* word = line.sense(begin - 1, Category::year_cue);
        const bool preposition = word != nullptr && word->value != "article";
        const auto article = !preposition && line.is(begin - 1, Category::filler) ? 1U : 0U;
        const auto at = begin - 1 - article;
        const auto* cue = at == no_mention ? nullptr : line.sense(at, Category::year_cue);
        if (cue == nullptr || cue->value == "article") return std::nullopt;
    }
    DateMatch match{.begin = begin, .end = begin + found.length, .rule = "date.reference"};
    match.timex = timex;
    return match;
}

MaybeDate read_date(const Line& line,
                    std::size_t begin,
                    const DateContext& context,
                    const Amounts& amounts) {
    auto best = read_calendar(line, begin, context);
    constexpr auto words = bit(Category::part) | bit(Category::part_noun) |
                           bit(Category::day_word) | bit(Category::reference);
    if ((line.starts(begin) & words) != 0) {
        keep_longer(best, read_part(line, begin, context));
        keep_longer(best, read_day_word(line, begin, context));
        keep_longer(best, read_reference(line, begin));
    }
    if (auto duration = read_duration(line, begin, amounts)) {
        keep_longer(best, read_distance(line, *duration, context));
        auto later = read_later(line, *duration, context);
        keep_longer(best, std::move(duration));
        keep_longer(best, std::move(later));
    }
    return best;
}

namespace {

/// Whether the years have one to four digits; "last year" of the year 1 has no name.
bool is_of_our_calendar(const Period& period) {
    constexpr int last_year = 9999;
    return civil_date(period.first).year >= 1 && civil_date(period.last).year <= last_year;
}

}  // namespace

Match date_match(const Line& line, const DateMatch& date) {
    Match match{.begin = date.begin, .end = date.end, .quantity = {}};
    auto& quantity = match.quantity;
    quantity.kind = QuantityKind::date;
    quantity.rule = date.rule;
    quantity.timex = date.period ? date.period->timex : date.timex;
    quantity.reading = quantity.timex;
    quantity.alternatives = date.alternatives;
    match.cut =
        static_cast<std::uint32_t>(possessive_size(line.text(date.end - 1), line.writing()));
    quantity.complete_date = date.is_complete;
    if (date.period && !is_of_our_calendar(*date.period)) {
        quantity.timex.clear();
        quantity.reading.clear();
    } else if (date.period) {
        quantity.date_first = date.period->first;
        quantity.date_last = date.period->last;
    }
    const bool length = date.is_duration || date.rule == "date.distance";
    const auto limited = length ? Limited::duration : Limited::calendar;
    const auto around = find_modifier(line, date.begin, date.end, limited);
    quantity.modifier = around == Modifier::none ? date.modifier : around;
    return match;
}

void remember(const DateMatch& date, DateContext& context) {
    context.last_end = date.end;
    const bool fiscal = date.written_year && date.timex.starts_with("FY");
    const auto period = fiscal ? std::optional(year_period(*date.written_year)) : date.period;
    if (period) {
        context.anchor = period;
        context.moment = date.moment;
        context.lines_since_anchor = 0;
    }
    if (period && !date.is_neighbour) {
        context.named = period;
        context.lines_since_named = 0;
    }
    if (!date.written_year) return;
    context.year = date.written_year;
    context.lines_since_year = 0;
}

}  // namespace wortfeld::quantity

#include "wortfeld/quantity/dates.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int days_in_week = 7;

/// A deictic word: how far from the reference date, or from the last date mentioned.
struct Deixis {
    std::optional<Day> from;
    int offset = 0;
    bool anchored = false;
};

Deixis read_deixis(const Sense& sense, const DateContext& context) {
    constexpr std::string_view anchor = "anchor ";
    Deixis deixis{.from = context.reference, .offset = sense.number};
    if (!sense.value.starts_with(anchor)) return deixis;
    deixis.anchored = true;
    deixis.from = context.anchor ? std::optional(context.anchor->first) : context.reference;
    const auto number = sense.value.substr(anchor.size());
    deixis.offset = number.back() - '0';
    if (number.starts_with('-')) deixis.offset = -deixis.offset;
    return deixis;
}

/// The period of a unit around a day, `offset` units away. Nothing for units without a calendar.
std::optional<Period> unit_period(std::string_view unit, Day day, int offset) {
    const auto date = civil_date(day);
    if (unit.starts_with("WE")) return weekend_period(day + days_in_week * offset);
    if (unit.starts_with("DE")) return decade_period(date.year / 10 * 10 + 10 * offset);
    if (unit.starts_with("CE")) return century_period((date.year - 1) / 100 + 1 + offset);
    switch (unit.front()) {
        case 'Y':
            return year_period(date.year + offset);
        case 'M':
            return months_period(date.year, date.month + offset, 1);
        case 'Q':
            return months_period(date.year, (date.month - 1) / 3 * 3 + 1 + 3 * offset, 3);
        case 'H':
            return months_period(date.year, (date.month - 1) / 6 * 6 + 1 + 6 * offset, 6);
        case 'W':
            return week_period(day + days_in_week * offset);
        case 'D':
            return day_period(day + offset);
        default:
            return std::nullopt;
    }
}

bool is_plural(const Sense& unit) {
    return unit.value.find("plural") != std::string_view::npos;
}

std::string_view letters_of(const Sense& unit) {
    return unit.value.substr(0, unit.value.find(' '));
}

bool is_fiscal(const Sense& unit) {
    return unit.value.ends_with("fiscal");
}

/// "this fiscal year": a year of accounts has no days of the calendar.
DateMatch fiscal_year(DateMatch match, const Deixis& deixis) {
    if (deixis.from) {
        const auto year = year_period(civil_date(*deixis.from).year + deixis.offset);
        match.timex = "FY" + year.timex;
    }
    return match;
}

/// The weekday before, in or after the week of a day; without a direction the last one until then.
Period weekday_period(Day day, int number, std::optional<int> offset, bool future) {
    const int today = weekday(day);
    if (offset && *offset == 0) return day_period(day - today + number);
    const int back = (today - number + days_in_week) % days_in_week;
    if (offset && *offset < 0) return day_period(day - (back == 0 ? days_in_week : back));
    const int ahead = days_in_week - back;
    if (offset) return day_period(day + ahead);
    return day_period(future && back != 0 ? day + ahead : day - back);
}

/// "letzten Montag", "kommenden Januar", "vergangenen Sommer".
std::optional<Period> named_period(const Line& line,
                                   std::size_t position,
                                   const Deixis& deixis,
                                   bool& known) {
    const auto* day = line.sense(position, Category::weekday);
    const auto month = read_month_name(line, position);
    const auto* season = line.sense(position, Category::season);
    const bool weekday = day != nullptr && line[position].capital;
    known = weekday || month || (season != nullptr && line.can_be_noun(position));
    if (!known || !deixis.from) return std::nullopt;
    if (weekday) return weekday_period(*deixis.from, day->number, deixis.offset, false);
    const auto today = civil_date(*deixis.from);
    const int first = month ? month->month : 3 * season->number + 3;
    int year = today.year + deixis.offset;
    // The last January is this year's in March, the next one next year's.
    if (deixis.offset == -1 && first < today.month) ++year;
    if (deixis.offset == 1 && first > today.month) --year;
    if (month) return months_period(year, first, 1);
    return season_period(year, static_cast<Season>(season->number));
}

/// "letzten drei Monaten", "nächsten Jahren": as long as it says, near the reference date.
MaybeDate read_deictic_span(const Line& line, std::size_t begin) {
    const auto* both = line.sense(begin + 1, Category::both);
    if (both != nullptr) {
        const auto* unit = line.sense(begin + 2, Category::time_unit);
        if (unit == nullptr) return std::nullopt;
        DateMatch match{.begin = begin, .end = begin + 3, .rule = "date.deictic_span"};
        match.timex = "P" + both->amount.text() + std::string(letters_of(*unit));
        match.is_duration = true;
        return match;
    }
    if (auto match = read_duration(line, begin + 1)) {
        match->begin = begin;
        match->rule = "date.deictic_span";
        return match;
    }
    const auto* unit = line.sense(begin + 1, Category::time_unit);
    if (unit == nullptr || !is_plural(*unit) || !line.can_be_noun(begin + 1)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + 2, .rule = "date.deictic_span"};
    match.timex = "PX" + std::string(letters_of(*unit));
    match.is_duration = true;
    match.modifier = Modifier::vague;
    return match;
}

/// The whole number of a length of time, where it is exact: "drei Wochen", "einem Jahr".
std::optional<std::int32_t> exact_number(const Line& line, std::size_t begin, std::int32_t most) {
    const auto amount = read_amount(line, begin);
    const auto number = amount ? amount->value.small_integer() : std::nullopt;
    const bool exact = number && *number > 0 && *number <= most && !amount->high &&
                       amount->form != AmountForm::vague;
    return exact ? number : std::nullopt;
}

/// What lies so many units away from a day, by as fine a unit: weeks away is a day. Nothing outside
/// of the years 1 to 9999.
std::optional<Period> period_away(std::string_view unit, Day from, int offset) {
    constexpr int last_year = 9999;
    constexpr int days_in_year = 366;  // only decades and centuries are longer
    const auto year = civil_date(from).year;
    const bool days = unit == "D" || unit == "W";
    int moved = days ? offset * days_in_week / days_in_year : offset;
    if (unit == "DE") moved *= 10;
    if (unit == "CE") moved *= 100;
    if (year + moved < 2 || year + moved > last_year - 1) return std::nullopt;
    if (unit == "W") return day_period(from + days_in_week * offset);
    return unit_period(unit, from, offset);
}

/// Whether "in" before a length of time means behind it: "in drei Tagen", but "in 25 Jahren" may
/// be during them.
bool is_ahead(std::string_view unit, const DateContext& context) {
    const auto time = time_of(context);
    const bool near = unit == "D" || unit == "W";
    return time == Time::future || (near && time == Time::open);
}

}  // namespace

MaybeDate read_distance(const Line& line, std::size_t begin, const DateContext& context) {
    constexpr std::string_view before = " before";
    const auto* word = begin > 0 ? line.sense(begin - 1, Category::later) : nullptr;
    if (word == nullptr || !word->value.ends_with(before) || !context.reference) {
        return std::nullopt;
    }
    const auto duration = read_duration(line, begin);
    constexpr std::int32_t furthest = 100;  // "vor 2000 Jahren" names no year
    const auto number = exact_number(line, begin, furthest);
    const auto* unit = duration ? line.sense(duration->end - 1, Category::time_unit) : nullptr;
    if (!number || unit == nullptr || duration->rule != "date.duration") return std::nullopt;
    const auto letters = letters_of(*unit);
    const bool back = word->value.starts_with('-');
    if (!back && !is_ahead(letters, context)) return std::nullopt;
    const int offset = back ? -*number : *number;
    DateMatch match{.begin = begin, .end = duration->end, .rule = "date.distance"};
    match.period = period_away(letters, *context.reference, offset);
    return match.period ? MaybeDate(match) : std::nullopt;
}

MaybeDate read_deictic(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* word = line.sense(begin, Category::deictic);
    if (word == nullptr) return std::nullopt;
    const auto deixis = read_deixis(*word, context);
    const bool here = deixis.offset == 0;
    if (!here) {
        if (auto match = read_deictic_span(line, begin)) return match;
    }
    DateMatch match{.begin = begin, .end = begin + 2, .rule = "date.deictic"};
    bool known = false;
    match.period = named_period(line, begin + 1, deixis, known);
    if (known) {
        const auto month = read_month_name(line, begin + 1);
        if (month) match.end = month->end;
        return match;
    }
    const auto noun = line.starting(begin + 1, Category::time_unit);
    if (!noun || is_plural(*noun.sense) || !line.can_be_noun(begin + 1)) return std::nullopt;
    const auto letters = letters_of(*noun.sense);
    match.end = begin + 1 + noun.length;
    // "diesem Tag" points into the text, "letzten Tag" is the last of something.
    if (letters == "D" && !deixis.anchored && deixis.offset != 1) return std::nullopt;
    if (letters.starts_with('T') || line.is_tight_hyphen(match.end)) return std::nullopt;
    if (is_fiscal(*noun.sense)) return fiscal_year(match, deixis);
    if (deixis.from && letters == "D" && context.anchor) {
        match.period = unit_period(letters, context.anchor->first, deixis.offset);
    } else if (deixis.from) {
        match.period = unit_period(letters, *deixis.from, deixis.offset);
    }
    return match;
}

MaybeDate read_day_word(const Line& line, std::size_t begin, const DateContext& context) {
    const auto found = line.starting(begin, Category::day_word);
    if (!found) return std::nullopt;
    const auto* word = found.sense;
    const bool small_only = word->value.ends_with(" small");
    const bool after_day = begin > 0 && (line.is(begin - 1, Category::day_word) ||
                                         line.is(begin - 1, Category::weekday));
    if (small_only && (line[begin].capital || after_day)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + found.length, .rule = "date.day_word"};
    auto sense = *word;
    if (small_only) sense.number = word->value.front() - '0';
    const auto deixis = read_deixis(sense, context);
    if (deixis.from) match.period = day_period(*deixis.from + deixis.offset);
    return match;
}

MaybeDate read_weekday(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* day = line.sense(begin, Category::weekday);
    if (day == nullptr || !line[begin].capital) return std::nullopt;
    auto at = begin + 1;
    if (line.is_mark(at, ',')) ++at;
    if (line.is(at, Category::filler)) ++at;
    if (auto match = read_day(line, at, context); match && !match->is_impossible) {
        match->begin = begin;
        return match;
    }
    if (line.is_tight_hyphen(begin + 1)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + 1, .rule = "date.weekday"};
    if (context.reference) {
        const bool future = time_of(context) == Time::future;
        match.period = weekday_period(*context.reference, day->number, std::nullopt, future);
    }
    return match;
}

MaybeDate read_later(const Line& line, std::size_t begin, const DateContext& context) {
    const auto duration = read_duration(line, begin);
    if (!duration) return std::nullopt;
    const auto found = line.starting(duration->end, Category::later);
    if (!found || found.sense->value.ends_with(" before")) return std::nullopt;
    DateMatch match{.begin = begin, .end = duration->end + found.length, .rule = "date.later"};
    const auto* unit = line.sense(duration->end - 1, Category::time_unit);
    constexpr std::int32_t furthest = 9999;
    const auto number = exact_number(line, begin, furthest);
    const bool from_text = found.sense->value.ends_with(" behind");  // two years ago
    const auto anchor = context.anchor ? std::optional(context.anchor->first) : std::nullopt;
    const auto from = from_text ? context.reference : anchor;
    if (unit != nullptr && number && from) {
        const auto offset = found.sense->value.starts_with('-') ? -*number : *number;
        match.period = period_away(letters_of(*unit), *from, offset);
    }
    if (from_text) match.rule = "date.distance";
    if (!match.period) {
        match.timex = duration->timex;
        match.is_duration = true;
    }
    return match;
}

}  // namespace wortfeld::quantity

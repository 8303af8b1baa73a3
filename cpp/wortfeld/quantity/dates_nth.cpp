// Days and weeks by their number: first Friday of July, letzte Woche im Mai, Friday the 15th.
#include "wortfeld/quantity/dates_units.hpp"

#include <cstdlib>

namespace wortfeld::quantity {
namespace {

constexpr int days_in_week = 7;
constexpr int thursday = 4;     // the day whose month and year a week belongs to
constexpr int last_number = 5;  // no month has a sixth Friday

/// "first Friday", "letzten Woche", and what they are of, which stands behind `end`.
struct Numbered {
    std::size_t end = 0;
    int number = 1;   ///< from the start, -1: the last one
    int weekday = 0;  ///< 1 Monday to 7 Sunday, 0: a week
};

/// The number: "first", "letzten". The position behind it is in `at`.
std::optional<int> read_number(const Line& line, std::size_t begin, std::size_t& at) {
    const auto day = read_day_number(line, begin);
    if (day && day->form != DayForm::digits && day->day <= last_number) {
        at = day->end;
        return day->day;
    }
    const auto* last = line.sense(begin, Category::deictic);
    at = begin + 1;
    return last != nullptr && last->value == "-1" ? std::optional(-1) : std::nullopt;
}

std::optional<Numbered> read_numbered(const Line& line, std::size_t begin) {
    std::size_t at = begin;
    const auto number = read_number(line, begin, at);
    if (!number || !line.can_be_noun(at)) return std::nullopt;
    Numbered found{.end = at + 1, .number = *number};
    if (const auto* day = line.sense(at, Category::weekday)) {
        found.weekday = day->number;
        return day->value.ends_with(" short") ? std::nullopt : std::optional(found);
    }
    const auto* unit = line.sense(at, Category::time_unit);
    return unit != nullptr && unit->value == "W singular" ? std::optional(found) : std::nullopt;
}

/// That weekday or week of a month or year; nothing where it has fewer.
std::optional<Period> nth_of(const Numbered& numbered, const Period& whole) {
    const int wanted = numbered.weekday == 0 ? thursday : numbered.weekday;
    const bool back = numbered.number < 0;
    const int edge = weekday(back ? whole.last : whole.first);
    const int away = back ? edge - wanted : wanted - edge;
    const int steps =
        (away + days_in_week) % days_in_week + days_in_week * (std::abs(numbered.number) - 1);
    const Day day = back ? whole.last - steps : whole.first + steps;
    if (day < whole.first || day > whole.last) return std::nullopt;
    return numbered.weekday == 0 ? week_period(day) : day_period(day);
}

/// Behind what joins a day or week to its month: "of", "in", "of the", "im".
std::size_t after_joint(const Line& line, std::size_t at) {
    if (const auto genitive = line.starting(at, Category::genitive)) return at + genitive.length;
    return at + (line.is(at, Category::inside) ? 1U : 0U);
}

/// The month or year that the day or week is of.
MaybeDate read_whole(const Line& line, std::size_t at, const DateContext& context) {
    constexpr int longest_month = 31;
    constexpr int shortest_year = 365;
    auto whole = read_calendar(line, at, context);
    if (!whole || !whole->period || whole->is_duration) return std::nullopt;
    const int size = whole->period->last - whole->period->first + 1;
    const bool month = size < longest_month + 1 && size > longest_month - 4;
    return month || size == shortest_year || size == shortest_year + 1 ? whole : std::nullopt;
}

}  // namespace

MaybeDate read_nth(const Line& line, std::size_t begin, const DateContext& context) {
    const auto is_unit = [&](std::size_t at) {
        return line.is(at, Category::weekday) || line.is(at, Category::time_unit);
    };
    if (!is_unit(begin + 1) && !is_unit(begin + 2)) return std::nullopt;
    const auto numbered = read_numbered(line, begin);
    if (!numbered) return std::nullopt;
    const auto at = after_joint(line, numbered->end);
    if (at == numbered->end) return std::nullopt;
    const auto whole = read_whole(line, at, context);
    const auto period = whole ? nth_of(*numbered, *whole->period) : std::nullopt;
    if (!period) return std::nullopt;
    DateMatch match{.begin = begin, .end = whole->end, .rule = "date.nth"};
    match.period = period;
    match.written_year = whole->written_year;
    return match;
}

MaybeDate read_week_of_day(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* unit = line.sense(begin, Category::time_unit);
    if (unit == nullptr || unit->value != "W singular") return std::nullopt;
    const auto genitive = line.starting(begin + 1, Category::genitive);
    auto day = genitive ? read_day(line, begin + 1 + genitive.length, context) : MaybeDate{};
    if (!day || !day->period || day->period->first != day->period->last) return std::nullopt;
    day->begin = begin;
    day->rule = "date.nth";
    day->is_complete = false;
    day->alternatives.clear();
    day->period = week_period(day->period->first);
    return day;
}

MaybeDate read_weekday_and_number(const Line& line,
                                  std::size_t begin,
                                  std::size_t at,
                                  const DateContext& context) {
    constexpr int months_around = 6;
    const auto* weekday_sense = line.sense(begin, Category::weekday);
    const auto day = read_day_number(line, at);
    const bool bare = !day || day->form == DayForm::digits || line.is_noun(day->end) ||
                      line.starting(day->end, Category::genitive) ||
                      line.is(day->end, Category::ordinal);
    if (bare || weekday_sense == nullptr) return std::nullopt;
    DateMatch match{.begin = begin, .end = day->end, .rule = "date.weekday"};
    const auto& today = context.reference.day();
    if (!today) return match;
    const auto now = civil_date(*today);
    const bool future = time_of(context) == Time::future;
    for (int count = 0; count <= 2 * months_around && !match.period; ++count) {
        const int away = (count + 1) / 2 * (count % 2 == 0 ? -1 : 1) * (future ? 1 : -1);
        const auto month = civil_date(months_period(now.year, now.month + away, 1).first);
        const CivilDate date{.year = month.year, .month = month.month, .day = day->day};
        const bool fits = is_valid(date) && weekday(day_of(date)) == weekday_sense->number;
        if (fits) match.period = day_period(day_of(date));
    }
    return match.period ? MaybeDate(match) : std::nullopt;
}

}  // namespace wortfeld::quantity

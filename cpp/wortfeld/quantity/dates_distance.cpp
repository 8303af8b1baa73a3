// Dates by their distance: vor drei Jahren, two years ago, drei Monate später.
#include "wortfeld/quantity/dates_units.hpp"

#include <algorithm>
#include <string_view>

namespace wortfeld::quantity {
namespace {

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

/// The day so many units away: the same one of another month, or the last that this has.
Day day_away(std::string_view unit, Day from, int offset) {
    if (unit == "D") return from + offset;
    if (unit == "W") return from + days_in_week * offset;
    int months = 12;
    if (unit == "M") months = 1;
    if (unit == "Q") months = 3;
    if (unit == "H") months = 6;
    if (unit == "DE") months = 120;
    if (unit == "CE") months = 1200;
    auto date = civil_date(from);
    const auto month = civil_date(months_period(date.year, date.month + months * offset, 1).first);
    date = {.year = month.year,
            .month = month.month,
            .day = std::min(date.day, days_in_month(month.year, month.month))};
    return day_of(date);
}

/// Sets the period of a date so many units away from a day, and the day itself; false outside of
/// the calendar.
bool move_away(std::string_view unit, Day from, int offset, DateMatch& match) {
    match.period = period_away(unit, from, offset);
    if (match.period) match.moment = day_away(unit, from, offset);
    return match.period.has_value();
}

/// Whether "in" before a length of time means behind it: "in drei Tagen", but "in 25 Jahren" may
/// be during them.
bool is_ahead(std::string_view unit, const DateContext& context) {
    const auto time = time_of(context);
    const bool near = unit == "D" || unit == "W";
    return time == Time::future || (near && time == Time::open);
}

}  // namespace

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

MaybeDate read_distance(const Line& line, const DateMatch& duration, const DateContext& context) {
    constexpr std::string_view before = " before";
    const auto begin = duration.begin;
    const auto* word = line.ending(begin, Category::later).sense;
    if (word == nullptr || !word->value.ends_with(before)) return std::nullopt;
    constexpr std::int32_t furthest = 100;  // "vor 2000 Jahren" names no year
    const auto number = exact_number(line, begin, furthest);
    const auto* unit = line.sense(duration.end - 1, Category::time_unit);
    if (!number || unit == nullptr || duration.rule != "date.duration") return std::nullopt;
    if (!context.reference.day()) return std::nullopt;
    const auto letters = letters_of(*unit);
    const bool back = word->value.starts_with('-');
    if (!back && !is_ahead(letters, context)) return std::nullopt;
    const int offset = back ? -*number : *number;
    DateMatch match{.begin = begin, .end = duration.end, .rule = "date.distance"};
    const bool moved = move_away(letters, *context.reference.day(), offset, match);
    return moved ? MaybeDate(match) : std::nullopt;
}

MaybeDate read_anniversary(const Line& line, const DateMatch& day) {
    constexpr std::string_view before = " before";
    constexpr std::int32_t furthest = 999;
    const auto* word = line.sense(day.end, Category::later);
    if (word == nullptr || !word->value.ends_with(before)) return std::nullopt;
    const auto at = day.end + 1;
    const auto length = read_duration(line, at, read_amounts(line, at));
    const auto* unit = length ? line.sense(length->end - 1, Category::time_unit) : nullptr;
    const auto number = length ? exact_number(line, at, furthest) : std::nullopt;
    if (unit == nullptr || !number || length->rule != "date.duration") return std::nullopt;
    const auto letters = letters_of(*unit);
    if (letters != "Y" && letters != "W") return std::nullopt;
    auto match = day;
    match.end = length->end;
    if (!day.period) return match;
    const int offset = word->value.starts_with('-') ? -*number : *number;
    auto date = civil_date(day.period->first);
    date.year += letters == "Y" ? offset : 0;
    if (!is_valid(date)) return std::nullopt;
    match.period = day_period(day_of(date) + (letters == "W" ? days_in_week * offset : 0));
    return match;
}

namespace {

/// Moves a date as far from a day as the length of time before a word like "später" says.
void move_behind(const Line& line, const DateMatch& length, Day from, bool back, DateMatch& match) {
    const bool exact = length.rule == "date.duration" || length.rule == "date.duration_compound";
    if (length.modifier == Modifier::vague || !exact) return;
    constexpr std::int32_t furthest = 9999;
    const auto* unit = line.sense(length.end - 1, Category::time_unit);
    const int number = exact_number(line, length.begin, furthest).value_or(0);
    if (unit == nullptr || number == 0) return;
    move_away(letters_of(*unit), from, back ? -number : number, match);
}

}  // namespace

MaybeDate read_later(const Line& line, const DateMatch& duration, const DateContext& context) {
    const auto found = line.starting(duration.end, Category::later);
    if (!found || found.sense->value.ends_with(" before")) return std::nullopt;
    DateMatch match{
        .begin = duration.begin, .end = duration.end + found.length, .rule = "date.later"};
    const bool from_text = found.sense->value.ends_with(" behind");  // two years ago
    const bool back = found.sense->value.starts_with('-');
    if (from_text) {
        match.rule = "date.distance";
        if (context.reference.day()) {
            move_behind(line, duration, *context.reference.day(), back, match);
        }
    } else if (context.anchor) {
        // A year ago, a month earlier: from the same day a year ago.
        const auto from = context.moment.value_or(context.anchor->first);
        move_behind(line, duration, from, back, match);
        if (!context.moment) match.moment.reset();
    }
    if (!match.period) {
        match.timex = duration.timex;
        match.is_duration = true;
    }
    return match;
}

}  // namespace wortfeld::quantity

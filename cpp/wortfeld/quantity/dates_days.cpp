// Days with the name of their month: 10. März 2026, March 10, 14. bis 16. Mai.
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/dates_lists.hpp"

#include <cstdio>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int ten = 10;
constexpr int leap_year = 2000;  // a day that exists in no year does not exist in this one
constexpr int last_day = 31;

/// "10. März", "10th of March", "10 March".
std::optional<DayAndMonth> read_day_first(const Line& line, std::size_t begin) {
    const auto day = read_day_number(line, begin);
    if (!day || line.is_behind_digits(begin)) return std::nullopt;  // 13:00 February 28
    auto at = day->end;
    if (!line.writing().day_stop && line.is(at, Category::genitive)) ++at;
    const auto month = read_month_name(line, at);
    // "five and ten may be enough"
    if (day->form == DayForm::digits && at != day->end && !line[at].capital) return std::nullopt;
    if (!month) return std::nullopt;
    return DayAndMonth{.end = month->end, .day = day->day, .month = month->month};
}

/// The day behind the name of a month: "10", "10th", "the 10th".
std::optional<DayNumber> read_day_behind_month(const Line& line, std::size_t position) {
    const bool article = line.is(position, Category::filler);
    const auto day = read_day_number(line, position + (article ? 1U : 0U));
    if (!day || (article && day->form == DayForm::digits)) return std::nullopt;
    if (day->form == DayForm::digits && has_unit(line, day->end)) return std::nullopt;
    // "In March first results came in" speaks of no day.
    constexpr int last_common_ordinal = 3;
    const bool common = day->form == DayForm::word && day->day <= last_common_ordinal;
    return common && !article ? std::nullopt : day;
}

/// "March 10", "March 10th".
std::optional<DayAndMonth> read_month_first(const Line& line, std::size_t begin) {
    if (!line.writing().month_first) return std::nullopt;
    const auto month = read_month_name(line, begin);
    const auto day = month ? read_day_behind_month(line, month->end) : std::nullopt;
    if (!day) return std::nullopt;
    return DayAndMonth{.end = day->end, .day = day->day, .month = month->month};
}

std::optional<DayAndMonth> read_day_and_month(const Line& line, std::size_t begin) {
    if (auto found = read_day_first(line, begin)) return found;
    return read_month_first(line, begin);
}

/// A day with the year behind it, in words or in digits.
std::optional<CivilDate> read_day_with_year(const Line& line,
                                            std::size_t at,
                                            const DateContext& context) {
    const auto day = read_day_and_month(line, at);
    if (!day) return read_digit_date(line, at, context);
    const auto tail = read_year_tail(line, day->end, context);
    if (!tail || !tail->year) return std::nullopt;
    return CivilDate{.year = *tail->year, .month = day->month, .day = day->day};
}

bool is_before_in_year(const CivilDate& date, const CivilDate& other) {
    return date.month < other.month || (date.month == other.month && date.day < other.day);
}

/// The year of "3. Januar" in "20. November bis 3. Januar": that of the day before it, or the next.
std::optional<int> year_of_lower_bound(const Line& line,
                                       std::size_t begin,
                                       const DayAndMonth& high,
                                       const DateContext& context) {
    const auto joint = begin - (begin > 0 && line.is(begin - 1, Category::filler) ? 1U : 0U);
    const bool range = joint > 0 && context.last_end == joint - 1 && context.anchor &&
                       line.is(joint - 1, Category::range_to);
    if (!range || context.anchor->first != context.anchor->last) return std::nullopt;
    const auto low = civil_date(context.anchor->last);
    const bool later = high.month > low.month || (high.month == low.month && high.day > low.day);
    return low.year + (later ? 0 : 1);
}

/// The year itself, or the nearest one that has a 29 February.
int nearest_with_day(int year, const DayAndMonth& found) {
    constexpr int farthest = 4;
    const auto has_day = [&](int other) {
        return is_valid({.year = other, .month = found.month, .day = found.day});
    };
    for (int away = 0; away <= farthest; ++away) {
        if (has_day(year - away)) return year - away;
        if (has_day(year + away)) return year + away;
    }
    return year;
}

std::string partial_timex(int month, int day) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "XXXX-%02d-%02d", month % 100, day % 100);
    return buffer;
}

/// What joins the first day of a range to the rest: bis, und, /, a dash. The position behind it.
std::optional<std::size_t> after_day_joint(const Line& line, const DayNumber& first) {
    const auto at = first.end;
    if (line.is(at, Category::dash) || line.is_mark(at, '/')) return at + 1;
    const bool ordinal = first.form != DayForm::digits;
    const bool to = line.is(at, Category::range_to);
    const bool stop = line.writing().day_stop;
    // "14 bis 16. Mai" is not how a range of days is written; "3 to 5 March" is.
    const bool both = line.is(at, Category::conjunction);
    const bool joined = ordinal ? to || both : (to || both) && !stop;
    if (!joined) return std::nullopt;
    return at + (line.is(at + 1, Category::filler) ? 2U : 1U);
}

/// Makes the last day of a range, which has been read, into the whole of it.
MaybeDate from_day(DateMatch match, int first, int last) {
    match.rule = "date.day_range";
    match.is_complete = false;
    if (match.period) {
        const auto days = match.period->last - (last - first);
        match.period = interval(day_period(days), *match.period);
    } else if (const auto last_day_of_timex = match.timex; !match.timex.empty()) {
        const auto month = last_day_of_timex.substr(0, last_day_of_timex.rfind('-') + 1);
        const auto digits = std::to_string(first);
        match.timex = month + (first < ten ? "0" : "") + digits + "/" + last_day_of_timex;
    }
    return match;
}

/// "March 3-5, 2026", "March 3 to 5".
MaybeDate read_range_behind_month(const Line& line, std::size_t begin, const DateContext& context) {
    if (!line.writing().month_first) return std::nullopt;
    const auto month = read_month_name(line, begin);
    const auto first = month ? read_day_behind_month(line, month->end) : std::nullopt;
    const auto at = first ? after_day_joint(line, *first) : std::nullopt;
    const auto last = at ? read_day_number(line, *at) : std::nullopt;
    if (!last || first->day < 1 || first->day >= last->day || last->day > last_day) {
        return std::nullopt;
    }
    const bool joined = line.is(first->end, Category::conjunction);
    if (joined && first->day + 1 != last->day) return std::nullopt;  // May 3 and 5
    if (read_month_name(line, last->end) || has_unit(line, last->end)) return std::nullopt;
    const DayAndMonth found{.end = last->end, .day = last->day, .month = month->month};
    return from_day(dated(line, begin, found, context), first->day, last->day);
}

}  // namespace

std::size_t after_range_of_days(const Line& line, std::size_t at) {
    const bool slash = line.is_mark(at, '/') && line.glued(at);
    const auto* change = line.sense(at, Category::change);  // vom 31. auf den 1.
    const bool to = change != nullptr && change->value == "to";
    const bool joined =
        slash || to || line.is(at, Category::range_to) || line.is(at, Category::dash);
    if (!joined) return at;
    return at + (line.is(at + 1, Category::filler) ? 2U : 1U);
}

std::optional<int> year_of_upper_bound(const Line& line,
                                       const DayAndMonth& low,
                                       const DateContext& context) {
    auto at = after_range_of_days(line, low.end);
    const bool range = at != low.end;
    if (!range) at = after_list_joint(line, low.end);
    if (at == low.end) return std::nullopt;
    if (!range && line.is(at, Category::filler)) ++at;
    const auto high = read_day_with_year(line, at, context);
    if (!high) return std::nullopt;
    const CivilDate day{.year = high->year, .month = low.month, .day = low.day};
    const bool before = range ? is_before_in_year(*high, day) : high->month < low.month;
    return before ? high->year - 1 : high->year;
}

DateMatch dated(const Line& line,
                std::size_t begin,
                const DayAndMonth& found,
                const DateContext& context) {
    DateMatch match{.begin = begin, .end = found.end, .rule = "date.day_month"};
    const auto tail = read_year_tail(line, found.end, context);
    std::optional<int> year;
    bool implied = false;
    if (tail) {
        match.end = tail->end;
        year = tail->year;
        match.is_complete = tail->written;
        match.rule = tail->written ? "date.day_month_year" : "date.day_month_deictic";
        if (tail->written) match.written_year = year;
    } else {
        year = year_of_upper_bound(line, found, context);
        if (!year) year = year_behind_days(line, found.end, context);
        implied = !year;
        if (implied) year = year_of_lower_bound(line, begin, found, context);
        if (!year) year = implied_year(context, found.month, found.day);
        if (implied && year) year = nearest_with_day(*year, found);
    }
    const CivilDate date{.year = year.value_or(leap_year), .month = found.month, .day = found.day};
    if (!is_valid(date)) {
        match.is_impossible = true;
    } else if (year) {
        match.period = day_period(day_of(date));
        if (implied) match.alternatives = other_year(context, *match.period);
    } else {
        match.timex = partial_timex(found.month, found.day);
    }
    return match;
}

MaybeDate read_day(const Line& line, std::size_t begin, const DateContext& context) {
    const auto found = read_day_and_month(line, begin);
    if (!found) {
        if (auto listed = read_listed_day(line, begin, context)) return listed;
        return read_numeric(line, begin, context);
    }
    return dated(line, begin, *found, context);
}

MaybeDate read_day_range(const Line& line, std::size_t begin, const DateContext& context) {
    if (auto match = read_range_behind_month(line, begin, context)) return match;
    auto first = read_day_number(line, begin);
    // "14-16. Mai": the full stop of the first day is often left out before a mark.
    const auto bare = short_number(line, begin);
    if (!first && bare) {
        first = DayNumber{.end = begin + 1, .day = *bare, .form = DayForm::digits};
    }
    const auto at = first ? after_day_joint(line, *first) : std::nullopt;
    const auto last = at ? read_day_first(line, *at) : std::nullopt;
    if (!last || first->day < 1 || first->day >= last->day) return std::nullopt;
    // "14 and 15 may be enough"
    const auto name = line.is(*at + 1, Category::genitive) ? *at + 2 : *at + 1;
    const bool digits =
        first->form == DayForm::digits && line.is(first->end, Category::conjunction);
    if (digits && !line[name].capital) return std::nullopt;
    // "3. und 12. Oktober" are two days.
    const bool joined = line.is(first->end, Category::conjunction);
    if (joined && first->day + 1 != last->day) return std::nullopt;
    auto match = dated(line, *at, *last, context);
    match.begin = begin;
    return from_day(std::move(match), first->day, last->day);
}

}  // namespace wortfeld::quantity

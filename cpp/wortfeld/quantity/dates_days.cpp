#include "wortfeld/quantity/dates.hpp"

#include <cstdio>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int leap_year = 2000;  // a day that exists in no year does not exist in this one

/// "10. März": the tokens of day and month, not yet checked.
struct DayAndMonth {
    std::size_t end = 0;
    int day = 1;
    int month = 1;
};

/// "10." with its full stop; the position behind it.
std::optional<std::size_t> after_day_number(const Line& line, std::size_t position) {
    const auto number = short_number(line, position);
    if (!number || !line.is_mark(position + 1, '.') || !line.glued(position + 1)) {
        return std::nullopt;
    }
    return position + 2;
}

std::optional<DayAndMonth> read_day_and_month(const Line& line, std::size_t begin) {
    const auto at = after_day_number(line, begin);
    if (!at) return std::nullopt;
    const auto month = read_month_name(line, *at);
    if (!month) return std::nullopt;
    return DayAndMonth{.end = month->end, .day = *short_number(line, begin), .month = month->month};
}

/// "10. 3. 2026" and "10.3.": day and month in digits.
std::optional<DayAndMonth> read_numeric_day(const Line& line, std::size_t begin) {
    if (const auto at = after_day_number(line, begin)) {
        const auto month = short_number(line, *at);
        const auto end = after_day_number(line, *at);
        if (!month || !end || *month < 1 || *month > 12) return std::nullopt;
        return DayAndMonth{.end = *end, .day = *short_number(line, begin), .month = *month};
    }
    const auto date = read_dotted_day(line.text(begin));
    const bool stop = line.is_mark(begin + 1, '.') && line.glued(begin + 1);
    if (!date || !stop || begin == 0) return std::nullopt;
    return DayAndMonth{.end = begin + 2, .day = date->day, .month = date->month};
}

/// The year of "14. Mai" in "14. Mai bis 3. Juni 2025".
std::optional<int> year_of_upper_bound(const Line& line,
                                       const DayAndMonth& low,
                                       const DateContext& context) {
    if (!line.is(low.end, Category::range_to)) return std::nullopt;
    auto at = low.end + 1;
    if (line.is(at, Category::filler)) ++at;
    const auto high = read_day_and_month(line, at);
    const auto tail = high ? read_year_tail(line, high->end, context) : std::nullopt;
    if (!tail || !tail->year) return std::nullopt;
    return high->month < low.month ? *tail->year - 1 : *tail->year;
}

std::string partial_timex(int month, int day) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "XXXX-%02d-%02d", month % 100, day % 100);
    return buffer;
}

/// The date of a day and month with the year that follows or is implied.
DateMatch dated(const Line& line,
                std::size_t begin,
                const DayAndMonth& found,
                const DateContext& context) {
    DateMatch match{.begin = begin, .end = found.end, .rule = "date.day_month"};
    const auto tail = read_year_tail(line, found.end, context);
    std::optional<int> year;
    if (tail) {
        match.end = tail->end;
        year = tail->year;
        match.is_complete = tail->written;
        match.rule = tail->written ? "date.day_month_year" : "date.day_month_deictic";
        if (tail->written) match.written_year = year;
    } else {
        year = year_of_upper_bound(line, found, context);
        if (!year) year = implied_year(context, found.month, found.day);
    }
    const CivilDate date{.year = year.value_or(leap_year), .month = found.month, .day = found.day};
    if (!is_valid(date)) {
        match.is_impossible = true;
    } else if (year) {
        match.period = day_period(day_of(date));
    } else {
        match.timex = partial_timex(found.month, found.day);
    }
    return match;
}

MaybeDate read_numeric(const Line& line, std::size_t begin, const DateContext& context) {
    if (line[begin].digits.shape == DigitShape::dotted) {
        const auto date = read_dotted_date(line.text(begin));
        DateMatch match{.begin = begin, .end = begin + 1, .rule = "date.numeric"};
        match.is_impossible = !date;
        if (!date) return match;
        match.period = day_period(day_of(*date));
        match.is_complete = true;
        match.written_year = date->year;
        return match;
    }
    const auto found = read_numeric_day(line, begin);
    if (!found) return std::nullopt;
    auto match = dated(line, begin, *found, context);
    const bool cue = begin > 0 && line.is(begin - 1, Category::day_cue);
    if (match.is_impossible || (!match.is_complete && !cue)) return std::nullopt;
    match.rule = "date.numeric";
    return match;
}

/// "10:42" or "10:42:07" behind a date, as the tail of its TIMEX3 value.
std::string read_time(const Line& line, std::size_t& end) {
    std::string timex;
    auto at = end;
    const auto two = [&](std::size_t position) {
        return short_number(line, position) && line.text(position).size() == 2;
    };
    if (!two(at) || line[at].gap == Gap::wide) return timex;
    if (!line.is_mark(at + 1, ':') || !two(at + 2)) return timex;
    if (!line.glued(at + 1) || !line.glued(at + 2)) return timex;
    timex = "T" + std::string(line.text(at)) + ":" + std::string(line.text(at + 2));
    end = at + 3;
    at = end;
    if (line.is_mark(at, ':') && line.glued(at) && line.glued(at + 1) && two(at + 1)) {
        timex += ":" + std::string(line.text(at + 1));
        end = at + 2;
    }
    return timex;
}

}  // namespace

MaybeDate read_iso(const Line& line, std::size_t begin) {
    constexpr std::size_t length = 5;
    if (line.text(begin).size() != 4 || line[begin].digits.shape != DigitShape::integer) {
        return std::nullopt;
    }
    const auto month = short_number(line, begin + 2);
    const auto day = short_number(line, begin + 4);
    const bool marks = line.is_tight_hyphen(begin + 1) && line.is_tight_hyphen(begin + 3);
    if (!month || !day || !marks || line.text(begin + 4).size() != 2) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + length, .rule = "date.iso"};
    const CivilDate date{
        .year = line[begin].digits.value.small_integer().value_or(0), .month = *month, .day = *day};
    match.is_impossible = !is_valid(date);
    if (match.is_impossible) return match;
    match.period = day_period(day_of(date));
    match.period->timex += read_time(line, match.end);
    match.is_complete = true;
    match.written_year = date.year;
    return match;
}

MaybeDate read_day(const Line& line, std::size_t begin, const DateContext& context) {
    const auto found = read_day_and_month(line, begin);
    if (!found) return read_numeric(line, begin, context);
    return dated(line, begin, *found, context);
}

MaybeDate read_day_range(const Line& line, std::size_t begin, const DateContext& context) {
    const auto first = short_number(line, begin);
    if (!first) return std::nullopt;
    const auto stop = after_day_number(line, begin);
    auto at = stop.value_or(begin + 1);
    const bool word = line.is(at, Category::range_to) || line.is(at, Category::conjunction);
    const bool mark = line.is(at, Category::dash) || line.is_mark(at, '/');
    // "14 bis 16. Mai" is not how a range of days is written; "14-16. Mai" is.
    if (!(word && stop) && !mark) return std::nullopt;
    ++at;
    if (word && line.is(at, Category::filler)) ++at;
    const auto last = read_day_and_month(line, at);
    if (!last || *first < 1 || *first >= last->day) return std::nullopt;
    auto match = dated(line, at, *last, context);
    match.begin = begin;
    match.rule = "date.day_range";
    match.is_complete = false;
    if (match.period) {
        const auto days = match.period->last - (last->day - *first);
        match.period = interval(day_period(days), *match.period);
    }
    return match;
}

}  // namespace wortfeld::quantity

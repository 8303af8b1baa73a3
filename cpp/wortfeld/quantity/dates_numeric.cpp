// Dates in digits alone: 2026-03-10, 10.3.2026, 3/10/2026.
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/dates_lists.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int first_short_year = 70;  // two digits from there on are of the 20th century

bool has_two_digits(const Line& line, std::size_t position) {
    return line.text(position).size() == 2 && short_number(line, position);
}

/// "10T10" and "10": the day of an ISO date, perhaps with the hour glued to it.
struct IsoDay {
    int day = 0;
    std::string_view hour = {};
};

std::optional<IsoDay> read_iso_day(const Line& line, std::size_t position) {
    const auto surface = line.text(position);
    if (surface.size() == 2) {
        const auto day = short_number(line, position);
        return day ? std::optional(IsoDay{.day = *day}) : std::nullopt;
    }
    const auto is_digit = [&](std::size_t at) { return surface[at] >= '0' && surface[at] <= '9'; };
    const bool shaped = surface.size() == 5 && surface[2] == 'T' && is_digit(0) && is_digit(1) &&
                        is_digit(3) && is_digit(4);
    if (!shaped) return std::nullopt;
    return IsoDay{.day = (surface[0] - '0') * 10 + surface[1] - '0', .hour = surface.substr(3)};
}

/// ":42" with two digits; those, or nothing. A Z for UTC may stand behind them.
std::string_view read_clock_part(const Line& line, std::size_t position) {
    if (!line.is_mark(position, ':') || !line.glued(position) || !line.glued(position + 1)) {
        return {};
    }
    const auto surface = line.text(position + 1);
    if (has_two_digits(line, position + 1)) return surface;
    const bool utc = surface.size() == 3 && surface[2] == 'Z';
    return utc && surface[0] <= '9' && surface[1] <= '9' ? surface.substr(0, 2)
                                                         : std::string_view{};
}

/// "10:42" or "10:42:07" behind a date, as the tail of its TIMEX3 value.
std::string read_time(const Line& line, std::string_view hour, std::size_t& end) {
    auto at = end;
    if (hour.empty()) {
        if (!has_two_digits(line, at) || line.gap(at) == Gap::wide) return {};
        hour = line.text(at++);
    }
    const auto minute = read_clock_part(line, at);
    if (minute.empty()) return {};
    auto timex = "T" + std::string(hour) + ":" + std::string(minute);
    end = at + 2;
    const auto second = read_clock_part(line, end);
    if (second.empty()) return timex;
    end += 2;
    return timex + ":" + std::string(second);
}

/// "10. 3. 2026" and "10.3.": day and month in digits.
std::optional<DayAndMonth> read_stopped_day(const Line& line, std::size_t begin) {
    if (!line.writing().day_stop) return std::nullopt;
    const auto day = short_number(line, begin) ? read_day_number(line, begin) : std::nullopt;
    if (day) {
        const auto month = short_number(line, day->end);
        const auto end = month ? read_day_number(line, day->end) : std::nullopt;
        if (!end || *month < 1 || *month > 12) return std::nullopt;
        return DayAndMonth{.end = end->end, .day = day->day, .month = *month};
    }
    const auto date = read_dotted_day(line.text(begin));
    const bool stop = line.is_mark(begin + 1, '.') && line.glued(begin + 1);
    if (!date || !stop) return std::nullopt;
    return DayAndMonth{.end = begin + 2, .day = date->day, .month = date->month};
}

/// Three numbers with two marks between, nothing glued around them.
struct Triple {
    int first = 0;
    int second = 0;
    int year = 0;
};

bool is_joint(const Line& line, std::size_t position, char mark) {
    return line.is_mark(position, mark) && line.glued(position) && line.glued(position + 1);
}

std::optional<int> year_of_slashes(const Line& line, std::size_t position, char mark) {
    if (line.text(position).size() == 4) return year_digits(line, position);
    if (mark != '/' || !has_two_digits(line, position)) return std::nullopt;
    const auto year = *short_number(line, position);
    return year + (year < first_short_year ? 2000 : 1900);
}

std::optional<Triple> read_triple(const Line& line, std::size_t begin) {
    constexpr std::size_t length = 5;
    const auto first = short_number(line, begin);
    const auto second = short_number(line, begin + 2);
    const char mark = line.is_mark(begin + 1, '/') ? '/' : '-';
    if (!first || !second || !is_joint(line, begin + 1, mark)) return std::nullopt;
    const auto year =
        is_joint(line, begin + 3, mark) ? year_of_slashes(line, begin + 4, mark) : std::nullopt;
    const bool more = is_joint(line, begin + length, mark);
    const bool glued = begin > 0 && line.glued(begin) && line.is_mark(begin - 1, mark);
    if (!year || more || glued) return std::nullopt;
    return Triple{.first = *first, .second = *second, .year = *year};
}

/// The day of a triple by the order of the language, else by the other one.
MaybeDate read_slashes(const Line& line, std::size_t begin) {
    constexpr std::size_t length = 5;
    const auto triple = read_triple(line, begin);
    if (!triple) return std::nullopt;
    CivilDate usual{.year = triple->year, .month = triple->second, .day = triple->first};
    CivilDate other{.year = triple->year, .month = triple->first, .day = triple->second};
    if (line.writing().month_first) std::swap(usual, other);
    DateMatch match{.begin = begin, .end = begin + length, .rule = "date.numeric"};
    if (!is_valid(usual)) std::swap(usual, other);
    match.is_impossible = !is_valid(usual);
    if (match.is_impossible) return match;
    match.period = day_period(day_of(usual));
    if (is_valid(other) && other != usual) match.alternatives = day_period(day_of(other)).timex;
    match.is_complete = true;
    match.written_year = triple->year;
    return match;
}

/// "05-Aug-2016", "22/Jan/2019", "2019-Aug-01": as in logs, the month by its name.
MaybeDate read_logged(const Line& line, std::size_t begin) {
    constexpr std::size_t length = 5;
    const char mark = line.is_mark(begin + 1, '/') ? '/' : '-';
    if (!is_joint(line, begin + 1, mark) || !is_joint(line, begin + 3, mark)) return std::nullopt;
    const auto at = begin + 2;
    const auto* month = line.sense(at, Category::month);
    if (month == nullptr) month = line.sense(at, Category::month_short);
    const bool year_first = line.text(begin).size() == 4;
    const auto year = year_digits(line, year_first ? begin : begin + 4);
    const auto day = short_number(line, year_first ? begin + 4 : begin);
    if (month == nullptr || !year || !day) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + length, .rule = "date.numeric"};
    const CivilDate date{.year = *year, .month = month->number, .day = *day};
    match.is_impossible = !is_valid(date);
    if (match.is_impossible) return match;
    match.period = day_period(day_of(date));
    match.is_complete = true;
    match.written_year = date.year;
    return match;
}

/// "on 3/10": only behind a word that wants a day.
MaybeDate read_slash_day(const Line& line, std::size_t begin, const DateContext& context) {
    const bool cue = begin > 0 && line.is(begin - 1, Category::day_cue);
    if (!cue || !line.writing().month_first) return std::nullopt;
    const auto month = short_number(line, begin);
    const auto day = short_number(line, begin + 2);
    if (!month || !day || !is_joint(line, begin + 1, '/') || line.is_mark(begin + 3, '/')) {
        return std::nullopt;
    }
    DayAndMonth found{.end = begin + 3, .day = *day, .month = *month};
    if (found.month > 12) std::swap(found.day, found.month);
    if (found.month < 1 || found.month > 12) return std::nullopt;
    auto match = dated(line, begin, found, context);
    match.rule = "date.numeric";
    return match.is_impossible ? std::nullopt : MaybeDate(match);
}

}  // namespace

MaybeDate read_iso(const Line& line, std::size_t begin) {
    constexpr std::size_t length = 5;
    if (auto logged = read_logged(line, begin)) return logged;
    const bool plain = line[begin].digits.shape == DigitShape::integer;
    if (!plain || line.text(begin).size() != 4) return std::nullopt;
    const bool marks = (is_joint(line, begin + 1, '-') && is_joint(line, begin + 3, '-')) ||
                       (is_joint(line, begin + 1, '/') && is_joint(line, begin + 3, '/'));
    if (!marks || !has_two_digits(line, begin + 2)) return std::nullopt;
    const auto month = short_number(line, begin + 2);
    const auto day = read_iso_day(line, begin + 4);
    if (!day) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + length, .rule = "date.iso"};
    const CivilDate date{.year = line[begin].digits.value.small_integer().value_or(0),
                         .month = *month,
                         .day = day->day};
    match.is_impossible = !is_valid(date);
    if (match.is_impossible) return match;
    match.period = day_period(day_of(date));
    match.period->timex += read_time(line, day->hour, match.end);
    match.is_complete = true;
    match.written_year = date.year;
    return match;
}

MaybeDate read_numeric_range(const Line& line, std::size_t begin, const DateContext& context) {
    const auto first = short_number(line, begin) ? read_day_number(line, begin) : std::nullopt;
    if (!first || !line.writing().day_stop) return std::nullopt;
    auto at = first->end;
    if (!line.is(at, Category::dash) && !line.is(at, Category::range_to)) return std::nullopt;
    at += line.is(at + 1, Category::filler) ? 2 : 1;
    auto match = read_numeric(line, at, context);
    if (!match || match->is_impossible || !match->period) return std::nullopt;
    const auto last = civil_date(match->period->last).day;
    if (first->day < 1 || first->day >= last) return std::nullopt;
    match->begin = begin;
    match->rule = "date.day_range";
    match->is_complete = false;
    match->alternatives.clear();
    match->period = interval(day_period(match->period->last - (last - first->day)), *match->period);
    return match;
}

MaybeDate read_numeric_month(const Line& line, std::size_t begin) {
    constexpr int first_modern = 1900;
    constexpr int months = 12;
    constexpr std::size_t length = 3;
    const auto before = begin > 0 && line.glued(begin) && !text::is_word(line[begin - 1].kind);
    const bool joint = is_joint(line, begin + 1, '-') || is_joint(line, begin + 1, '/');
    const bool more = is_joint(line, begin + length, '-') || is_joint(line, begin + length, '/');
    if (!joint || before || more || is_label_before(line, begin)) return std::nullopt;
    const bool year_first = line.text(begin).size() == 4;
    const auto year = year_digits(line, year_first ? begin : begin + 2);
    const auto at = year_first ? begin + 2 : begin;
    const int month = has_two_digits(line, at) ? short_number(line, at).value_or(0) : 0;
    if (!year || *year < first_modern || month < 1 || month > months) return std::nullopt;
    // "2010-12" and "2024/25" are rather years from one to another.
    const auto tail = *year % 100;
    const bool range = line.is_mark(begin + 1, '/') ? month == tail + 1 : month > tail;
    if (year_first && range) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + length, .rule = "date.month_year"};
    match.period = months_period(*year, month, 1);
    match.written_year = year;
    return match;
}

std::optional<CivilDate> read_digit_date(const Line& line,
                                         std::size_t position,
                                         const DateContext& context) {
    if (line[position].digits.shape == DigitShape::dotted) {
        return read_dotted_date(line.text(position));
    }
    const auto day = read_stopped_day(line, position);
    const auto tail = day ? read_year_tail(line, day->end, context) : std::nullopt;
    if (!tail || !tail->written) return std::nullopt;
    return CivilDate{.year = *tail->year, .month = day->month, .day = day->day};
}

namespace {

/// "01.01. - 31.12.2025": the other end of the range says that it is a day.
bool is_lower_bound(const Line& line,
                    std::size_t begin,
                    const DayAndMonth& day,
                    const DateContext& context) {
    const auto at = after_range_of_days(line, day.end);
    const bool joined = at != day.end && !line.is(day.end, Category::change);
    return joined && !is_label_before(line, begin) && read_digit_date(line, at, context);
}

}  // namespace

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
    if (auto match = read_slashes(line, begin)) return match;
    if (auto match = read_slash_day(line, begin, context)) return match;
    const auto found = read_stopped_day(line, begin);
    if (!found) return std::nullopt;
    const bool bounded = is_lower_bound(line, begin, *found, context);
    const bool number = begin == 0 && found->end == begin + 2;  // "10.3." is rather of a section
    if (number && !bounded) return std::nullopt;
    auto match = dated(line, begin, *found, context);
    const bool cue = begin > 0 && line.is(begin - 1, Category::day_cue);
    if (match.is_impossible || (!match.is_complete && !cue && !bounded)) return std::nullopt;
    match.rule = "date.numeric";
    return match;
}

}  // namespace wortfeld::quantity

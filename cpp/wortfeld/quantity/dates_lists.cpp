#include "wortfeld/quantity/dates_lists.hpp"

#include "wortfeld/quantity/counted.hpp"

namespace wortfeld::quantity {
namespace {

constexpr int longest_list = 12;
constexpr int last_day = 31;

/// The number of a day that goes on a list behind a joint, without month: "4" of "May 3, 4 and 5".
std::optional<DayNumber> read_plain_day(const Line& line, std::size_t at) {
    const auto number = short_number(line, at);
    if (!number || *number < 1 || *number > last_day) return std::nullopt;
    if (has_unit(line, at + 1) || find_counted(line, at + 1)) return std::nullopt;
    return DayNumber{.end = at + 1, .day = *number, .form = DayForm::digits};
}

/// Whether only a comma and "and" stand between two positions, and not a comma alone.
bool is_joined(const Line& line, std::size_t begin, std::size_t end) {
    if (begin >= end || after_list_joint(line, begin) != end) return false;
    if (line.is(end - 1, Category::conjunction)) return true;
    // "May 3, 4 and 5": a comma alone joins only where the list goes on.
    const auto at = after_list_joint(line, end + 1);
    return at != end + 1 && line.is(at - 1, Category::conjunction) && read_plain_day(line, at);
}

}  // namespace

std::size_t after_list_joint(const Line& line, std::size_t at) {
    auto next = at;
    if (line.is_mark(next, ',') && line.glued(next) && !line.glued(next + 1)) ++next;
    for (const auto category : {Category::conjunction, Category::alternative}) {
        const auto word = line.starting(next, category);
        if (!word) continue;
        next += word.length;
        break;
    }
    if (next == at) return at;
    if (line.is(next, Category::day_cue)) ++next;
    return next + (line.is(next, Category::filler) ? 1U : 0U);
}

MaybeDate read_listed_day(const Line& line, std::size_t begin, const DateContext& context) {
    const auto first = read_day_number(line, begin);
    const bool stop = line.writing().day_stop;
    if (!first || (first->form == DayForm::digits) == stop) return std::nullopt;
    auto end = first->end;
    for (int count = 0; count < longest_list; ++count) {
        const auto at = after_list_joint(line, end);
        const auto day = at != end ? read_day_number(line, at) : std::nullopt;
        if (!day || (day->form == DayForm::digits) == stop) return std::nullopt;
        end = day->end;
        if (!stop && line.is(end, Category::genitive)) ++end;
        const auto month = read_month_name(line, end);
        if (!month || (!stop && !line[end].capital)) continue;
        auto match =
            dated(line, at, {.end = month->end, .day = first->day, .month = month->month}, context);
        if (match.is_impossible) return std::nullopt;
        match.begin = begin;
        match.end = first->end;
        match.is_complete = false;
        match.rule = "date.day_listed";
        return match;
    }
    return std::nullopt;
}

MaybeDate read_further_day(const Line& line, std::size_t begin, const DateContext& context) {
    if (!line.writing().month_first || context.last_end == 0 || !context.anchor) {
        return std::nullopt;
    }
    if (context.anchor->first != context.anchor->last) return std::nullopt;
    const auto day = read_plain_day(line, begin);
    if (!day || !is_joined(line, context.last_end, begin)) return std::nullopt;
    auto date = civil_date(context.anchor->last);
    if (day->day <= date.day || line.is(context.last_end - 1, Category::weekday)) {
        return std::nullopt;
    }
    date.day = day->day;
    if (!is_valid(date)) return std::nullopt;
    DateMatch match{.begin = begin, .end = day->end, .rule = "date.day_listed"};
    const auto tail = read_year_tail(line, day->end, context);
    if (tail && tail->written) match.end = tail->end;
    match.period = day_period(day_of(date));
    return match;
}

std::optional<int> year_behind_days(const Line& line, std::size_t end, const DateContext& context) {
    if (!line.writing().month_first) return std::nullopt;
    for (int count = 0; count < longest_list; ++count) {
        const auto at = after_list_joint(line, end);
        const auto day = at != end ? read_plain_day(line, at) : std::nullopt;
        if (!day) return std::nullopt;
        end = day->end;
        const auto tail = read_year_tail(line, end, context);
        if (tail && tail->written) return tail->year;
    }
    return std::nullopt;
}

std::size_t after_period_joint(const Line& line, std::size_t at) {
    const auto* change = line.sense(at, Category::change);  // von Mai auf Juni
    const bool to = change != nullptr && change->value == "to";
    if (to || line.is(at, Category::range_to) || line.is(at, Category::dash)) return at + 1;
    return after_list_joint(line, at);
}

std::optional<int> year_of_later_month(const Line& line,
                                       const MonthName& month,
                                       const DateContext& context) {
    auto last = month;
    for (int count = 0; count < longest_list; ++count) {
        const auto at = after_period_joint(line, last.end);
        const auto next = at != last.end ? read_month_name(line, at) : std::nullopt;
        if (!next) return std::nullopt;
        last = *next;
        const auto tail = read_year_tail(line, last.end, context);
        if (tail && tail->year) return last.month < month.month ? *tail->year - 1 : *tail->year;
    }
    return std::nullopt;
}

}  // namespace wortfeld::quantity

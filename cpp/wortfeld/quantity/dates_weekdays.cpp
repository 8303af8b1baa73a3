#include "wortfeld/quantity/dates_weekdays.hpp"

#include <string>

namespace wortfeld::quantity {

const Sense* weekday_name(const Line& line, std::size_t position) {
    const auto* day = line.sense(position, Category::weekday);
    const bool whole = day != nullptr && !day->value.ends_with(" short");
    return whole && line.can_be_noun(position) ? day : nullptr;
}

Day nearest_weekday(Day day, int number) {
    const int back = (weekday(day) - number + days_in_week) % days_in_week;
    return day - (back > days_in_week / 2 ? back - days_in_week : back);
}

namespace {

/// The day that "heute" means, right before a weekday, perhaps with a comma between.
std::optional<Day> day_beside(const Line& line, std::size_t position, const DateContext& context) {
    if (position > 1 && line.is_mark(position - 1, ',')) --position;
    const auto* word = position > 0 ? line.sense(position - 1, Category::day_word) : nullptr;
    if (word == nullptr || word->value.find(' ') != std::string_view::npos) return std::nullopt;
    const auto& today = context.reference.day();
    return today ? std::optional(*today + word->number) : std::nullopt;
}

}  // namespace

DateMatch weekday_alone(const Line& line,
                        std::size_t begin,
                        const Sense& day,
                        const DateContext& context) {
    DateMatch match{.begin = begin, .end = begin + 1, .rule = "date.weekday"};
    if (begin > 0 && line.is(begin - 1, Category::recurring)) {  // every Monday
        match.timex = "XXXX-WXX-" + std::to_string(day.number);
        return match;
    }
    if (const auto beside = day_beside(line, begin, context)) {
        match.period = day_period(nearest_weekday(*beside, day.number));
        return match;
    }
    if (const auto& today = context.reference.day()) {
        const bool future = time_of(context) == Time::future;
        match.period = weekday_period(*today, day.number, std::nullopt, future);
        const auto week = match.period->first > *today ? -days_in_week : days_in_week;
        match.alternatives = day_period(match.period->first + week).timex;
    }
    return match;
}

}  // namespace wortfeld::quantity

// Seasons and numbered weeks of a year: Sommer 2024, KW 12.
#include "wortfeld/quantity/dates.hpp"

#include <array>
#include <cstdio>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int days_in_week = 7;

/// "im Sommer", "in the summer": a word of time before, perhaps with an article.
bool has_cue(const Line& line, std::size_t begin) {
    // "rates to fall", but "from spring to fall"
    const bool to = begin > 0 && line.is(begin - 1, Category::range_to);
    const bool range = begin > 1 && line.is(begin - 2, Category::season);
    if (to && !range && !line.writing().capital_nouns) return false;
    if (begin > 0 && line.is(begin - 1, Category::year_cue)) return true;
    const bool article = begin > 1 && line.is(begin - 1, Category::filler);
    return article && line.is(begin - 2, Category::year_cue);
}

/// The number of a week with the words around it; the year may follow.
struct WeekNumber {
    std::size_t end = 0;
    int number = 1;
    bool needs_year = false;  ///< "week 12" alone may be the twelfth of anything
};

bool is_week(const Sense* noun) {
    return noun != nullptr && noun->value.starts_with('W');
}

/// "KW 12", "12. KW".
std::optional<WeekNumber> read_week_number(const Line& line, std::size_t begin) {
    const auto* before = line.sense(begin, Category::span_noun);
    const auto number = is_week(before) ? short_number(line, begin + 1) : std::nullopt;
    if (number) {
        return WeekNumber{
            .end = begin + 2, .number = *number, .needs_year = before->value.ends_with(" year")};
    }
    const auto ordinal = short_number(line, begin) ? read_day_number(line, begin) : std::nullopt;
    if (!ordinal || ordinal->form != DayForm::ordinal) return std::nullopt;
    const auto* behind = line.sense(ordinal->end, Category::span_noun);
    if (!is_week(behind)) return std::nullopt;
    return WeekNumber{.end = ordinal->end + 1,
                      .number = ordinal->day,
                      .needs_year = behind->value.ends_with(" year")};
}

/// The ISO week of that number; nothing where the year has fewer.
std::optional<Period> numbered_week(int year, int number) {
    if (number < 1) return std::nullopt;
    constexpr int in_first_week = 4;  // of January, ISO 8601
    const auto first = day_of({.year = year, .month = 1, .day = in_first_week});
    const auto week = week_period(first + (number - 1) * days_in_week);
    const auto thursday = civil_date(week.first + 3);
    return thursday.year == year ? std::optional(week) : std::nullopt;
}

}  // namespace

MaybeDate read_season(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* season = line.sense(begin, Category::season);
    if (season == nullptr || !line.can_be_noun(begin)) return std::nullopt;
    const auto kind = static_cast<Season>(season->number);
    DateMatch match{.begin = begin, .end = begin + 1, .rule = "date.season"};
    const auto tail = read_year_tail(line, match.end, context);
    std::optional<int> year;
    if (tail) {
        match.end = tail->end;
        year = tail->year;
        if (tail->written) match.written_year = year;
        const bool slash = line.is_mark(match.end, '/') && line.glued(match.end);
        if (slash && line.glued(match.end + 1) && line.is_digits(match.end + 1)) match.end += 2;
    } else {
        // "after the fall of Rome"
        const bool of_a_thing = line.is(begin + 1, Category::genitive) && !line[begin].capital;
        if (!has_cue(line, begin) || of_a_thing || line.is_tight_hyphen(begin + 1)) {
            return std::nullopt;
        }
        constexpr std::array<int, 4> first_months{3, 6, 9, 12};
        const auto month = first_months[static_cast<std::size_t>(season->number) % 4];
        year = implied_year_of_month(context, month);
    }
    if (year) {
        match.period = season_period(*year, kind);
    } else {
        constexpr std::array<const char*, 4> names{"-SP", "-SU", "-FA", "-WI"};
        match.timex = std::string(unknown_year) + names[static_cast<std::size_t>(kind) % 4];
    }
    return match;
}

MaybeDate read_week(const Line& line, std::size_t begin, const DateContext& context) {
    const auto week = read_week_number(line, begin);
    constexpr int last_week = 53;
    if (!week || week->number < 1 || week->number > last_week) return std::nullopt;
    DateMatch match{.begin = begin, .end = week->end, .rule = "date.week"};
    if (line.is_mark(match.end, '/') && year_digits(line, match.end + 1)) ++match.end;
    const auto tail = read_year_tail(line, match.end, context);
    if (week->needs_year && !tail) return std::nullopt;
    std::optional<int> year;
    if (tail) {
        match.end = tail->end;
        year = tail->year;
        if (tail->written) match.written_year = year;
    } else {
        match.end = week->end;
        const auto month = 1 + (week->number - 1) * 12 / last_week;
        year = implied_year_of_month(context, month);
    }
    if (year) {
        match.period = numbered_week(*year, week->number);
        match.is_impossible = !match.period;
        return match;
    }
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "XXXX-W%02d", week->number % 100);
    match.timex = buffer;
    return match;
}

}  // namespace wortfeld::quantity

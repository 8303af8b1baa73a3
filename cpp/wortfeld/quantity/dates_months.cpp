#include "wortfeld/quantity/dates.hpp"

#include <array>
#include <cstdio>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int months_in_year = 12;

/// Months of a year, or of the year that is implied.
struct Months {
    int first = 1;
    int count = 1;
};

std::string unknown_timex(const Months& months) {
    char buffer[24];
    const int last = months.first + months.count - 1;
    if (months.count == 1) {
        std::snprintf(buffer, sizeof buffer, "XXXX-%02d", months.first % 100);
    } else if (months.count == 3 && months.first % 3 == 1) {
        std::snprintf(buffer, sizeof buffer, "XXXX-Q%d", months.first / 3 % 10 + 1);
    } else if (months.count == 6 && months.first % 6 == 1) {
        std::snprintf(buffer, sizeof buffer, "XXXX-H%d", months.first / 6 % 10 + 1);
    } else {
        std::snprintf(buffer, sizeof buffer, "XXXX-%02d/XXXX-%02d", months.first % 100, last % 100);
    }
    return buffer;
}

/// The year of several months: the latest ones that have begun, unless the future is spoken of.
std::optional<int> implied_year_of_months(const DateContext& context, const Months& months) {
    const auto year = implied_year_of_month(context, months.first);
    if (!year || !context.reference || time_of(context) != Time::open) return year;
    const auto first = day_of({.year = *year, .month = months.first, .day = 1});
    return first > *context.reference ? *year - 1 : *year;
}

/// Sets end, period and rule from the year behind `match.end` or the one implied.
void add_year(const Line& line,
              const Months& months,
              const DateContext& context,
              DateMatch& match) {
    std::optional<int> year;
    if (const auto tail = read_year_tail(line, match.end, context)) {
        match.end = tail->end;
        year = tail->year;
        if (tail->written) match.written_year = year;
    } else {
        year = months.count == 1 ? implied_year_of_month(context, months.first)
                                 : implied_year_of_months(context, months);
    }
    if (year) {
        match.period = months_period(*year, months.first, months.count);
    } else {
        match.timex = unknown_timex(months);
    }
}

/// "Januar bis März", "Januar/Februar".
std::optional<MonthName> read_upper_month(const Line& line, const MonthName& low) {
    const auto at = low.end;
    const bool joint = line.is(at, Category::range_to) || line.is(at, Category::dash) ||
                       (line.is_mark(at, '/') && line.glued(at));
    if (!joint) return std::nullopt;
    const auto high = read_month_name(line, at + 1);
    if (!high || high->month <= low.month) return std::nullopt;
    return high;
}

/// "03/2025": month and year in digits.
MaybeDate read_month_slash_year(const Line& line, std::size_t begin) {
    const auto month = short_number(line, begin);
    if (!month || *month < 1 || *month > months_in_year) return std::nullopt;
    const bool slash = line.is_mark(begin + 1, '/') && line.glued(begin + 1);
    if (!slash || !line.glued(begin + 2) || (begin > 0 && line.glued(begin))) return std::nullopt;
    const auto year = year_digits(line, begin + 2);
    const bool two = line.text(begin).size() == 2;
    if (!year || !two || *year < 1900 || is_label_before(line, begin)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + 3, .rule = "date.month_year"};
    match.period = months_period(*year, *month, 1);
    match.written_year = year;
    return match;
}

/// The months that a noun like Quartal divides the year into: "Q" 3, "H" 6.
int months_of(const Sense& sense) {
    return sense.value.starts_with('Q') ? 3 : 6;
}

/// "drittes", "3.", "dritten": the number and the position behind it.
struct Ordinal {
    std::size_t end = 0;
    int number = 0;
};

std::optional<Ordinal> read_ordinal(const Line& line, std::size_t position) {
    if (const auto* ordinal = line.sense(position, Category::ordinal)) {
        return Ordinal{.end = position + 1, .number = ordinal->number};
    }
    const auto number = short_number(line, position);
    const bool stop = line.is_mark(position + 1, '.') && line.glued(position + 1);
    if (!number || !stop) return std::nullopt;
    return Ordinal{.end = position + 2, .number = *number};
}

/// "Q3 2025", "Q3/2025".
MaybeDate read_quarter_code(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* code = line.sense(begin, Category::span_code);
    if (code == nullptr || !line[begin].capital) return std::nullopt;
    const int count = months_of(*code);
    const int number = code->value.back() - '0';
    DateMatch match{.begin = begin, .end = begin + 1, .rule = "date.quarter"};
    const auto slash = line.is_mark(match.end, '/') && line.glued(match.end);
    if (slash && year_digits(line, match.end + 1)) ++match.end;
    const bool half = count != 3;
    if (half && !read_year_tail(line, match.end, context)) return std::nullopt;
    add_year(line, {.first = (number - 1) * count + 1, .count = count}, context, match);
    return match;
}

/// "August Bebel": a name that is a month too, with no word of time before it.
bool is_first_name(const Line& line, std::size_t begin, std::size_t end) {
    if (!line.is_name(end) || begin + 1 != end) return false;
    const auto* cue = begin > 0 ? line.sense(begin - 1, Category::year_cue) : nullptr;
    return cue == nullptr || cue->value.empty();
}

}  // namespace

MaybeDate read_month(const Line& line, std::size_t begin, const DateContext& context) {
    if (auto match = read_month_slash_year(line, begin)) return match;
    auto name = read_month_name(line, begin);
    if (!name) return std::nullopt;
    Months months{.first = name->month, .count = 1};
    DateMatch match{.begin = begin, .end = name->end, .rule = "date.month"};
    if (const auto high = read_upper_month(line, *name)) {
        months.count = high->month - name->month + 1;
        match.end = high->end;
        match.rule = "date.month_range";
    }
    const auto end = match.end;
    add_year(line, months, context, match);
    if (match.end == end && is_first_name(line, begin, end)) return std::nullopt;
    if (months.count == 1 && match.end != end) {
        match.rule = match.written_year ? "date.month_year" : "date.month_deictic";
    }
    return match;
}

MaybeDate read_quarter(const Line& line, std::size_t begin, const DateContext& context) {
    if (auto match = read_quarter_code(line, begin, context)) return match;
    const auto ordinal = read_ordinal(line, begin);
    if (!ordinal) return std::nullopt;
    const auto* noun = line.sense(ordinal->end, Category::span_noun);
    if (noun == nullptr || line.is_tight_hyphen(ordinal->end + 1)) return std::nullopt;
    const int count = months_of(*noun);
    if (ordinal->number < 1 || ordinal->number > months_in_year / count) return std::nullopt;
    DateMatch match{.begin = begin, .end = ordinal->end + 1, .rule = "date.quarter"};
    // "die erste Hälfte" is one of a year only if the year is named.
    const bool needs_year = noun->value.ends_with(" year");
    if (needs_year && !read_year_tail(line, match.end, context)) return std::nullopt;
    const Months months{.first = (ordinal->number - 1) * count + 1, .count = count};
    add_year(line, months, context, match);
    return match;
}

MaybeDate read_season(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* season = line.sense(begin, Category::season);
    if (season == nullptr || !line[begin].capital) return std::nullopt;
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
        const bool cue = begin > 0 && line.is(begin - 1, Category::year_cue);
        if (!cue || line.is_tight_hyphen(begin + 1)) return std::nullopt;
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

namespace {

/// A number of months or quarters, in months.
struct MonthCount {
    std::size_t end = 0;
    int months = 0;
};

/// "drei Monaten", "beiden Quartalen": up to a year.
std::optional<MonthCount> read_month_count(const Line& line, std::size_t begin) {
    const auto* both = line.sense(begin, Category::both);
    const auto amount = read_amount(line, begin);
    if (both == nullptr && !amount) return std::nullopt;
    const auto number =
        both != nullptr ? both->amount.small_integer() : amount->value.small_integer();
    const auto at = both != nullptr ? begin + 1 : amount->end;
    const auto* unit = line.sense(at, Category::time_unit);
    if (!number || *number < 1 || *number > months_in_year || unit == nullptr) return std::nullopt;
    constexpr int months_in_quarter = 3;
    auto months = 0;
    if (unit->value.starts_with('M')) months = *number;
    if (unit->value.starts_with('Q')) months = months_in_quarter * *number;
    if (months < 1 || months > months_in_year) return std::nullopt;
    return MonthCount{.end = at + 1, .months = months};
}

}  // namespace

/// "ersten drei Monaten dieses Jahres", "ersten drei Quartalen von 2025".
MaybeDate read_first_months(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* ordinal = line.sense(begin, Category::ordinal);
    const auto* deictic = line.sense(begin, Category::deictic);
    const bool first = ordinal != nullptr && ordinal->number == 1;
    const bool last = deictic != nullptr && deictic->value == "-1";
    if (!first && !last) return std::nullopt;
    const auto count = read_month_count(line, begin + 1);
    if (!count) return std::nullopt;
    const auto tail = read_year_tail(line, count->end, context);
    if (!tail) return std::nullopt;
    DateMatch match{.begin = begin, .end = tail->end, .rule = "date.first_months"};
    const Months range{.first = first ? 1 : months_in_year - count->months + 1,
                       .count = count->months};
    if (tail->written) match.written_year = tail->year;
    if (tail->year) {
        match.period = months_period(*tail->year, range.first, range.count);
    } else {
        match.timex = unknown_timex(range);
    }
    return match;
}

}  // namespace wortfeld::quantity

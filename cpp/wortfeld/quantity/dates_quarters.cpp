// Quarters and halves of a year, its first and last months.
#include "wortfeld/quantity/dates_lists.hpp"
#include "wortfeld/quantity/dates_months.hpp"

#include <cstdio>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int months_in_year = 12;
constexpr int most_quarters = 4;  // in a list

/// The year of several months: the latest ones that have begun, or that are over where the past is
/// spoken of, unless the future is.
std::optional<int> implied_year_of_months(const DateContext& context, const Months& months) {
    const auto year = implied_year_of_month(context, months.first);
    const auto& today = context.reference.day();
    const auto time = time_of(context);
    if (!year || !today || time == Time::future) return year;
    const auto period = months_period(*year, months.first, months.count);
    if (time == Time::open) return period.first > *today ? *year - 1 : *year;
    // Another year is one that the text has told.
    const bool this_year = *year == civil_date(*today).year;
    return this_year && period.last > *today ? *year - 1 : *year;
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
    if (const auto ordinal = line.starting(position, Category::ordinal)) {
        return Ordinal{.end = position + ordinal.length, .number = ordinal.sense->number};
    }
    const auto number = short_number(line, position);
    const bool stop = line.is_mark(position + 1, '.') && line.glued(position + 1);
    if (!number || !stop) return std::nullopt;
    return Ordinal{.end = position + 2, .number = *number};
}

/// The year of the Q1 of "Q1 und Q2 2024", "Q4 to Q1 2025": it stands behind a later one.
std::optional<int> year_of_later_code(const Line& line,
                                      std::size_t begin,
                                      const DateContext& context) {
    const auto* low = line.sense(begin, Category::span_code);
    auto end = begin + 1;
    for (int count = 1; count < most_quarters; ++count) {
        const auto at = after_period_joint(line, end);
        const auto* code = at != end ? line.sense(at, Category::span_code) : nullptr;
        if (code == nullptr || !line[at].capital || months_of(*code) != months_of(*low)) {
            return std::nullopt;
        }
        end = at + 1;
        const bool slash = line.is_mark(end, '/') && line.glued(end) && year_digits(line, end + 1);
        const auto tail = read_year_tail(line, end + (slash ? 1U : 0U), context);
        if (!tail || !tail->year) continue;
        return code->value.back() < low->value.back() ? *tail->year - 1 : *tail->year;
    }
    return std::nullopt;
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
    const Months months{.first = (number - 1) * count + 1, .count = count};
    const bool has_year = read_year_tail(line, match.end, context).has_value();
    const auto later = has_year ? std::nullopt : year_of_later_code(line, begin, context);
    if (later) {
        match.period = months_period(*later, months.first, count);
        return match;
    }
    const bool half = count != 3;
    if (half && !has_year) return std::nullopt;
    add_year(line, months, context, match);
    return match;
}

/// "2016 Q3", "2016-Q3".
MaybeDate read_code_behind_year(const Line& line, std::size_t begin) {
    const auto year = year_digits(line, begin);
    if (!year) return std::nullopt;
    const auto at = line.is_tight_hyphen(begin + 1) ? begin + 2 : begin + 1;
    const auto* code = line.sense(at, Category::span_code);
    if (code == nullptr || !line[at].capital) return std::nullopt;
    const int count = months_of(*code);
    const int first = (code->value.back() - '1') * count + 1;
    DateMatch match{.begin = begin, .end = at + 1, .rule = "date.quarter"};
    match.period = months_period(*year, first, count);
    match.written_year = year;
    return match;
}

}  // namespace

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

void add_year(const Line& line,
              const Months& months,
              const DateContext& context,
              DateMatch& match) {
    std::optional<int> year;
    const auto tail = read_year_tail(line, match.end, context);
    if (tail) {
        match.end = tail->end;
        year = tail->year;
        if (tail->written) match.written_year = year;
    } else {
        year = months.count == 1 ? implied_year_of_month(context, months.first)
                                 : implied_year_of_months(context, months);
    }
    if (year) {
        match.period = months_period(*year, months.first, months.count);
        const bool plain = match.period->timex.find('/') == std::string::npos;
        if (!tail && plain) match.alternatives = other_year(context, *match.period);
    } else {
        match.timex = unknown_timex(months);
    }
}

namespace {

/// "3. Quartal", "third-quarter": one with a noun of its own.
MaybeDate read_quarter_noun(const Line& line,
                            std::size_t begin,
                            const Ordinal& ordinal,
                            const DateContext& context) {
    const bool writes_so = !line.writing().capital_nouns;  // third-quarter results
    const auto at = writes_so ? line.after_hyphen(ordinal.end) : ordinal.end;
    const auto noun = line.starting(at, Category::span_noun);
    const auto end = at + noun.length;
    if (!noun || noun.sense->value.starts_with('W')) return std::nullopt;
    if (line.is_tight_hyphen(end) && !writes_so) return std::nullopt;
    const int count = months_of(*noun.sense);
    if (ordinal.number < 1 || ordinal.number > months_in_year / count) return std::nullopt;
    DateMatch match{.begin = begin, .end = end, .rule = "date.quarter"};
    // "die erste Hälfte" is one of a year only if the year is named.
    const bool needs_year = noun.sense->value.ends_with(" year");
    if (needs_year && !read_year_tail(line, match.end, context)) return std::nullopt;
    const Months months{.first = (ordinal.number - 1) * count + 1, .count = count};
    add_year(line, months, context, match);
    return match;
}

/// The first of several quarters or halves with one noun: the 1. of "1. und 2. Quartal 2024".
MaybeDate read_listed_quarter(const Line& line,
                              std::size_t begin,
                              const Ordinal& first,
                              const DateContext& context) {
    MaybeDate last;
    auto end = first.end;
    for (int count = 1; !last && count < most_quarters; ++count) {
        const auto at = after_list_joint(line, end);
        const auto next = at != end ? read_ordinal(line, at) : std::nullopt;
        if (!next) return std::nullopt;
        last = read_quarter_noun(line, at, *next, context);
        end = next->end;
    }
    if (!last || !last->period) return std::nullopt;
    const auto date = civil_date(last->period->first);
    const int count = civil_date(last->period->last).month - date.month + 1;
    const bool quarters = count == 3 || count == 6;
    if (!quarters || first.number < 1 || first.number > months_in_year / count) {
        return std::nullopt;
    }
    DateMatch match{.begin = begin, .end = first.end, .rule = "date.quarter"};
    match.period = months_period(date.year, (first.number - 1) * count + 1, count);
    return match;
}

}  // namespace

MaybeDate read_quarter(const Line& line, std::size_t begin, const DateContext& context) {
    if (auto match = read_code_behind_year(line, begin)) return match;
    if (auto match = read_quarter_code(line, begin, context)) return match;
    const auto ordinal = read_ordinal(line, begin);
    if (!ordinal) return std::nullopt;
    if (auto match = read_listed_quarter(line, begin, *ordinal, context)) return match;
    return read_quarter_noun(line, begin, *ordinal, context);
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

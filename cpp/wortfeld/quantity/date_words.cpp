#include "wortfeld/quantity/currencies.hpp"
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/sums.hpp"

#include <cstdlib>

namespace wortfeld::quantity {
namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2100;
constexpr int distant = 2;       // a year so far from the reference sets the scene
constexpr std::size_t near = 1;  // for its own sentence and the next
constexpr Day just_past = 31;    // days: what is announced may have been when the text is read
constexpr int months_in_year = 12;
constexpr int months_ahead = 3;  // a month so near is meant as the coming one

/// The year that the text has just set the scene with, or without a reference date last written.
std::optional<int> told_year(const DateContext& context) {
    if (!context.reference.day()) return context.year;
    if (!context.year || context.lines_since_year > near) return std::nullopt;
    const auto today = civil_date(*context.reference.day()).year;
    return std::abs(*context.year - today) >= distant ? context.year : std::nullopt;
}

std::optional<YearTail> written(const Line& line, std::size_t position) {
    if (line.writing().year_comma && line.is_mark(position, ',')) ++position;
    const auto year = year_digits(line, position);
    if (!year || line.gap(position) == Gap::wide) return std::nullopt;
    return YearTail{.end = position + 1, .year = year, .written = true};
}

/// "Vorjahres" behind a genitive: the year of "März des Vorjahres".
std::optional<YearTail> neighbour_year(const Line& line,
                                       std::size_t position,
                                       const DateContext& context) {
    constexpr std::string_view years = "- Y -";
    const auto noun = line.starting(position, Category::part_noun);
    if (!noun || !noun.sense->value.starts_with(years)) return std::nullopt;
    YearTail tail{.end = position + noun.length};
    const auto period = neighbour_period(noun.sense->value.substr(2), context);
    if (period) tail.year = civil_date(period->first).year;
    return tail;
}

}  // namespace

bool has_unit(const Line& line, std::size_t end) {
    if (line.is(end, Category::percent) || line.is(end, Category::magnitude)) return true;
    if (line.is(end, Category::magnitude_short) || line.is(end, Category::time_unit)) return true;
    if (line.is(end, Category::unit)) return true;
    const auto currency = read_currency(line, end);
    if (!currency || line.is_tight_hyphen(currency->end)) return false;
    return !is_of_number_behind(line, end);  // May 3 $5 million
}

bool is_label_before(const Line& line, std::size_t begin) {
    if (begin == 0) return false;
    const bool stop = begin > 1 && line.is_mark(begin - 1, '.') && line.glued(begin - 1);
    return line.is(begin - (stop ? 2U : 1U), Category::label);
}

std::optional<int> short_number(const Line& line, std::size_t position) {
    const auto shape = line[position].digits.shape;
    const bool plain = shape == DigitShape::integer || shape == DigitShape::padded;
    if (!plain || line.text(position).size() > 2) return std::nullopt;
    return line[position].digits.value.small_integer();
}

std::optional<int> year_digits(const Line& line, std::size_t position) {
    const auto& digits = line[position].digits;
    if (digits.shape != DigitShape::integer || line.text(position).size() != 4) return std::nullopt;
    const auto year = digits.value.small_integer();
    if (!year || *year < first_year || *year > last_year) return std::nullopt;
    if (has_unit(line, position + 1)) return std::nullopt;
    return year;
}

std::optional<YearTail> read_deictic_year(const Line& line,
                                          std::size_t position,
                                          const DateContext& context) {
    const auto* deictic = line.sense(position, Category::deictic);
    const auto noun = line.starting(position + 1, Category::year_noun);
    if (deictic == nullptr || !noun) return std::nullopt;
    YearTail tail{.end = position + 1 + noun.length};
    const bool anchored = deictic->value.starts_with("anchor");
    const auto from = anchored && context.anchor ? context.anchor->first : context.reference.day();
    if (!anchored && from) tail.year = civil_date(*from).year + deictic->number;
    if (anchored && context.anchor) {
        tail.year = civil_date(*from).year + (deictic->value.ends_with('1') ? 1 : 0);
    }
    return tail;
}

std::optional<YearTail> read_year_tail(const Line& line,
                                       std::size_t position,
                                       const DateContext& context) {
    if (auto tail = written(line, position)) return tail;
    const auto genitive = line.starting(position, Category::genitive);
    const auto at = position + (genitive ? genitive.length : 0U);
    if (auto tail = read_deictic_year(line, at, context)) return tail;
    if (at == position) return std::nullopt;
    if (auto tail = neighbour_year(line, at, context)) return tail;
    const auto noun = line.starting(at, Category::year_noun);
    if (auto tail = written(line, at + (noun ? noun.length : 0U))) return tail;
    if (!noun) return std::nullopt;
    YearTail tail{.end = at + noun.length};
    if (context.reference.day()) tail.year = civil_date(*context.reference.day()).year;
    return tail;
}

std::optional<DayNumber> read_day_number(const Line& line, std::size_t position) {
    if (const auto ordinal = line.starting(position, Category::ordinal)) {
        const bool digits = line.text(position).front() <= '9';
        return DayNumber{.end = position + ordinal.length,
                         .day = ordinal.sense->number,
                         .form = digits ? DayForm::ordinal : DayForm::word};
    }
    const auto number = short_number(line, position);
    if (!number) return std::nullopt;
    if (!line.writing().day_stop) {
        return DayNumber{.end = position + 1, .day = *number, .form = DayForm::digits};
    }
    // "1 . April" in text whose tokens are set apart by spaces.
    const bool stop = line.is_mark(position + 1, '.') &&
                      (line.glued(position + 1) || line.is(position + 2, Category::month));
    if (!stop) return std::nullopt;
    return DayNumber{.end = position + 2, .day = *number, .form = DayForm::ordinal};
}

namespace {

/// "april 10", "10 april", "april 2025" in texts without capitals; "may 10" is rather a verb.
bool is_small_month(const Line& line, std::size_t position) {
    if (line.writing().capital_nouns) return false;
    if (line.writing().small_months) return true;
    const auto numbered = [&](std::size_t at) {
        const auto shape = line[at].digits.shape;
        return shape == DigitShape::integer || shape == DigitShape::padded ||
               line.is(at, Category::ordinal);
    };
    if (line.is(position, Category::sentence_start))
        return year_digits(line, position + 1).has_value();
    return numbered(position + 1) || (position > 0 && numbered(position - 1)) ||
           (position > 1 && line.is(position - 1, Category::genitive) && numbered(position - 2));
}

/// Whether "Mar", "Jan" and their like are months here: by their full stop, a number beside them
/// or, where the month stands first, a word of time before them.
bool is_short_month(const Line& line, std::size_t position, bool stop) {
    if (stop || (position > 0 && line.is_mark(position - 1, '.'))) return true;
    const auto& writing = line.writing();
    const auto behind = position + 1;
    if (position > 0 && line[position - 1].digits.shape == DigitShape::integer) return true;
    if (year_digits(line, behind)) return true;
    if (!writing.month_first) return false;
    // "Jan-Feb 2017"
    const auto upper = behind + 1;
    const bool range = line.is(behind, Category::dash) && line.glued(behind);
    if (range && line.is(upper, Category::month_short) && year_digits(line, upper + 1)) return true;
    if (line.is_mark(behind, ',') && year_digits(line, behind + 1)) return true;
    if (read_day_number(line, behind)) return true;
    constexpr auto cues = bit(Category::ordinal) | bit(Category::deictic) | bit(Category::genitive);
    const auto* before = position > 0 ? line[position - 1].word : nullptr;
    if (before == nullptr) return false;
    const auto* cue = line.sense(position - 1, Category::year_cue);
    return (before->categories & cues) != 0 || (cue != nullptr && cue->value == "month");
}

}  // namespace

std::optional<MonthName> read_month_name(const Line& line, std::size_t position) {
    if (!line[position].capital && !is_small_month(line, position)) return std::nullopt;
    if (const auto* month = line.sense(position, Category::month)) {
        return MonthName{.end = position + 1, .month = month->number};
    }
    const auto* month = line.sense(position, Category::month_short);
    if (month == nullptr) return std::nullopt;
    const bool stop = line.is_mark(position + 1, '.') && line.glued(position + 1);
    if (!is_short_month(line, position, stop)) return std::nullopt;
    return MonthName{.end = position + (stop ? 2U : 1U), .month = month->number};
}

Time time_of(const DateContext& context) {
    return context.tense == nullptr ? Time::open : context.tense->time();
}

std::optional<int> implied_year(const DateContext& context, int month, int day) {
    if (const auto told = told_year(context)) return told;
    const auto& today = context.reference.day();
    if (!today) return std::nullopt;
    const auto year = civil_date(*today).year;
    const auto behind = [&](int other) {
        return *today - day_of({.year = other, .month = month, .day = day});
    };
    switch (time_of(context)) {
        case Time::past:
            return behind(year) < 0 ? year - 1 : year;
        case Time::future:
            return behind(year) > just_past ? year + 1 : year;
        default:
            break;
    }
    auto nearest = year;
    for (const int other : {year - 1, year + 1}) {
        if (std::abs(behind(other)) < std::abs(behind(nearest))) nearest = other;
    }
    return nearest;
}

std::optional<int> implied_year_of_month(const DateContext& context, int month) {
    if (const auto told = told_year(context)) return told;
    if (!context.reference.day()) return std::nullopt;
    const auto today = civil_date(*context.reference.day());
    const auto time = time_of(context);
    if (time == Time::future) return month + 1 < today.month ? today.year + 1 : today.year;
    const auto ahead = (month - today.month + months_in_year) % months_in_year;
    const bool coming = time == Time::open && ahead > 0 && ahead <= months_ahead;
    if (coming) return month > today.month ? today.year : today.year + 1;
    return month > today.month ? today.year - 1 : today.year;
}

std::string other_year(const DateContext& context, const Period& period) {
    const auto& today = context.reference.day();
    if (!today) return {};
    const auto year = civil_date(period.first).year;
    const auto other = std::to_string(period.first > *today ? year - 1 : year + 1);
    constexpr std::size_t digits_of_year = 4;
    if (period.timex.size() < digits_of_year || other.size() != digits_of_year) return {};
    // 29 February has no neighbour.
    if (period.timex.ends_with("-02-29")) return {};
    return other + period.timex.substr(digits_of_year);
}

}  // namespace wortfeld::quantity

// Dates by words that point: letztes Jahr, nächsten Montag, heute, 10. dieses Monats.
#include "wortfeld/quantity/dates_units.hpp"
#include "wortfeld/quantity/dates_weekdays.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

/// A deictic word: how far from the reference date, or from the last date mentioned.
struct Deixis {
    int offset = 0;
    bool anchored = false;
    const DateContext* context;

    [[nodiscard]] std::optional<Day> from() const {
        const bool anchor = anchored && context->anchor;
        return anchor ? std::optional(context->anchor->first) : context->reference.day();
    }
};

constexpr std::string_view behind_noun = " behind";  // l'année dernière, lundi prochain

Deixis read_deixis(const Sense& sense, const DateContext& context) {
    constexpr std::string_view anchor = "anchor ";
    Deixis deixis{.offset = sense.number, .context = &context};
    if (!sense.value.starts_with(anchor)) return deixis;
    deixis.anchored = true;
    auto number = sense.value.substr(anchor.size());
    number = number.substr(0, number.find(' '));
    deixis.offset = number.back() - '0';
    if (number.starts_with('-')) deixis.offset = -deixis.offset;
    return deixis;
}

/// "this fiscal year": a year of accounts has no days of the calendar.
DateMatch fiscal_year(DateMatch match, const Deixis& deixis) {
    if (const auto from = deixis.from()) {
        const auto year = year_period(civil_date(*from).year + deixis.offset);
        match.timex = "FY" + year.timex;
    }
    return match;
}

/// "letzten Montag", "kommenden Januar", "vergangenen Sommer".
std::optional<Period> named_period(const Line& line,
                                   std::size_t position,
                                   const Deixis& deixis,
                                   bool& known) {
    const auto* day = line.sense(position, Category::weekday);
    const auto month = read_month_name(line, position);
    const auto* season = line.sense(position, Category::season);
    const bool weekday = day != nullptr && day->number > 0 && line.can_be_noun(position);
    known = weekday || month || (season != nullptr && line.can_be_noun(position));
    const auto from = known ? deixis.from() : std::nullopt;
    if (!from) return std::nullopt;
    if (weekday) return weekday_period(*from, day->number, deixis.offset, false);
    const auto today = civil_date(*from);
    const int first = month ? month->month : 3 * season->number + 3;
    int year = today.year + deixis.offset;
    // The last January is this year's in March, the next one next year's.
    if (deixis.offset == -1 && first < today.month) ++year;
    if (deixis.offset == 1 && first > today.month) --year;
    if (month) return months_period(year, first, 1);
    return season_period(year, static_cast<Season>(season->number));
}

/// "letzten drei Monaten", "nächsten Jahren": as long as it says, near the reference date.
MaybeDate read_deictic_span(const Line& line, std::size_t begin) {
    const auto* both = line.sense(begin + 1, Category::both);
    if (both != nullptr) {
        const auto* unit = line.sense(begin + 2, Category::time_unit);
        if (unit == nullptr) return std::nullopt;
        DateMatch match{.begin = begin, .end = begin + 3, .rule = "date.deictic_span"};
        match.timex = length_of(both->amount.text(), letters_of(*unit));
        match.is_duration = true;
        return match;
    }
    if (auto match = read_duration(line, begin + 1, read_amounts(line, begin + 1))) {
        match->begin = begin;
        match->rule = "date.deictic_span";
        return match;
    }
    const auto* unit = line.sense(begin + 1, Category::time_unit);
    if (unit == nullptr || !is_plural(*unit) || !line.can_be_noun(begin + 1)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + 2, .rule = "date.deictic_span"};
    match.timex = length_of("X", letters_of(*unit));
    match.is_duration = true;
    match.modifier = Modifier::vague;
    return match;
}

/// "letzten Montag", "kommenden Januar": the name behind the word that points. Whether there is
/// one.
bool read_named(const Line& line, const Deixis& deixis, DateMatch& match) {
    const auto at = match.begin + 1;
    if (line.is_tight_hyphen(at + 1) && line.is_noun(at + 2)) return false;
    bool known = false;
    match.period = named_period(line, at, deixis, known);
    if (!known) return false;
    if (const auto month = read_month_name(line, at)) match.end = month->end;
    // "next Friday" may be the Friday of the next week.
    const bool weekday = line.is(at, Category::weekday) && match.period && deixis.offset != 0;
    const auto week = deixis.offset < 0 ? -days_in_week : days_in_week;
    if (weekday) match.alternatives = day_period(match.period->first + week).timex;
    return true;
}

/// A week by a word that points: "nächster Woche", "of next week".
struct PointedWeek {
    std::size_t begin = 0;  ///< of the word that points
    std::size_t end = 0;
    std::optional<Day> day = {};  ///< one of its days, where there is a reference date
};

std::optional<PointedWeek> read_pointed_week(const Line& line,
                                             std::size_t position,
                                             const DateContext& context) {
    const auto genitive = line.starting(position, Category::genitive);
    const auto at =
        position + (genitive && !line.is(position, Category::deictic) ? genitive.length : 0U);
    const auto* word = line.sense(at, Category::deictic);
    const auto* unit = line.sense(at + 1, Category::time_unit);
    const bool week = unit != nullptr && unit->value == "W singular" && line.can_be_noun(at + 1);
    if (word == nullptr || !week) return std::nullopt;
    PointedWeek found{.begin = at, .end = at + 2};
    const auto deixis = read_deixis(*word, context);
    if (const auto from = deixis.from()) found.day = *from + days_in_week * deixis.offset;
    return found;
}

/// "Mittwoch nächster Woche", "Wednesday of next week", "nächste Woche Mittwoch".
MaybeDate read_day_of_week(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* day = weekday_name(line, begin);
    const auto week = read_pointed_week(line, begin + (day != nullptr ? 1U : 0U), context);
    if (!week || (day == nullptr && week->begin != begin)) return std::nullopt;
    DateMatch match{.begin = begin, .end = week->end, .rule = "date.weekday"};
    if (day == nullptr) {
        const auto at = week->end + (line.is(week->end, Category::filler) ? 1U : 0U);
        day = weekday_name(line, at);
        if (day == nullptr || line.is_tight_hyphen(at + 1)) return std::nullopt;
        match.end = at + 1;
    }
    if (week->day) match.period = weekday_period(*week->day, day->number, 0, false);
    return match;
}

}  // namespace

MaybeDate read_day_of_month(const Line& line, std::size_t begin, const DateContext& context) {
    const auto day = read_day_number(line, begin);
    if (!day || day->form == DayForm::digits) return std::nullopt;
    const auto genitive = line.starting(day->end, Category::genitive);
    const auto at =
        day->end + (genitive && !line.is(day->end, Category::deictic) ? genitive.length : 0U);
    const auto* deictic = line.sense(at, Category::deictic);
    const auto* unit = line.sense(at + 1, Category::time_unit);
    if (deictic == nullptr || unit == nullptr || unit->value != "M singular") return std::nullopt;
    const auto deixis = read_deixis(*deictic, context);
    const auto from = context.reference.day() ? deixis.from() : std::nullopt;
    if (!from) return std::nullopt;
    const auto today = civil_date(*from);
    const auto month = civil_date(months_period(today.year, today.month + deixis.offset, 1).first);
    DateMatch match{.begin = begin, .end = at + 2, .rule = "date.day_month_deictic"};
    const CivilDate date{.year = month.year, .month = month.month, .day = day->day};
    match.is_impossible = !is_valid(date);
    if (!match.is_impossible) match.period = day_period(day_of(date));
    return match;
}

MaybeDate read_deictic_behind(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* word = line.sense(begin + 1, Category::deictic);
    if (word == nullptr || !word->value.ends_with(behind_noun)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + 2, .rule = "date.deictic"};
    const auto deixis = read_deixis(*word, context);
    const auto* noun = line.sense(begin, Category::pointed_noun);
    if (noun == nullptr) {
        bool known = false;
        match.period = named_period(line, begin, deixis, known);
        return known ? MaybeDate(match) : std::nullopt;
    }
    if (const auto from = deixis.from()) {
        match.period = unit_period(noun->value, *from, deixis.offset);
    }
    return match;
}

MaybeDate read_deictic(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* word = line.sense(begin, Category::deictic);
    if (word == nullptr || word->value.ends_with(behind_noun)) return std::nullopt;
    if (auto match = read_day_of_week(line, begin, context)) return match;
    const auto deixis = read_deixis(*word, context);
    const bool here = deixis.offset == 0;
    if (!here) {
        if (auto match = read_deictic_span(line, begin)) return match;
    }
    DateMatch match{.begin = begin, .end = begin + 2, .rule = "date.deictic"};
    if (read_named(line, deixis, match)) return match;
    const auto noun = line.starting(begin + 1, Category::time_unit);
    if (!noun || is_plural(*noun.sense) || !line.can_be_noun(begin + 1)) return std::nullopt;
    const auto letters = letters_of(*noun.sense);
    match.end = begin + 1 + noun.length;
    // "past decade" is the ten years until now, "last decade" may be the one before.
    const bool long_unit = letters == "DE" || letters == "CE";
    if (long_unit && word->value.ends_with(" length")) {
        match.rule = "date.deictic_span";
        match.timex = length_of("1", letters);
        match.is_duration = true;
        return match;
    }
    // "diesem Tag" points into the text, "letzten Tag" is the last of something.
    if (letters == "D" && !deixis.anchored && deixis.offset != 1) return std::nullopt;
    if (letters.starts_with('T') || line.is_tight_hyphen(match.end)) return std::nullopt;
    if (is_fiscal(*noun.sense)) return fiscal_year(match, deixis);
    const auto from = deixis.from();
    if (from && letters == "D" && context.anchor) {
        match.period = unit_period(letters, context.anchor->first, deixis.offset);
    } else if (from) {
        match.period = unit_period(letters, *from, deixis.offset);
    }
    return match;
}

namespace {

/// "Heute-Show", "im Heute-Interview", "die Zeitung Heute": an adverb with a capital inside of a
/// sentence, or in a compound, is a name.
bool is_name_of_day(const Line& line, std::size_t begin, std::size_t end, bool noun) {
    const bool compound = (line.is_tight_hyphen(end) && line.is_noun(end + 1)) ||
                          (begin > 0 && line.is_tight_hyphen(begin - 1));
    if (compound) return true;
    if (noun || !line.writing().capital_nouns || !line[begin].capital) return false;
    if (line[begin].all_capital || line.starts_sentence(begin)) return false;
    return text::is_word(line[begin - 1].kind) && !line.is_digits(begin - 1);
}

}  // namespace

MaybeDate read_day_word(const Line& line, std::size_t begin, const DateContext& context) {
    const auto found = line.starting(begin, Category::day_word);
    if (!found) return std::nullopt;
    const auto* word = found.sense;
    const bool small_only = word->value.ends_with(" small");
    const bool after_day = begin > 0 && (line.is(begin - 1, Category::day_word) ||
                                         line.is(begin - 1, Category::weekday));
    if (small_only && (line[begin].capital || after_day)) return std::nullopt;
    const bool noun = word->value.starts_with("anchor");
    if (is_name_of_day(line, begin, begin + found.length, noun)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + found.length, .rule = "date.day_word"};
    auto sense = *word;
    if (small_only) sense.number = word->value.front() - '0';
    const auto deixis = read_deixis(sense, context);
    if (const auto from = deixis.from()) {
        const auto at = match.end + (line.is_mark(match.end, ',') ? 1U : 0U);
        const auto* day = deixis.anchored ? nullptr : weekday_name(line, at);
        const auto found_day = *from + deixis.offset;
        match.period = day_period(day ? nearest_weekday(found_day, day->number) : found_day);
    }
    if (auto distant = read_anniversary(line, match)) return distant;
    return match;
}

MaybeDate read_weekday(const Line& line, std::size_t begin, const DateContext& context) {
    const auto* day = line.sense(begin, Category::weekday);
    if (day == nullptr || !line.can_be_noun(begin)) return std::nullopt;
    const bool abbreviated = day->value.ends_with(" short");  // only before a date: Mo., 10. März
    auto at = begin + 1;
    if (abbreviated && line.is_mark(at, '.') && line.glued(at)) ++at;
    if (line.is_mark(at, ',')) ++at;
    if (line.is(at, Category::filler)) ++at;
    if (auto match = read_day(line, at, context); match && !match->is_impossible) {
        match->begin = begin;
        return match;
    }
    if (abbreviated || line.is_tight_hyphen(begin + 1)) return std::nullopt;
    if (at > begin + 1 && line.is(at - 1, Category::filler)) {
        if (auto match = read_weekday_and_number(line, begin, at, context)) return match;
    }
    if (auto match = read_day_of_week(line, begin, context)) return match;
    return weekday_alone(line, begin, *day, context);
}

}  // namespace wortfeld::quantity

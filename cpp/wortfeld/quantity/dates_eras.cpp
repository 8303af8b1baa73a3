// Decades, centuries, and years before and after Christ.
#include "wortfeld/quantity/counted.hpp"
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/spelled.hpp"

#include <charconv>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int first_modern = 1900;   // decades of two digits lie behind it
constexpr int first_written = 1100;  // four digits before that are rather numbers
constexpr int first_clear = 30;      // decades of two digits before that may be of this century
constexpr std::string_view before_christ = "before";
constexpr std::string_view digits_behind = "digits";

/// "1990er", "90er": the first year of the decade.
std::optional<int> decade_digits(std::string_view surface, const Writing& writing) {
    const auto& inflected = writing.inflected_decade;
    const bool is_inflected = !inflected.empty() && surface.ends_with(inflected);
    const auto ending = is_inflected ? inflected : writing.decade;
    if (ending.empty() || !surface.ends_with(ending)) return std::nullopt;
    surface.remove_suffix(ending.size());
    if (surface.size() != 2 && surface.size() != 4) return std::nullopt;
    int year = 0;
    const auto* end = surface.data() + surface.size();
    const auto result = std::from_chars(surface.data(), end, year);
    if (result.ec != std::errc{} || result.ptr != end || year % 10 != 0) return std::nullopt;
    if (surface.size() == 4) return year >= first_written ? std::optional(year) : std::nullopt;
    return first_modern + year;
}

/// "années 1990", "années 90": the digits behind a word that says that they are a decade.
MaybeDate read_decade_behind(const Line& line, std::size_t begin) {
    const auto digits = line.text(begin + 1);
    const bool full = digits.size() == 4 && year_digits(line, begin + 1).has_value();
    const auto year = full ? year_digits(line, begin + 1) : short_number(line, begin + 1);
    if (!year || *year % 10 != 0 || (!full && digits.size() != 2)) return std::nullopt;
    DateMatch match{.begin = begin, .end = begin + 2, .rule = "date.decade"};
    match.period = decade_period(full ? *year : first_modern + *year);
    return match;
}

/// "1990's": written apart. Only behind an article or "early", else it is the genitive of a year.
MaybeDate read_split_decade(const Line& line, std::size_t begin) {
    const auto ending = line.writing().decade_apart;
    auto year = ending.empty() ? std::nullopt : year_digits(line, begin);
    // "the 70's"; the 10's are rather banknotes
    const auto last = year ? std::nullopt : short_number(line, begin);
    if (last && *last > first_clear) year = first_modern + *last;
    if (!year || *year % 10 != 0 || *year < first_written || begin == 0) return std::nullopt;
    const bool mark = line.text(begin + 1) == "'" || line.text(begin + 1) == "’";
    const bool parts = mark && line.glued(begin + 1) && line.glued(begin + 2);
    if (!parts || line.text(begin + 2) != ending) return std::nullopt;
    const bool hyphen = line.is_mark(begin - 1, '-') && line.glued(begin);
    if (!hyphen && !line.is(begin - 1, Category::filler) && !line.is(begin - 1, Category::part)) {
        return std::nullopt;
    }
    DateMatch match{.begin = begin, .end = begin + 3, .rule = "date.decade"};
    match.period = decade_period(*year);
    return match;
}

/// "20er", "30er": of the last century or this one; the 10er are rather banknotes.
bool is_of_either_century(const Line& line, std::size_t begin, int year) {
    constexpr int last_of_both = 1930;
    const auto digits = line.text(begin).find_first_not_of("0123456789");
    return digits == 2 && year <= last_of_both && !line.is(begin, Category::decade);
}

/// "Neunzigerjahre", "in den Neunzigern"; but not "mit Zwanzigern".
bool is_named_decade(const Line& line, std::size_t begin) {
    const auto* word = line.sense(begin, Category::decade);
    if (word == nullptr || !line[begin].capital) return false;
    if (!word->value.ends_with(" article")) return true;
    return begin > 0 && line.is(begin - 1, Category::day_cue);
}

}  // namespace

/// "330 v. Chr.", "im Jahr 9 n. Chr.": a year of any number of digits before its era.
MaybeDate read_era(const Line& line, std::size_t begin) {
    const auto& digits = line[begin].digits;
    const auto year = digits.value.small_integer();
    const auto era = line.starting(begin + 1, Category::era);
    if (digits.shape != DigitShape::integer || !year || *year < 1 || *year > 9999 || !era) {
        return std::nullopt;
    }
    DateMatch match{.begin = begin, .end = begin + 1 + era.length, .rule = "date.era"};
    if (era.sense->value == before_christ) {
        const auto text = std::to_string(*year);
        match.timex = "BC" + std::string(4 - text.size(), '0') + text;
    } else {
        match.period = year_period(*year);
    }
    return match;
}

namespace {

/// Whether what stands before digits lets them be a decade: the '90s, early 1990s.
bool is_behind_cue(const Line& line, std::size_t begin) {
    if (begin == 0) return false;
    const auto before = begin - 1;
    return line.is(before, Category::filler) || line.is(before, Category::part) ||
           (line.is_mark(before, '-') && line.glued(begin)) || line.text(before) == "'" ||
           line.text(before) == "\u2019";
}

/// The first year of the decade in a token: 1990er, Neunziger.
std::optional<int> decade_token(const Line& line, std::size_t begin) {
    const auto* word = line.sense(begin, Category::decade);
    if (word != nullptr) return word->number;
    return decade_digits(line.text(begin), line.writing());
}

}  // namespace

MaybeDate read_decade(const Line& line, std::size_t begin) {
    const auto* word = line.sense(begin, Category::decade);
    if (word != nullptr && word->value == digits_behind) return read_decade_behind(line, begin);
    const auto year = decade_token(line, begin);
    if (!year) return read_split_decade(line, begin);
    DateMatch match{.begin = begin, .end = begin + 1, .rule = "date.decade"};
    match.period = decade_period(*year);
    const auto at = line.after_hyphen(match.end);
    const auto* noun = line.sense(at, Category::year_noun);
    const bool unclear = is_of_either_century(line, begin, *year);
    if (unclear && (noun == nullptr || *year <= first_modern + 10)) return std::nullopt;
    if (unclear) match.alternatives = decade_period(*year + 100).timex;
    const bool capital_nouns = line.writing().capital_nouns;
    const bool years = noun != nullptr && line.can_be_noun(at) && capital_nouns;
    if (years) match.end = at + 1;
    const bool whole = capital_nouns && is_named_decade(line, begin);
    if (years || whole || (!capital_nouns && line.text(begin).size() == 5)) return match;
    const bool before = is_behind_cue(line, begin);
    if (!capital_nouns) return before ? MaybeDate(match) : std::nullopt;
    const bool alone = word == nullptr && before && !find_counted(line, match.end);
    return alone ? MaybeDate(match) : std::nullopt;
}

MaybeDate read_spoken_year(const Line& line, std::size_t begin) {
    constexpr int first_spoken = 16;  // the seventeenth century
    constexpr int last_spoken = 19;
    constexpr int hundred = 100;
    constexpr int ten = 10;
    const auto& first = line[begin];
    const auto century = first.number ? first.number->small_integer() : std::nullopt;
    const bool can = century && *century >= first_spoken && *century <= last_spoken &&
                     first.tail == nullptr && line.writing().spaced_numbers;
    if (!can) return std::nullopt;
    const auto at = begin + 1;
    DateMatch match{.begin = begin, .end = at + 1, .rule = "date.bare_year"};
    if (const auto* decade = line.sense(at, Category::decade)) {
        match.rule = "date.decade";
        match.period = decade_period(*century * hundred + decade->number % hundred);
        return match;
    }
    const auto rest = read_spelled(line, at);
    const auto years =
        rest && !rest->scaled && !rest->article ? rest->value.small_integer() : std::nullopt;
    if (!years || *years < ten || has_unit(line, rest->end)) return std::nullopt;
    match.end = rest->end;
    match.written_year = *century * hundred + *years;
    match.period = year_period(*match.written_year);
    return match;
}

MaybeDate read_century(const Line& line, std::size_t begin) {
    const auto number = read_day_number(line, begin);
    if (!number || number->form == DayForm::digits || number->day < 1) return std::nullopt;
    DateMatch match{.begin = begin, .end = number->end, .rule = "date.century"};
    // "des 11. und 12. Jahrhunderts"
    std::optional<int> to;
    const bool joined = line.is(number->end, Category::conjunction) ||
                        line.is(number->end, Category::range_to) ||
                        line.is(number->end, Category::dash);
    const auto last = joined ? read_day_number(line, number->end + 1) : std::nullopt;
    if (last && last->form != DayForm::digits && last->day > number->day) {
        match.end = last->end;
        to = last->day;
    }
    const auto at = line.after_hyphen(match.end);
    if (!line.is(at, Category::century)) return std::nullopt;
    match.end = at + 1;
    match.period = century_period(number->day);
    if (to) match.period = interval(*match.period, century_period(*to));
    return match;
}

}  // namespace wortfeld::quantity

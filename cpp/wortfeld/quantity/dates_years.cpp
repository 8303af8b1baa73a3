// Years, alone or as a range: seit 2019, 2010–2015, Geschäftsjahr 2023/24.
#include "wortfeld/quantity/counted.hpp"
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/references.hpp"

#include <algorithm>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr int first_modern = 1900;  // years from here on need the weakest cues
constexpr int last_modern = 2099;
constexpr int first_short_year = 70;  // two digits from there on are of the 20th century
constexpr int first_written = 1100;   // four digits before that are rather numbers
constexpr int ten = 10;
constexpr std::string_view strong = "strong";
constexpr std::string_view only_cue = "cue";   // a noun that stays outside: the year 1945
constexpr std::string_view fiscal = "fiscal";  // no year of the calendar: Haushaltsjahr

/// A year with the year or the two digits behind it: "2024/25", "2010–2015", "2010".
struct YearSpan {
    std::size_t end = 0;
    int first = 0;
    int last = 0;
    bool by_slash = false;  ///< a season or a year of accounts: its days are not known
};

std::optional<YearSpan> read_year_span(const Line& line, std::size_t begin) {
    const auto year = year_digits(line, begin);
    if (!year) return std::nullopt;
    const YearSpan single{.end = begin + 1, .first = *year, .last = *year};
    const bool slash = line.is_mark(begin + 1, '/');
    if (!slash && !line.is(begin + 1, Category::dash)) return single;
    if (!line.glued(begin + 1) || !line.glued(begin + 2)) return single;
    auto last = year_digits(line, begin + 2);
    const auto tail = short_number(line, begin + 2);
    if (!last && tail && line.text(begin + 2).size() == 2) last = *year / 100 * 100 + *tail;
    if (last && slash && *last + 100 == *year + 1) *last += 100;  // 1999/00
    const bool next = last && *last == *year + 1;
    if (!last || *last <= *year || (slash && !next)) return single;
    return YearSpan{.end = begin + 3, .first = *year, .last = *last, .by_slash = slash};
}

DateMatch made(std::size_t begin, const YearSpan& span, std::string_view rule) {
    DateMatch match{.begin = begin, .end = span.end, .rule = rule};
    match.period = year_period(span.first);
    if (span.last != span.first) {
        const auto last = year_period(span.last);
        match.timex = match.period->timex + "/" + last.timex;
        match.period = interval(*match.period, last);
        if (span.by_slash) match.period.reset();
        match.rule = "date.year_range";
    }
    match.written_year = span.last;
    return match;
}

/// A year of accounts: TIMEX3 FY2023, without days of the calendar.
void make_fiscal(DateMatch& match) {
    match.timex = "FY" + match.period->timex;
    match.period.reset();
}

/// The year of FY2026 and FY26.
std::optional<int> fiscal_code(std::string_view token) {
    constexpr std::string_view prefix = "FY";
    if (!token.starts_with(prefix)) return std::nullopt;
    token.remove_prefix(prefix.size());
    const bool sized = token.size() == 2 || token.size() == 4;
    if (!sized || token.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    int year = 0;
    for (const char digit : token) year = year * 10 + digit - '0';
    if (token.size() == 2) year += year < first_short_year ? 2000 : 1900;
    if (year < first_modern || year > last_modern) return std::nullopt;
    return year;
}

/// "Ostern 2025": some days of the year, not all of it.
DateMatch year_of_holiday(std::size_t begin, const YearSpan& span) {
    auto match = made(begin, span, "date.holiday");
    match.rule = "date.holiday";
    match.timex = year_period(span.first).timex + "-XX-XX";
    match.period.reset();
    return match;
}

/// Glued to what makes it part of a code or a range: GPT-2023, 1408/2013, 12.2023.
bool is_part_of_code(const Line& line, std::size_t begin, std::size_t end) {
    constexpr std::string_view joints = "-/:._#@*&+";
    const auto glues = [&](std::size_t mark) {
        const auto surface = line.text(mark);
        return line.is(mark, Category::dash) ||
               (surface.size() == 1 && joints.find(surface.front()) != std::string_view::npos);
    };
    if (begin > 0 && line.glued(begin) && glues(begin - 1)) return true;
    const bool behind = line.glued(end) && line.glued(end + 1) && glues(end);
    return behind && text::is_word(line[end + 1].kind);
}

/// "BGBl. I: 1989, 1924": digits behind a comma and digits, with a label among the words before
/// them, are a page.
bool is_page(const Line& line, std::size_t begin) {
    constexpr std::size_t reach = 7;
    if (begin < 2 || !line.is_mark(begin - 1, ',') || !line.is_digits(begin - 2)) return false;
    for (std::size_t back = 3; back <= std::min(reach, begin); ++back) {
        if (line.is(begin - back, Category::label)) return true;
    }
    return false;
}

/// "2023 und 2024", "2010 bis 2015": the date before it makes this a year too.
bool continues_date(const Line& line, std::size_t begin, const DateContext& context) {
    if (context.last_end == 0 || begin != context.last_end + 1) return false;
    if (line.is(begin - 1, Category::conjunction) || line.is(begin - 1, Category::range_to)) {
        return true;
    }
    return line.is_mark(begin - 1, ',');
}

/// "ein 1852 veröffentlichter Band": a participle behind, and an article that counts nothing.
bool is_before_participle(const Line& line, std::size_t begin, std::size_t end) {
    if (begin == 0 || !line.is_small_word(end)) return false;
    if (line.is(begin - 1, Category::article)) return true;
    return line.ends_as(end, Ending::participle) && line.is(begin - 1, Category::filler);
}

bool opens_clause(const Line& line, std::size_t begin) {
    return line.starts_sentence(begin) || (begin > 0 && line.is(begin - 1, Category::clause_start));
}

/// Four digits with nothing behind that they could count.
bool is_year_alone(const Line& line, std::size_t begin, const YearSpan& span, bool cue) {
    const bool alone = begin == 0 && span.end == line.size();
    const bool initial = begin > 0 && line.is_noun(begin - 1) && line.text(begin - 1).size() < 2;
    if (alone || initial) return false;
    if (span.first < first_written) return cue;  // "1000 bei Protest"
    if (span.first >= first_modern || cue || opens_clause(line, begin)) return true;
    return span.first >= first_written && span.first % 100 != 0;
}

/// "1500 cities": a plural behind the number, in a language whose nouns have no capital.
bool is_before_plural(const Line& line, std::size_t end) {
    constexpr std::size_t shortest_plural = 4;
    constexpr auto others = bit(Category::past) | bit(Category::filler) |
                            bit(Category::conjunction) | bit(Category::sentence_start);
    const auto* word = line[end].word;
    if (word != nullptr && (word->categories & others) != 0) return false;
    return line.is_small_word(end) && line.text(end).size() >= shortest_plural &&
           line.ends_as_plural(end);
}

/// The same for a language whose nouns have no capital: 1941 is rather a year, 1500 a number.
bool is_plain_year(const Line& line, std::size_t begin, const YearSpan& span, bool cue) {
    const bool round = span.first % 100 == 0;
    const bool plural = is_before_plural(line, span.end);
    if (span.first < first_modern) return cue && !plural && (!round || span.first >= first_written);
    if (!round) return cue || !plural || opens_clause(line, begin);
    const bool named = begin > 0 && line.is_name(begin - 1);
    return !plural && (cue || opens_clause(line, begin)) && !named;
}

/// "wurde 1995 Mitglied", "studierte 1987 Medizin": one that cannot be counted stands behind.
bool is_before_singular(const Line& line,
                        std::size_t begin,
                        const YearSpan& span,
                        const Counted& counted) {
    const auto noun = counted.end - 1;
    const bool after_word = begin > 0 && line.is_small_word(begin - 1);
    if (!counted.direct || line.is_table() || (begin > 0 && !after_word)) return false;
    if (span.first < first_written || span.first % 100 == 0) return false;
    if (line[noun].all_capital || line.is(noun, Category::unit)) return false;
    const bool plural = line.is(noun, Category::plural) || line.has_ending(noun, Ending::plural);
    if (!plural) return after_word || line.has_ending(noun, Ending::singular);
    if (begin == 0) return false;
    // "war 1995 Minister", but "ist 1987 Meter hoch"
    const bool adjective = line.is_small_word(counted.end) && !line[counted.end].word;
    return line.is(begin - 1, Category::copula) && span.first >= first_modern && !adjective;
}

/// Whether four digits are a year although a noun stands behind.
bool is_year_before(const Line& line,
                    std::size_t begin,
                    const YearSpan& span,
                    const Counted& counted) {
    const bool round = span.first % 100 == 0;
    if (!counted.direct && is_before_participle(line, begin, span.end)) return !round;
    if (is_before_singular(line, begin, span, counted)) return true;
    // "1484 plünderte Matthias Corvinus die Stadt"
    if (begin == 0 && !counted.direct && span.first >= first_written && span.first % ten != 0) {
        return true;
    }
    const bool cue = begin > 0 && line.is(begin - 1, Category::year_cue);
    if (cue) return counted.direct ? !round && span.first >= first_modern : true;
    const bool named = begin > 0 && line.is_name(begin - 1);
    return !round && span.first >= first_modern && (named || !counted.direct);
}

/// "ab ca. 1900", "seit etwa 1850": a word of time before the one that says roughly.
bool is_behind_rough_cue(const Line& line, std::size_t begin) {
    const auto limit = line.ending(begin, Category::modifier_free);
    if (!limit || limit.length >= begin) return false;
    const auto at = begin - limit.length - 1;
    return line.is(at, Category::year_cue) && !line.is(at, Category::change);
}

/// "mehr als 1500", "no more than 2000": a comparison outweighs the cue at its end.
bool is_compared(const Line& line, std::size_t begin) {
    const auto limit = line.ending(begin, Category::modifier);
    if (!limit || limit.length < 2) return false;
    const auto value = modifier_named(limit.sense->value);
    return limit.length > 2 || value == Modifier::more_than || value == Modifier::less_than;
}

/// "2000 people and 1950 engineers", "davon 1200 in Köln": what goes on counting.
bool goes_on_counting(const Line& line,
                      std::size_t begin,
                      const YearSpan& span,
                      const DateContext& context) {
    const bool odd = span.first >= first_modern && span.first % ten != 0;
    if (is_share(line, begin, span.end)) return !(odd && line.ending(begin, Category::share));
    if (begin < 3 || !line.is_digits(begin - 3) || context.last_end + 2 == begin) return false;
    const auto before = find_counted(line, begin - 2);
    if (!before || !before->direct || !line.is(begin - 1, Category::conjunction)) return false;
    const auto counted = find_counted(line, span.end);
    return counted && counted->direct && is_countable(line, *counted);
}

/// "about 1950 people", where nouns have no capital.
bool is_limited_count(const Line& line, std::size_t begin, const YearSpan& span) {
    const bool plural = is_before_plural(line, span.end) || line.is(span.end, Category::plural);
    return plural && span.first % ten == 0 && !is_behind_rough_cue(line, begin);
}

/// Whether the words around four digits say that they are a year.
bool is_year(const Line& line,
             std::size_t begin,
             const YearSpan& span,
             const DateContext& context) {
    const auto* cue = begin > 0 ? line.sense(begin - 1, Category::year_cue) : nullptr;
    if (cue != nullptr && cue->value == strong) return true;
    if (span.first > last_modern) return false;
    if (continues_date(line, begin, context) || span.last != span.first) return true;
    if (goes_on_counting(line, begin, span, context)) return false;
    const bool limited = find_modifier(line, begin, span.end, Limited::amount) != Modifier::none;
    if (limited && (cue == nullptr || is_compared(line, begin))) {
        if (is_behind_rough_cue(line, begin)) return !find_counted(line, span.end);
        return span.first >= first_modern && span.first % 10 != 0;
    }
    if (!line.writing().capital_nouns) {
        return !(limited && is_limited_count(line, begin, span)) &&
               is_plain_year(line, begin, span, cue != nullptr);
    }
    const auto counted = find_counted(line, span.end);
    if (!counted) return is_year_alone(line, begin, span, cue != nullptr);
    return is_year_before(line, begin, span, *counted);
}

}  // namespace

MaybeDate read_named_year(const Line& line, std::size_t begin) {
    const auto noun = line.starting(begin, Category::year_noun);
    if (!noun || !line.can_be_noun(begin) || noun.sense->value == only_cue) return std::nullopt;
    const auto at = begin + noun.length;
    const auto span = read_year_span(line, at);
    if (!span || line.gap(at) == Gap::wide || line.starting(span->end, Category::era)) {
        return std::nullopt;
    }
    auto match = made(begin, *span, "date.year");
    if (noun.sense->value == fiscal && match.period) make_fiscal(match);
    return match;
}

/// "FY2026", "FY26" as one token.
MaybeDate read_fiscal_code(const Line& line, std::size_t begin) {
    const auto code = fiscal_code(line.text(begin));
    if (!code) return std::nullopt;
    const YearSpan span{.end = begin + 1, .first = *code, .last = *code};
    auto match = made(begin, span, "date.year");
    make_fiscal(match);
    return match;
}

MaybeDate read_bare_year(const Line& line, std::size_t begin, const DateContext& context) {
    const auto span = read_year_span(line, begin);
    if (!span || is_part_of_code(line, begin, span->end)) return std::nullopt;
    if (begin > 0 && line.has_ending(begin - 1, Ending::holiday))
        return year_of_holiday(begin, *span);
    if (is_label_before(line, begin) || is_page(line, begin)) return std::nullopt;
    if (is_times(line, span->end) || (begin > 1 && is_times(line, begin - 1))) return std::nullopt;
    // "1600 Pennsylvania Avenue", but "the 1929 Wall Street crash"
    if (span->first < first_modern && is_before_street(line, begin)) return std::nullopt;
    if (!is_year(line, begin, *span, context)) return std::nullopt;
    return made(begin, *span, "date.bare_year");
}

}  // namespace wortfeld::quantity

// Which readers of dates can find anything at a position, by what stands there and right behind.
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/dates_lists.hpp"

#include <array>
#include <cstdint>

namespace wortfeld::quantity {
namespace {

using Read = MaybeDate (*)(const Line& line, std::size_t begin, const DateContext& context);

/// How digits can begin a date; a set of bits.
enum Digital : std::uint8_t {
    year = 1,          ///< four digits
    ordinal = 2,       ///< one or two with a full stop: 10.
    joined = 4,        ///< one or two before a mark or a word that joins days: 10/, 10-, 10 bis
    before_month = 8,  ///< one or two before the name of a month
    dotted = 16,       ///< one token of several numbers: 10.3.2026, or 10.3 and a full stop
    before_era = 32,   ///< any number before v. Chr.
    mixed = 64,        ///< digits and letters: 1990er, 10th
    behind_date = 128  ///< one or two right behind another date: the 5 of May 3 and 5
};
using DigitalSet = std::uint8_t;

struct DigitReader {
    DigitalSet any_of;
    Read read;
};

/// What starts with digits: 10. März, 3/10/2026, 2019, 1990er, 21. Jahrhundert, 12. KW. Of dates as
/// long as each other the first one stays.
constexpr std::array digit_readers{
    DigitReader{year | joined | mixed,
                [](const auto& line, auto begin, const auto&) { return read_iso(line, begin); }},
    DigitReader{ordinal | joined | before_month | dotted | mixed, read_day},
    DigitReader{behind_date, read_further_day},
    DigitReader{ordinal | joined | mixed, read_day_range},
    DigitReader{ordinal | mixed, read_numeric_range},
    DigitReader{ordinal | mixed, read_day_of_month},
    DigitReader{
        year | joined | mixed,
        [](const auto& line, auto begin, const auto&) { return read_numeric_month(line, begin); }},
    DigitReader{year | ordinal | mixed, read_quarter},
    DigitReader{ordinal | mixed, read_week},
    DigitReader{ordinal | mixed, read_nth},
    DigitReader{year | mixed, read_bare_year},
    DigitReader{before_era | mixed,
                [](const auto& line, auto begin, const auto&) { return read_era(line, begin); }},
    DigitReader{year | mixed,
                [](const auto& line, auto begin, const auto&) { return read_decade(line, begin); }},
    DigitReader{ordinal | mixed, [](const auto& line, auto begin, const auto&) {
                    return read_century(line, begin);
                }}};

constexpr auto months = bit(Category::month) | bit(Category::month_short);
constexpr auto day_joints =
    bit(Category::dash) | bit(Category::range_to) | bit(Category::conjunction);

/// How one or two digits can begin a date, by what is behind them.
DigitalSet short_digits(const Line& line, std::size_t behind) {
    if (line.is_mark(behind, '.')) {
        return line.glued(behind) || line.is(behind + 1, Category::month) ? ordinal : 0;
    }
    if (line.is_mark(behind, '/') || line.is_mark(behind, '-')) return joined;
    if (line.is_mark(behind, '\'') || line.text(behind) == "\u2019") return mixed;  // the 70's
    const auto* word = line[behind].word;
    if (word == nullptr) return 0;
    // "9 of June"
    const bool of_month = (word->categories & bit(Category::genitive)) != 0 &&
                          (line[behind + 1].opens() & months) != 0;
    if (of_month) return before_month;
    return static_cast<DigitalSet>(((word->categories & day_joints) != 0 ? joined : 0) |
                                   ((word->categories & months) != 0 ? before_month : 0));
}

DigitalSet digital(const Line& line, std::size_t begin) {
    const auto shape = line[begin].digits.shape;
    const auto behind = begin + 1;
    if (shape == DigitShape::none) return mixed;
    if (shape == DigitShape::dotted) return dotted;
    const bool plain = shape == DigitShape::integer || shape == DigitShape::padded;
    const auto size = line.span(begin).size();
    DigitalSet set = line.starting(behind, Category::era) ? before_era : 0;
    if (plain && size <= 2) return set | short_digits(line, behind);
    if (plain && size == 4) set |= year;
    if (!plain && line.is_mark(behind, '.')) set |= dotted;
    return set;
}

void read_from_digits(const Line& line,
                      std::size_t begin,
                      const DateContext& context,
                      MaybeDate& best) {
    constexpr std::size_t longest_joint = 2;  // a comma and "and"
    auto set = digital(line, begin);
    const bool date = context.last_end != 0 && begin <= context.last_end + longest_joint;
    if (date && line.span(begin).size() <= 2) set |= behind_date;
    if (set == 0) return;
    for (const auto& reader : digit_readers) {
        if ((reader.any_of & set) != 0) keep_longer(best, reader.read(line, begin, context));
    }
}

struct WordReader {
    CategorySet any_of;
    Read read;
};

constexpr auto days = months | bit(Category::ordinal);
constexpr auto years = bit(Category::year_noun) | bit(Category::span_noun) |
                       bit(Category::span_code) | bit(Category::ordinal);

/// What starts with a word: zehnten März, Quartal, Montag, letztes Jahr, Sommer, Neunzigerjahre.
constexpr std::array word_readers{
    WordReader{days, read_day},
    WordReader{days, read_day_range},
    WordReader{days, read_month},
    WordReader{days, read_first_months},
    WordReader{days, read_day_of_month},
    WordReader{bit(Category::ordinal) | bit(Category::deictic), read_nth},
    WordReader{bit(Category::span_noun), read_week_of_day},
    WordReader{days,
               [](const auto& line, auto begin, const auto&) { return read_century(line, begin); }},
    WordReader{years, read_quarter},
    WordReader{years, read_week},
    WordReader{
        years,
        [](const auto& line, auto begin, const auto&) { return read_named_year(line, begin); }},
    WordReader{bit(Category::deictic), read_first_months},
    WordReader{bit(Category::deictic), read_deictic},
    WordReader{bit(Category::pointed_noun) | bit(Category::weekday) | bit(Category::month),
               read_deictic_behind},
    WordReader{bit(Category::weekday), read_weekday},
    WordReader{bit(Category::season), read_season},
    WordReader{bit(Category::decade),
               [](const auto& line, auto begin, const auto&) { return read_decade(line, begin); }}};

void read_from_word(const Line& line,
                    std::size_t begin,
                    const DateContext& context,
                    MaybeDate& best) {
    const auto set = line.starts(begin);
    if (set == 0) return;
    for (const auto& reader : word_readers) {
        if ((reader.any_of & set) != 0) keep_longer(best, reader.read(line, begin, context));
    }
}

}  // namespace

MaybeDate read_calendar(const Line& line, std::size_t begin, const DateContext& context) {
    MaybeDate best;
    const auto& lexeme = line[begin];
    if (lexeme.is_numeric) {
        const char first = line.text(begin).front();
        const bool digits = first >= '0' && first <= '9';
        if (digits) read_from_digits(line, begin, context, best);
        if (lexeme.number && !digits && line.writing().spaced_numbers)
            keep_longer(best, read_spoken_year(line, begin));
        if (first == 'F') keep_longer(best, read_fiscal_code(line, begin));
    }
    if (lexeme.word != nullptr) read_from_word(line, begin, context, best);
    return best;
}

}  // namespace wortfeld::quantity

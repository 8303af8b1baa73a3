// Months and years made of them: März 2025, Januar bis März, 03/2025.
#include "wortfeld/quantity/dates_months.hpp"

#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/dates_lists.hpp"

namespace wortfeld::quantity {
namespace {

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

/// Whether a token is a word with a capital that the language does not know: a name.
bool is_unknown_name(const Line& line, std::size_t position) {
    const auto& lexeme = line[position];
    return lexeme.word == nullptr && !lexeme.all_capital && line.is_noun(position);
}

/// "Theresa May said", "Mr. May", "April Jones": but not "Apple May sales".
bool is_in_name(const Line& line, std::size_t begin) {
    const auto* month = line.sense(begin, Category::month);
    if (month == nullptr || !month->value.ends_with(" name")) return false;
    const bool starts = line.starts_sentence(begin);
    constexpr auto times = bit(Category::year_cue) | bit(Category::deictic) | bit(Category::part) |
                           bit(Category::genitive) | bit(Category::filler);
    if (is_unknown_name(line, begin + 1)) {
        return starts || (line[begin - 1].opens() & times) == 0;
    }
    if (starts) return false;
    const bool stop = begin > 1 && line.is_mark(begin - 1, '.') && line.glued(begin - 1);
    if (stop) return is_unknown_name(line, begin - 2);
    const bool verb = line.is(begin + 1, Category::past) || line.is(begin + 1, Category::future) ||
                      line.is(begin + 1, Category::copula);
    return is_unknown_name(line, begin - 1) && (verb || !text::is_word(line[begin + 1].kind));
}

/// "August Bebel", "May I": a name or a common word that is a month too, with no word of time
/// before it.
bool is_other_word(const Line& line, std::size_t begin, std::size_t end) {
    if (begin + 1 != end) return false;
    if (line.is(begin, Category::sentence_start) && line.starts_sentence(begin)) return true;
    if (is_in_name(line, begin)) return true;
    if (!line.is_name(end) || !line.writing().capital_nouns) return false;
    const auto* cue = begin > 0 ? line.sense(begin - 1, Category::year_cue) : nullptr;
    return cue == nullptr || cue->value.empty();
}

}  // namespace

MaybeDate read_month(const Line& line, std::size_t begin, const DateContext& context) {
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
    const auto later = months.count == 1 ? year_of_later_month(line, *name, context) : std::nullopt;
    if (later && !read_year_tail(line, end, context)) {
        match.period = months_period(*later, name->month, 1);
        return match;
    }
    add_year(line, months, context, match);
    if (match.end == end && is_other_word(line, begin, end)) return std::nullopt;
    if (months.count == 1 && match.end != end) {
        match.rule = match.written_year ? "date.month_year" : "date.month_deictic";
    }
    return match;
}

}  // namespace wortfeld::quantity

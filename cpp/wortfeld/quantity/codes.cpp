#include "wortfeld/quantity/codes.hpp"

#include "wortfeld/quantity/cells.hpp"
#include "wortfeld/quantity/list_marks.hpp"
#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/references.hpp"

#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr std::int32_t first_year = 1100;  // four digits alone from here on are years
constexpr std::int32_t first_modern = 1900;
constexpr std::int32_t last_year = 2099;
constexpr std::int32_t hours = 24;
constexpr std::int32_t hundred = 100;
constexpr std::int32_t ten = 10;
constexpr std::string_view after_number = "after";       // the "Uhr" of "7 Uhr"
constexpr std::string_view before_minutes = " minutes";  // and of "14 h 30"

/// Glued to what makes it part of a code, a score, a time or a name: 3:2, 24/7, GPT-4.
bool is_glued_before(const Line& line, std::size_t begin) {
    if (begin == 0 || !line.glued(begin)) return false;
    if (line.is(begin, Category::sign)) {  // "(minus 0,5)"
        return !text::is_word(line[begin].kind) || !line.is_mark(begin - 1, '(');
    }
    if (text::is_word(line[begin - 1].kind)) return true;
    constexpr std::string_view joints = "-/:.,_#@*&'%$+=^";
    const auto before = line.text(begin - 1);
    return (before.size() == 1 && joints.find(before.front()) != std::string_view::npos) ||
           line.is(begin - 1, Category::dash);
}

/// "5-Sterne-Hotel": a count as the first part of a compound of at least three.
bool is_compound_count(const Line& line, std::size_t end) {
    if (!line.is_tight_hyphen(end)) return false;
    if (line.is(end + 1, Category::times_suffix)) return true;
    constexpr std::size_t shortest_noun = 3;
    if (line.text(end + 1).size() < shortest_noun) return false;
    if (!line.writing().capital_nouns) {  // a 30-member council, but not a 3-for-1 split
        if (line.is_tight_hyphen(end + 2) && line.is_digits(end + 3)) return false;
        return line.is_digits(end - 1) && line.is_small_word(end + 1) && !line[end + 1].number;
    }
    return line.is_noun(end + 1) && line.is_tight_hyphen(end + 2) && line.is_noun(end + 3);
}

/// "zum 18." at the end of a sentence is an ordinal all the same.
bool is_ordinal(const Line& line, std::size_t begin, std::size_t end) {
    if (!line.is_mark(end, '.')) return false;
    constexpr std::int32_t longest_month = 31;
    const auto& [shape, value] = line[end - 1].digits;  // "closed at 1.0835."
    const bool day = value < Decimal(longest_month + 1) && line.is(begin - 1, Category::day_cue);
    const bool article = day || line.is(begin - 1, Category::genitive);
    return (article && shape == DigitShape::integer) || !ends_sentence(line, end);
}

/// "31 . Mai", "18 . Wahlperiode": tokens set apart by spaces.
bool is_spaced_ordinal(const Line& line, std::size_t end) {
    return line.is_mark(end, '.') && line.is_digits(end - 1) && !line.glued(end) &&
           text::is_word(line[end + 1].kind);
}

/// "§ 115 d": a letter that goes on counting.
bool has_section_letter(const Line& line, std::size_t end) {
    const auto letter = line.text(end);
    if (letter == "\u00A7" && line.is_digits(end - 1)) return true;        // "5 § 44 gilt"
    const bool power = letter == "E" && line.is(end + 1, Category::sign);  // 1 E+13
    if (power && line.is_digits(end + 2)) return true;
    if (letter.size() != 1 || letter.front() < 'a' || letter.front() > 'z') return false;
    if (!line.is_digits(end - 1) || is_times(line, end)) return false;
    const bool mark = line.is_mark(end + 1, ')') && line.glued(end + 1);  // 6 m) Zahlungen
    return mark || (!line.is(end, Category::unit) && !line.is(end, Category::article));
}

/// "one hundred and fiftieth", "twenty-fifth".
bool goes_on_as_ordinal(const Line& line, std::size_t end) {
    if (!line.writing().spaced_numbers || line.is_digits(end - 1)) return false;
    const bool joint = line.is(end, Category::conjunction) || line.is_tight_hyphen(end);
    return line.is(end + (joint ? 1U : 0U), Category::ordinal);
}

/// "92 :85", "3 : 2".
bool is_spaced_score(const Line& line, std::size_t begin, std::size_t end) {
    const bool before = begin > 1 && line.is_mark(begin - 1, ':') && line.is_digits(begin - 2);
    return before || (line.is_mark(end, ':') && line.is_digits(end + 1));
}

/// "1 Mio.-Grenze", "2-Millionen-Marke": what a number with its magnitude is the first part of.
bool is_compound_magnitude(const Line& line, const Amount& amount) {
    return amount.scaled && line.writing().capital_nouns && line.is_tight_hyphen(amount.end) &&
           line.is_noun(amount.end + 1);
}

bool is_glued_behind(const Line& line, const Amount& amount) {
    const auto begin = amount.begin;
    const auto end = amount.end;
    if (goes_on_as_ordinal(line, end) || is_spaced_score(line, begin, end)) return true;
    if (is_spaced_ordinal(line, end) || has_section_letter(line, end)) return true;
    if (end >= line.size() || !line.glued(end)) return false;
    if (text::is_word(line[end].kind)) return true;
    if (line.is_mark(end, '.')) return line.is_digits(end - 1) && is_ordinal(line, begin, end);
    if (line.is(end, Category::dash)) {
        return !is_compound_count(line, end) && !is_compound_magnitude(line, amount);
    }
    constexpr std::string_view joints = "/:_*&#@^";
    const auto behind = line.text(end);
    return behind.size() == 1 && joints.find(behind.front()) != std::string_view::npos &&
           line.glued(end + 1);
}

/// "Moselstraße 2, 5590 Cochem": the code of a town.
bool is_postal_code(const Line& line, const Amount& amount) {
    const auto size = line.text(amount.begin).size();
    if (amount.begin == 0 || amount.end != amount.begin + 1 || !line.is_noun(amount.end))
        return false;
    if (line[amount.begin].digits.shape != DigitShape::integer || size < 4 || size > 5)
        return false;
    const auto before = amount.begin - 1;
    // "in 10117 Berlin": large numbers are rather written in groups, or they are round.
    constexpr std::size_t code_size = 5;
    const bool cue = line.is(before, Category::place_cue) ||
                     (line.is_mark(before, ',') && before > 0 && line.is_noun(before - 1));
    const bool place = size == code_size && !line.text(amount.begin).ends_with("00") && cue &&
                       line.is_name(amount.end);
    if (place) return true;
    return line.is_digits(before) ||
           (before > 0 && line.is_mark(before, ',') && line.is_digits(before - 1));
}

bool is_year_like(const Decimal& number, std::int32_t first) {
    const auto value = number.small_integer();
    return value && *value >= first && *value <= last_year;
}

/// "2010 bis 2015" are years, "1900 bis 2000 Zuschauer" may not be. Before that, "1879 bis 1955"
/// are years where they count nothing, "1200 bis 1500" may not be.
bool is_year_range(const Line& line, const Amount& amount, const std::optional<Counted>& counted) {
    if (!amount.high || line[amount.begin].digits.shape != DigitShape::integer) return false;
    if (is_year_like(amount.value, first_modern)) return is_year_like(*amount.high, first_modern);
    constexpr std::size_t year_size = 4;
    const auto first = amount.value.small_integer();
    const auto last = amount.high->small_integer();
    const bool years = line.text(amount.begin).size() == year_size &&
                       is_year_like(amount.value, first_year) &&
                       is_year_like(*amount.high, first_year);
    if (!years || !first || !last) return false;
    if (*first % hundred == 0 && *last % hundred == 0) return false;
    // "zwischen 1869 und 1887 Karten", but "zwischen 1250 und 1400 Zuschauer"
    const bool odd = *first % ten != 0 && *last % ten != 0;
    if (counted && is_countable(line, *counted) && !odd) return false;
    return find_modifier(line, amount.begin, amount.end, Limited::amount) == Modifier::none;
}

/// "3d, 3f, 3g", "(1g)": a section with its letter, no weight.
bool is_section_with_letter(const Line& line, const Amount& amount) {
    const bool bracket = amount.begin > 0 && line.is_mark(amount.begin - 1, '(');
    return line.is_table() || amount.begin == 0 || (bracket && line.is_mark(amount.end, ')'));
}

/// Whether plain digits name or number something instead of counting.
bool is_code(const Line& line, const Amount& amount, bool counts) {
    const auto begin = amount.begin;
    const auto end = amount.end;
    if (numbers_what_follows(line, amount) || is_postal_code(line, amount) ||
        is_before_letter(line, end) || is_in_columns(line, begin))
        return true;
    const bool named = begin > 0 && line.is_name(begin - 1);
    const bool sign = line.is(begin, Category::sign);  // "(plus 1)"
    const bool one = amount.value == Decimal(1) && !amount.is_range && !sign;
    if (counts) return one && (named || line.starts_sentence(begin));
    // "737-800" is a type, "5-7" without a noun behind is a score.
    if (amount.is_range) return amount.by_dash;
    const bool grouped = end > begin + 1;  // 1 414 021 100
    if (grouped || line[begin].digits.shape != DigitShape::integer) return false;
    const bool follows = line.is_digits(begin - 1) || is_in_named_list(line, begin);
    if (follows || line.is_digits(end) || one) return true;
    const bool limited = find_modifier(line, begin, end, Limited::amount) != Modifier::none;
    if (limited || is_share(line, begin, end)) return false;
    if (is_last_mark(line, amount)) return true;
    // A sentence of a number alone; "… und Bayern (8)." is none.
    const bool bracketed = begin > 1 && line.is_mark(begin - 1, '(') && line.is_mark(end, ')') &&
                           line.is_name(begin - 2);
    const bool alone = !bracketed && line.starts_sentence(begin) && ends_sentence(line, end);
    return alone || named || is_year_like(amount.value, first_year);
}

/// "(Bundesgesetzbl. 1961 II S. 397)", "4 II. Fertigkeiten": before a Roman number.
bool is_before_roman(const Line& line, const Amount& amount) {
    const auto part = line.text(amount.end);
    return line[amount.end].all_capital && !line.is(amount.end, Category::unit) &&
           part.find_first_not_of("IV") == std::string_view::npos;
}

/// Whether a number word is a name, a mark, or the hour of the day.
bool is_no_count_word(const Line& line, const Amount& amount, bool counts) {
    const auto begin = amount.begin;
    if (amount.value == Decimal(1) && !amount.is_range) return true;
    if (amount.value.is_zero()) return line.is(amount.end, Category::conjunction);
    const bool noun = line.is_noun(begin) && !line.starts_sentence(begin);
    if (noun && !line[begin].all_capital) return true;
    if (begin > 0 && line.is(begin - 1, Category::half)) return true;
    return !counts && begin > 0 && line.ending(begin, Category::clock) &&
           amount.value < Decimal(hours + 1);
}

/// "Boeing 737 Max 8": a name, digits, a name with digits of its own.
bool is_type(const Line& line, const Amount& amount, const std::optional<Counted>& counted) {
    if (amount.begin == 0 || amount.scaled || !counted || !counted->direct) return false;
    return line.is_name(amount.begin - 1) && line.is_noun(counted->begin) &&
           line.is_digits(counted->end);
}

/// "halb 8", "Viertel nach 8": what says that the number behind it is an hour, in digits too.
bool is_behind_clock(const Line& line, const Amount& amount) {
    const auto clock = amount.begin > 0 ? line.ending(amount.begin, Category::clock) : Found{};
    const bool any = clock && clock.sense->value == "before any";
    return any && !amount.is_range && amount.value < Decimal(hours + 1);
}

/// "7 Uhr", "3 a.m.", "7 o'clock".
bool is_hour(const Line& line, std::size_t end) {
    const auto clock = line.starting(end, Category::clock);
    if (!clock) return false;
    // "um 8 abends"
    const bool adverb = clock.sense->value == "after small" && !line[end].capital;
    const auto& value = clock.sense->value;
    const bool noun = value == after_number || value.ends_with(before_minutes);
    return adverb || (noun && line.can_be_noun(end));
}

/// An hour, the 30 of "14 h 30", or the first of two days.
bool is_of_time(const Line& line, const Amount& amount) {
    if (is_behind_clock(line, amount) || is_hour(line, amount.end)) return true;
    if (is_range_of_days(line, amount)) return true;
    if (amount.begin < 2 || !line.is_digits(amount.begin - 2)) return false;
    const auto* clock = line.sense(amount.begin - 1, Category::clock);
    return clock != nullptr && clock->value.ends_with(before_minutes);
}

/// "iPhone 5s", "das 6s", "5s und 6s": a model, no seconds.
bool is_model(const Line& line, const Amount& amount) {
    constexpr std::int32_t hundred_models = 100;
    if (amount.unit.size() != 1) return false;
    const auto number = amount.value.small_integer();
    if (line.text(amount.unit) != "s" || !number || *number >= hundred_models) return false;
    if (line.is_noun(amount.end)) return true;
    constexpr auto links = bit(Category::filler) | bit(Category::conjunction) |
                           bit(Category::alternative) | bit(Category::genitive);
    if (amount.begin == 0) return false;
    const auto* before = line[amount.begin - 1].word;
    return line.is_name(amount.begin - 1) ||
           (before != nullptr && (before->categories & links) != 0);
}

/// "in his 40s", "the 737s", "Boeing 737s": an ending that is the unit of seconds otherwise.
bool is_plural_of_number(const Line& line, const Amount& amount) {
    const auto ending = line.writing().decade;
    if (ending.empty() || line.text(amount.unit) != ending) return false;
    const auto value = amount.value.small_integer();
    if (!value || amount.begin == 0) return false;
    const auto before = amount.begin - 1;
    return line.is_name(before) || line.is(before, Category::determiner) || line[before].number ||
           (*value % ten == 0 && *value < hundred);
}

/// Whether the amount counts whatever stands around it: 5 Millionen, 2/3, mehrere hundert, 5km, and
/// the 1.440 of "1.440 x 2.560".
bool is_clear(const Line& line, const Amount& amount) {
    return amount.scaled || amount.form == AmountForm::fraction || amount.denominator != 1 ||
           amount.form == AmountForm::vague || !amount.unit.empty() ||
           (!line.is_table() && is_times(line, amount.end));
}

}  // namespace

bool is_rejected(const Line& line, const Amount& amount, const std::optional<Counted>& counted) {
    const bool counts = counted.has_value();
    const bool digits = amount.form == AmountForm::digits;
    if (is_year_range(line, amount, counted) || is_before_roman(line, amount)) return true;
    if (is_of_time(line, amount) || is_plural_of_number(line, amount)) return true;
    if (is_model(line, amount)) return true;
    if (is_labelled(line, amount.begin, counted) || is_type(line, amount, counted)) return true;
    if (is_glued_before(line, amount.begin) || is_glued_behind(line, amount)) return true;
    const bool follows = amount.begin > 0 && line.is_digits(amount.begin - 1);
    const bool named = amount.begin > 0 && line.is_name(amount.begin - 1);
    if (amount.is_slashed) return named || follows || line.is_table();
    if (amount.unit.size() == 1 && is_section_with_letter(line, amount)) return true;
    const bool clear = is_clear(line, amount);
    if (clear) return false;
    if (line.is_table() && digits && is_cell(line, amount, counted)) return true;
    return digits ? is_code(line, amount, counts) : is_no_count_word(line, amount, counts);
}

}  // namespace wortfeld::quantity

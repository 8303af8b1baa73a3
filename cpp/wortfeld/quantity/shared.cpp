#include "wortfeld/quantity/shared.hpp"

#include "wortfeld/quantity/codes.hpp"
#include "wortfeld/quantity/currencies.hpp"
#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/quantity/references.hpp"

#include <algorithm>

namespace wortfeld::quantity {
namespace {

constexpr int longest_list = 12;         // of amounts with one unit
constexpr std::size_t longest_part = 5;  // words between "16,4," and "auf 28,5 Prozent"
constexpr std::int32_t first_year = 1500;
constexpr std::int32_t last_year = 2099;

bool has_exact_form(const Amount& amount) {
    return amount.form != AmountForm::vague && amount.form != AmountForm::generic &&
           amount.denominator == 1 && amount.unit.empty();
}

/// "um ein Viertel auf 400 Mio. Euro": a part of the whole shares neither unit nor magnitude with
/// the amount behind it, unless that is a part too.
bool is_part_of_whole(const Amount& from, const Amount& to) {
    const bool named = from.form == AmountForm::fraction && !from.is_slashed && !from.scaled;
    return named && to.form != AmountForm::fraction;
}

/// Behind the words that limit an amount: the "rund" of "auf rund 20 Euro".
std::size_t after_limits(const Line& line, std::size_t at) {
    for (const auto category : {Category::modifier, Category::modifier_free}) {
        if (const auto limit = line.starting(at, category)) return at + limit.length;
    }
    return at;
}

bool is_from(const Line& line, std::size_t position) {
    const auto* from = line.sense(position, Category::change);
    return from != nullptr && from->value == "from";
}

/// Whether "von" or "um" stands before the amount, perhaps with a word between that limits it or
/// says when: "von über 60 auf", "von derzeit 5 auf".
bool is_changed(const Line& line, std::size_t begin) {
    if (begin == 0 || is_from(line, begin - 1)) return begin > 0;
    auto length = std::max(line.ending(begin, Category::modifier).length,
                           line.ending(begin, Category::modifier_free).length);
    if (length == 0) length = line.ending(begin, Category::reference).length;
    if (length == 0 || length >= begin) return false;
    return is_from(line, begin - length - 1) || is_from(line, begin - length);
}

bool is_year_like(const Line& line, const Amount& amount) {
    const auto value = amount.value.small_integer();
    return !amount.scaled && line[amount.begin].digits.shape == DigitShape::integer && value &&
           *value >= first_year && *value <= last_year;
}

/// Multiplies the first amount by the magnitude of the second where it has none of its own. False
/// where it is too large for that: "von 800 auf 1,2 Milliarden" means Millionen.
bool share_magnitude(Amount& from, const Amount& to) {
    if (!to.scaled || from.scaled) return true;
    constexpr std::int32_t furthest = 100;
    const auto most = to.coefficient.times(Decimal(furthest));
    const auto& largest = from.high ? *from.high : from.value;
    if (!most || !(largest < *most)) return false;
    const auto scaled = from.value.times(to.scale);
    if (!scaled) return false;
    from.value = *scaled;
    if (from.high) from.high = from.high->times(to.scale);
    from.scaled = true;
    return true;
}

/// "von 10 auf 12 Euro".
std::optional<Shared> read_change(const Line& line, std::size_t begin) {
    if (!is_changed(line, begin)) return std::nullopt;
    auto low = read_amount(line, begin);
    if (!low || !has_exact_form(*low)) return std::nullopt;
    const auto* joint = line.sense(low->end, Category::change);
    if (joint == nullptr || joint->value != "to") return std::nullopt;
    const auto high = read_amount(line, after_limits(line, low->end + 1));
    if (!high || !has_exact_form(*high) || is_part_of_whole(*low, *high)) return std::nullopt;
    const bool either = line.is(low->end, Category::range_to);
    if (!share_magnitude(*low, *high)) return std::nullopt;
    // "from 10 to 12 euros" is a range where the word between them says either.
    if (either && low->value < high->value) return std::nullopt;
    return Shared{.from = *low, .to = *high};
}

/// What joins amounts, and whether one more must follow behind: the comma of "3, 4 und 5".
struct Joint {
    std::size_t end = 0;
    bool is_comma = false;
    bool is_range = false;
    bool is_cut = false;  ///< behind a hyphen that stands for what is joined: "18- und 15-jährig"
};

/// "- und" of "die 200- und 500-Euro-Scheine".
std::optional<Joint> read_cut_joint(const Line& line, std::size_t at) {
    if (!line.glued(at) || line.glued(at + 1)) return std::nullopt;
    if (!line.is(at + 1, Category::conjunction)) return std::nullopt;
    const bool article = line.is(at + 2, Category::article) && line.is_digits(at + 3);
    return Joint{.end = at + (article ? 3U : 2U), .is_cut = true};
}

std::optional<Joint> read_joint(const Line& line, std::size_t at) {
    if (line.is_mark(at, '-')) {
        if (const auto cut = read_cut_joint(line, at)) return cut;
    }
    const bool comma = line.is_mark(at, ',') && line.glued(at) && !line.glued(at + 1);
    const auto next = at + (comma ? 1U : 0U);
    for (const auto category : {Category::conjunction, Category::alternative}) {
        if (const auto word = line.starting(next, category)) {
            return Joint{.end = next + word.length};
        }
    }
    if (comma) return Joint{.end = next, .is_comma = true};
    // "100 bis höchstens 200", and "10–5", which is no range.
    if (line.is(at, Category::range_to)) return Joint{.end = at + 1, .is_range = true};
    const bool dash = line.is(at, Category::dash) && line.glued(at) && line.glued(at + 1);
    return dash ? std::optional(Joint{.end = at + 1}) : std::nullopt;
}

bool is_lower_limit(Modifier modifier) {
    return modifier == Modifier::at_least || modifier == Modifier::more_than;
}

/// The "höchstens" of "mindestens 30 und höchstens 50 Euro".
bool is_upper_limit(const Line& line, std::size_t at) {
    const auto starts = [&](Category category) {
        const auto limit = line.starting(at, category);
        const auto value = limit ? modifier_named(limit.sense->value) : std::nullopt;
        return value == Modifier::at_most || value == Modifier::less_than;
    };
    return starts(Category::modifier) || starts(Category::modifier_free);
}

/// Behind "rund" in "5 oder rund 6 Euro". What limits an amount otherwise starts something new:
/// "mit 0,5 und mehr als 30 Stunden"; only "100 bis höchstens 200" and "mindestens 100 und
/// höchstens 200" do not.
std::size_t after_joint(const Line& line, const Amount& first, const Joint& joint) {
    if (joint.is_range) return after_limits(line, joint.end);
    const bool bounds =
        !joint.is_comma && is_upper_limit(line, joint.end) &&
        is_lower_limit(find_modifier(line, first.begin, first.end, Limited::amount));
    if (bounds) return after_limits(line, joint.end);
    const auto limit = line.starting(joint.end, Category::modifier_free);
    const bool about = limit && limit.sense->value == name_of(Modifier::approximately);
    return joint.end + (about ? limit.length : 0U);
}

/// The last of the amounts joined to the first one.
std::optional<Amount> last_of_list(const Line& line, const Amount& first) {
    std::optional<Amount> last;
    auto end = first.end;
    bool open = true;  // no conjunction yet
    for (int count = 0; count < longest_list; ++count) {
        const auto joint = read_joint(line, end);
        // "drei oder fünf oder sieben" goes on, "drei oder fünf, sieben" begins anew.
        if (!joint || (joint->is_comma && !open)) break;
        const auto next = read_range(line, after_joint(line, first, *joint));
        if (!next || !has_exact_form(*next)) break;
        if (joint->is_cut && !line.is_tight_hyphen(next->end)) break;
        last = next;
        open = joint->is_comma;
        end = next->end;
        if (next->scaled) break;
    }
    return open ? std::nullopt : last;
}

/// "drei, vier oder fünf".
std::optional<Shared> read_list(const Line& line, const Amount& first) {
    const auto last = last_of_list(line, first);
    if (!last) return std::nullopt;
    if (is_year_like(line, first) && (!is_year_like(line, *last) || last->scaled)) {
        return std::nullopt;
    }
    return Shared{.from = first, .to = *last};
}

/// The "ÖVP" of "SPÖ 26,8 (27,1), ÖVP 24,0, FPÖ 20,5 Prozent": the next name right before a number.
/// 0 if there is none.
std::size_t find_named(const Line& line, std::size_t end) {
    constexpr std::size_t longest_name = 3;
    if (line.is_mark(end, '(') && line.is_digits(end + 1) && line.is_mark(end + 2, ')')) end += 3;
    if (!line.is_mark(end, ',') && !line.is(end, Category::conjunction)) return 0;
    for (auto at = end + 1; at <= end + longest_name && line.is_noun(at); ++at) {
        if (line.is_digits(at + 1)) return at;
    }
    return 0;
}

/// The second "auf" of "auf 16,4, die Union auf 28,5": a few words behind a comma or "und", and
/// then the same word as before the first amount. 0 if there is none.
std::size_t find_parallel(const Line& line, std::size_t begin, std::size_t end) {
    if (begin > 0 && line.is_name(begin - 1)) return find_named(line, end);
    const bool joined = line.is_mark(end, ',') || line.is(end, Category::conjunction);
    if (begin == 0 || !joined || !line.is_small_word(begin - 1)) return 0;
    for (auto at = end + 1; at <= end + longest_part && text::is_word(line[at].kind); ++at) {
        if (line.is_digits(at)) return 0;
        if (at > end + 1 && line.text(at) == line.text(begin - 1)) return at;
    }
    return 0;
}

/// "auf 16,4, die Union auf 28,5, die Grünen auf 12".
std::optional<Shared> read_parallel(const Line& line, const Amount& first) {
    auto last = std::optional(first);
    for (int count = 0; count < longest_list; ++count) {
        const auto word = find_parallel(line, last->begin, last->end);
        if (word == 0) break;
        const auto next = read_amount(line, word + 1);
        if (!next || !has_exact_form(*next)) break;
        last = next;
    }
    if (last->begin == first.begin || is_year_like(line, first)) return std::nullopt;
    return Shared{.from = first, .to = *last};
}

/// The bracket that opens at most a few tokens before the amount in "(2014: 4,86)", or 0.
std::size_t opening_before(const Line& line, std::size_t begin) {
    constexpr std::size_t most_words = 3;
    for (auto at = begin; at > 0 && at + most_words >= begin; --at) {
        if (line.is_mark(at - 1, ')')) return 0;
        if (line.is_mark(at - 1, '(')) return at - 1;
    }
    return 0;
}

/// The amount in "(2014: 4,86)", up to the bracket that closes.
std::optional<Amount> last_in_brackets(const Line& line, std::size_t opening) {
    constexpr std::size_t most_tokens = 4;
    for (auto at = opening + 1; at <= opening + most_tokens; ++at) {
        const auto amount = line.is_digits(at) ? read_amount(line, at) : MaybeAmount{};
        if (amount && line.is_mark(amount->end, ')')) return amount;
    }
    return std::nullopt;
}

/// "6,31 (2014: 4,86) Millionen Euro", "14,5 (13,9) Prozent": the unit stands behind the figure of
/// another time in brackets, for both.
std::optional<Shared> read_bracketed(const Line& line, const Amount& amount) {
    auto to = std::optional(amount);
    if (line.is_mark(amount.end, '(')) {
        to = last_in_brackets(line, amount.end);
    } else {
        const auto opening = opening_before(line, amount.begin);
        if (opening == 0 || !line.is_digits(opening - 1)) return std::nullopt;
    }
    if (!to || to->scaled || !has_exact_form(*to)) return std::nullopt;
    ++to->end;
    if (line.glued(to->end) || !apply_scales(line, *to)) return std::nullopt;
    const bool unit = to->scaled || line.starting(to->end, Category::percent) ||
                      read_currency(line, to->end).has_value();
    if (!unit) return std::nullopt;
    return Shared{.from = amount, .to = *to};
}

/// Whether the amount is rather a label or a part of a code than what has a unit at `end`.
bool is_other_number(const Line& line, const Amount& amount, std::size_t end) {
    const Counted counted{.begin = end, .end = end, .direct = false};
    if (amount.form != AmountForm::digits) return is_labelled(line, amount.begin, counted);
    const bool dash = line.is(amount.end, Category::dash);
    if (dash) return amount.begin > 0 && line.glued(amount.begin);
    return is_rejected(line, amount, counted);
}

}  // namespace

std::optional<Shared> read_shared(const Line& line, std::size_t begin, const MaybeAmount& range) {
    if (auto change = read_change(line, begin)) return change;
    if (!range || !has_exact_form(*range)) return std::nullopt;
    const auto& behind = line[range->end];
    if (behind.word == nullptr && behind.mark == 0) return std::nullopt;  // joins nothing
    const bool bracket = line.is_mark(range->end, '(') || line.is_mark(range->end, ')');
    if (!bracket && !read_joint(line, range->end)) return std::nullopt;
    auto shared = bracket ? read_bracketed(line, *range) : read_list(line, *range);
    if (!shared && line.is_mark(range->end, ')')) return std::nullopt;
    if (!shared) shared = read_parallel(line, *range);
    if (!shared || is_part_of_whole(shared->from, shared->to)) return std::nullopt;
    if (!share_magnitude(shared->from, shared->to)) return std::nullopt;
    if (line.is_mark(range->end, ')')) return shared;
    if (is_other_number(line, *range, shared->to.end)) return std::nullopt;
    return shared;
}

Amounts read_amounts(const Line& line, std::size_t begin) {
    Amounts amounts{.range = read_range(line, begin), .shared = {}};
    if (amounts.range) amounts.shared = read_shared(line, begin, amounts.range);
    return amounts;
}

}  // namespace wortfeld::quantity

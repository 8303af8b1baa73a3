#include "wortfeld/quantity/modifiers.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace wortfeld::quantity {
namespace {

constexpr int max_words = 4;    // modifiers on top of one another
constexpr int max_fillers = 2;  // "nahezu auf Null", "etwa um das Dreifache"

constexpr std::array amount_words{Category::modifier, Category::modifier_free};
constexpr std::array duration_words{
    Category::modifier, Category::modifier_free, Category::modifier_duration};
constexpr std::array calendar_words{Category::modifier_date, Category::modifier_free};

std::span<const Category> words_for(Limited limited) {
    if (limited == Limited::amount) return amount_words;
    if (limited == Limited::duration) return duration_words;
    return calendar_words;
}

Found longest_ending(const Line& line, std::size_t end, std::span<const Category> categories) {
    Found best;
    for (const auto category : categories) {
        const auto found = line.ending(end, category);
        if (found && (!best || found.length > best.length)) best = found;
    }
    return best;
}

/// A modifier that may stand before a preposition or an article: nahezu auf Null.
Found behind_fillers(const Line& line, std::size_t end) {
    for (int count = 0; count < max_fillers && end > 0; ++count) {
        if (!line.is(end - 1, Category::filler)) return {};
        --end;
        auto found = line.ending(end, Category::modifier_free);
        if (!found) continue;
        found.length += static_cast<std::size_t>(count) + 1;
        return found;
    }
    return {};
}

constexpr std::size_t reach = 6;  // words between what is told and its preposition

/// "Umfrage unter 500 Menschen", "Umfrage des Instituts unter rund 500 Menschen".
bool tells_who_was_asked(const Line& line, std::size_t preposition) {
    for (std::size_t back = 1; back <= std::min(reach, preposition); ++back) {
        const auto at = preposition - back;
        if (line.has_ending(at, Ending::among)) return true;
        if (!line.is_noun(at) && !line.is(at, Category::genitive) && !line.is_tight_hyphen(at)) {
            return false;
        }
    }
    return false;
}

/// "verfügt über 24 Betten", "verfügen die Häuser über 24 Betten".
bool tells_what_one_has(const Line& line, std::size_t preposition) {
    for (std::size_t back = 1; back <= std::min(reach, preposition); ++back) {
        const auto at = preposition - back;
        if (line.ends_as(at, Ending::having)) return true;
        if (!text::is_word(line[at].kind) && !line.is_tight_hyphen(at)) return false;
    }
    return false;
}

/// "ein Vertrag über 5 Millionen Euro", "eine Umfrage unter 500 Menschen": the preposition says
/// what the paper is for, who was asked, what one has.
bool is_subject(const Line& line, std::size_t end, const Found& found) {
    if (found.length != 1 || end < 2) return false;
    const auto value = found.sense->value;
    if (value == name_of(Modifier::less_than)) return tells_who_was_asked(line, end - 1);
    if (value != name_of(Modifier::more_than)) return false;
    return line.has_ending(end - 2, Ending::about) || tells_what_one_has(line, end - 1);
}

constexpr std::string_view only_elided = " elided";  // "moins d'un euro", not "moins 10 degrés"
constexpr std::string_view only_round = " round";  // "gegen 100 Menschen", but "gegen zwei Männer"

/// Whether a count is one that is given roughly: 20, 5.000, hundert, drei Millionen. Sums and
/// measures are rough as they stand.
bool is_rough(const Line& line, std::size_t begin, std::size_t end) {
    constexpr std::int32_t ten = 10;
    const auto& first = line[begin];
    const bool digits = line.is_digits(begin);
    if (end > begin + 1 || line.is(end, Category::unit)) {
        return digits || first.number || line.is(begin, Category::article);
    }
    if (!digits && !first.number) return false;
    const auto& value = digits ? first.digits.value : *first.number;
    const auto count = value.small_integer();
    return !count || (*count >= ten && *count % ten == 0);
}

Modifier value_of(const Found& found) {
    const auto value = found.sense->value;  // "approximately round", "since ahead"
    return modifier_named(value.substr(0, value.find(' '))).value_or(Modifier::none);
}

/// "5 oder mehr", but not the "und mehr" of "5 und mehr als 30".
Modifier limit_behind(const Line& line, std::size_t end) {
    const auto after = line.starting(end, Category::modifier_after);
    if (!after) return Modifier::none;
    const auto last = end + after.length - 1;
    const bool goes_on = line.starting(last, Category::modifier).length > 1 ||
                         line.starting(last, Category::modifier_duration).length > 1;
    return goes_on ? Modifier::none : value_of(after);
}

}  // namespace

Modifier find_modifier(const Line& line, std::size_t begin, std::size_t end, Limited limited) {
    if (limited != Limited::calendar) {
        const auto after = limit_behind(line, end);
        if (after != Modifier::none) return after;
    }
    // "zwischen 5 und 10": what limits the range stands before "zwischen".
    if (begin > 0 && line.is(begin - 1, Category::range_between)) --begin;
    const auto first = begin;
    auto modifier = Modifier::none;
    for (int count = 0; count < max_words && begin > 0; ++count) {
        auto found = longest_ending(line, begin, words_for(limited));
        if (!found && modifier == Modifier::none) found = behind_fillers(line, begin);
        if (!found || is_subject(line, begin, found)) break;
        if (found.sense->value.ends_with(only_round) && !is_rough(line, first, end)) break;
        if (found.sense->value.ends_with(only_elided) && line[begin].elided_size == 0) break;
        modifier = value_of(found);
        begin -= found.length;
    }
    return modifier;
}

}  // namespace wortfeld::quantity

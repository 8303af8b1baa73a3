#include "wortfeld/quantity/counted.hpp"

#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr int max_adjectives = 3;
constexpr std::size_t shortest_adjective = 4;  // bytes
constexpr std::size_t shortest_plural = 4;

constexpr CategorySet function_words = bit(Category::filler) | bit(Category::conjunction) |
                                       bit(Category::range_to) | bit(Category::article) |
                                       bit(Category::genitive) | bit(Category::clause_start) |
                                       bit(Category::modifier) | bit(Category::future);

/// Whether a small word can be an adjective before a plural noun, by its ending.
bool is_adjective(const Line& line, std::size_t position) {
    if (!line.is_small_word(position)) return false;
    const auto* word = line[position].word;
    if (word != nullptr && (word->categories & function_words) != 0) return false;
    const auto* verb = line.sense(position, Category::past);
    if (verb != nullptr && verb->value != "no") return false;  // haben, waren
    return line.text(position).size() >= shortest_adjective &&
           line.ends_as(position, Ending::adjective);
}

/// Behind the parts of a word with hyphens: KI-Anwendungsrichtungen, kontra-intuitive. A chain of
/// thousands is no word, and each number in it would walk it again.
std::size_t after_compound(const Line& line, std::size_t position) {
    constexpr std::size_t most_parts = 16;
    auto end = position + 1;
    while (end < position + 2 * most_parts && line.is_tight_hyphen(end) &&
           text::is_word(line[end + 1].kind)) {
        end += 2;
    }
    return end;
}

/// "6.939 A 16", "176 TR 22": a short name in capitals that goes on with its own number.
bool is_code_before_digits(const Line& line, std::size_t position) {
    constexpr std::size_t longest_code = 3;
    return line[position].all_capital && line.text(position).size() <= longest_code &&
           line.is_digits(position + 1);
}

/// Whether a small word can be the plural of a noun where nouns have no capital.
bool is_plural(const Line& line, std::size_t position) {
    if (line.is(position, Category::plural)) return true;
    return line.text(position).size() >= shortest_plural && line.ends_as_plural(position);
}

/// How many tokens the unit of measure takes that stands at a position. A capital is a noun where
/// nouns have one, else "MW" is a unit as it is written.
std::size_t unit_length(const Line& line, std::size_t position) {
    const auto unit = line.starting(position, Category::unit);
    if (!unit || line.is(position, Category::article)) return 0;
    const bool written = unit.length == 1 && unit.sense->value == line.text(position);
    const bool capital = line.is_noun(position);
    return !capital || (written && !line.writing().capital_nouns) ? unit.length : 0;
}

/// "three long years", "51 Western allies": the first plural behind at most three other words.
std::optional<Counted> find_small_counted(const Line& line, std::size_t end) {
    auto position = end;
    for (int count = 0; count <= max_adjectives; ++count) {
        const auto& lexeme = line[position];
        if (!text::is_word(lexeme.kind) || line.is_digits(position) || lexeme.number) break;
        const bool function =
            line.is(position, Category::sentence_start) ||
            (lexeme.word != nullptr && (lexeme.word->categories & function_words) != 0);
        if (function) break;
        const auto after = after_compound(line, position);
        if (is_plural(line, after - 1)) {
            return Counted{.begin = position, .end = after, .direct = count == 0};
        }
        position = after;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Counted> find_counted(const Line& line, std::size_t end) {
    if (is_code_before_digits(line, end)) return std::nullopt;
    if (const auto length = unit_length(line, end)) {
        return Counted{.begin = end, .end = end + length, .direct = true};
    }
    if (!line.writing().capital_nouns) return find_small_counted(line, end);
    auto position = end;
    for (int count = 0; count <= max_adjectives; ++count) {
        const auto after = after_compound(line, position);
        if (line.is_name(position) && (after == position + 1 || line.is_noun(after - 1))) {
            return Counted{.begin = position, .end = after, .direct = count == 0};
        }
        if (!is_adjective(line, after - 1)) return std::nullopt;
        position = after;
        if (line.is_mark(position, ',') && is_adjective(line, position + 1)) ++position;
    }
    return std::nullopt;
}

bool is_countable(const Line& line, const Counted& counted) {
    const auto noun = counted.end - 1;
    if (!line.writing().capital_nouns || !counted.direct || line.is(noun, Category::unit)) {
        return true;
    }
    return line.is(noun, Category::plural) || line.has_ending(noun, Ending::plural);
}

bool is_share(const Line& line, std::size_t begin, std::size_t end) {
    if (begin == 0) return false;
    if (line.ending(begin, Category::share)) return true;
    const bool apart = line.is_mark(begin - 1, ',') || line.is_mark(begin - 1, '(') ||
                       line.is(begin - 1, Category::conjunction);
    return apart && line.starting(end, Category::share);
}

}  // namespace wortfeld::quantity

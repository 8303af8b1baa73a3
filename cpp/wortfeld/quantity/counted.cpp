#include "wortfeld/quantity/counted.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr int max_adjectives = 3;
constexpr std::size_t shortest_adjective = 4;  // bytes

constexpr CategorySet function_words = bit(Category::filler) | bit(Category::conjunction) |
                                       bit(Category::range_to) | bit(Category::article) |
                                       bit(Category::genitive) | bit(Category::clause_start) |
                                       bit(Category::modifier) | bit(Category::future);

/// Whether a small word can be an adjective before a plural noun, by its ending.
bool is_adjective(const Line& line, std::size_t position) {
    if (!line.is_small_word(position)) return false;
    const auto* word = line[position].word;
    if (word != nullptr && (word->categories & function_words) != 0) return false;
    const auto surface = line.text(position);
    constexpr std::array<std::string_view, 3> endings{"e", "en", "er"};
    if (surface.size() < shortest_adjective) return false;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return surface.ends_with(ending);
    });
}

/// Behind all parts of a word with hyphens: KI-Anwendungsrichtungen, kontra-intuitive.
std::size_t after_compound(const Line& line, std::size_t position) {
    auto end = position + 1;
    while (line.is_tight_hyphen(end) && text::is_word(line[end + 1].kind)) end += 2;
    return end;
}

}  // namespace

std::optional<Counted> find_counted(const Line& line, std::size_t end) {
    if (line.is(end, Category::unit) && !line.is_noun(end)) {
        const auto unit = line.starting(end, Category::unit);
        return Counted{.begin = end, .end = end + unit.length, .direct = true};
    }
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

}  // namespace wortfeld::quantity

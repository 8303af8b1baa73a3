#include "wortfeld/entity/atoms.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/script.hpp"

namespace wortfeld::entity {
namespace {

constexpr bool is_apostrophe(char32_t code_point) noexcept {
    return code_point == U'\'' || code_point == U'\u2019' || code_point == U'\u02BC';
}

/// Letters, digits, marks: what goes on without a boundary.
enum class Class : std::uint8_t { spaced, unspaced, apostrophe };

Class class_of(char32_t code_point) noexcept {
    if (is_apostrophe(code_point)) return Class::apostrophe;
    return text::is_unspaced_script(code_point) ? Class::unspaced : Class::spaced;
}

}  // namespace

std::vector<Atom> atoms_of(std::string_view word) {
    std::vector<Atom> atoms;
    auto last = Class::apostrophe;
    auto gap = Gap::none;
    for (std::size_t position = 0; position < word.size();) {
        const auto begin = static_cast<std::uint32_t>(position);
        const auto current = class_of(utf8::next(word, position));
        const auto end = static_cast<std::uint32_t>(position);
        if (current == Class::apostrophe) {
            gap = Gap::apostrophe;
        } else if (current == Class::spaced && last == Class::spaced) {
            atoms.back().span.end = end;
        } else {
            atoms.push_back({.span = {begin, end}, .before = gap});
            gap = Gap::none;
        }
        last = current;
    }
    // A token of nothing but apostrophes is a mark of its own.
    if (atoms.empty()) atoms.push_back({.span = {0, static_cast<std::uint32_t>(word.size())}});
    return atoms;
}

}  // namespace wortfeld::entity

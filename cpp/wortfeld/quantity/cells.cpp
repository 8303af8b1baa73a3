#include "wortfeld/quantity/cells.hpp"

#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/references.hpp"

namespace wortfeld::quantity {
namespace {

/// One or two digits.
bool is_short(const Line& line, std::size_t position) {
    return line[position].digits.shape == DigitShape::integer && line.text(position).size() <= 2;
}

/// "(44 Mandate)", "Wien (18.478)", "16.000 Zuschauer": clear even between many other numbers.
bool is_clear_count(const Line& line, const Amount& amount, const std::optional<Counted>& counted) {
    const auto begin = amount.begin;
    if (amount.end != begin + 1) return false;
    const bool counts = counted && counted->direct && is_countable(line, *counted) &&
                        !line.is(counted->begin, Category::label);
    const bool grouped = line[begin].digits.shape == DigitShape::grouped;
    if (counts && grouped) return true;
    const bool opened = begin > 1 && line.is_mark(begin - 1, '(');
    const auto end = counts ? counted->end : amount.end;
    if (!opened || !line.is_mark(end, ')')) return false;
    constexpr std::size_t large = 3;  // digits: smaller ones are rather ranks
    return counts || (line.text(begin).size() >= large && line.is_name(begin - 2));
}

}  // namespace

bool is_in_columns(const Line& line, std::size_t begin) {
    if (line.is_digits(begin - 1) && line.is_digits(begin - 2)) return true;  // 1 2 3 4 Stickstoff
    if (begin == 0 || !is_short(line, begin) || !is_short(line, begin - 1)) return false;
    return label_before(line, begin - 1) == nullptr && (begin < 2 || !line.is_name(begin - 2));
}

bool is_cell(const Line& line, const Amount& amount, const std::optional<Counted>& counted) {
    const auto begin = amount.begin;
    if (is_clear_count(line, amount, counted)) return false;
    if (counted && counted->direct) {
        if (line.is(counted->begin, Category::unit)) return false;
        if (begin > 0 && line.is_small_word(begin - 1)) return false;
    }
    return find_modifier(line, begin, amount.end, Limited::amount) == Modifier::none;
}

}  // namespace wortfeld::quantity

#include "wortfeld/quantity/references.hpp"

#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr int max_label_chain = 12;  // §§ 5, 6, 7 und 8
constexpr std::string_view weak_label = "weak";

bool is_roman(std::string_view surface) {
    return !surface.empty() && surface.find_first_not_of("IVX") == std::string_view::npos;
}

/// "Nr. 5", "Artikel 5": the label word right before a position.
const Sense* label_before(const Line& line, std::size_t position) {
    if (position == 0) return nullptr;
    auto at = position - 1;
    if (at > 0 && line.is_mark(at, ':')) --at;
    if (at > 0 && line.is_mark(at, '.') && line.glued(at)) --at;
    if (at > 0 && line.is_mark(at, '(')) --at;
    // BGBl. I: 2012
    while (at > 0 && is_roman(line.text(at))) {
        --at;
        if (at > 0 && line.is_mark(at, '.') && line.glued(at)) --at;
    }
    return line.sense(at, Category::label);
}

bool is_list_joint(const Line& line, std::size_t position) {
    return line.is_mark(position, ',') || line.is_mark(position, '/') ||
           line.is(position, Category::conjunction) || line.is(position, Category::range_to) ||
           line.is(position, Category::dash);
}

/// "Bahnhofstr. 5", "Hauptstraße 12": a house number, unless it counts a noun behind a whole word.
bool is_house_number(const Line& line, std::size_t position, bool counts) {
    if (position == 0) return false;
    const bool stop = line.is_mark(position - 1, '.') && line.glued(position - 1);
    if (stop) return position > 1 && line.has_ending(position - 2, "street short");
    return !counts && line.has_ending(position - 1, "street");
}

}  // namespace

bool is_labelled(const Line& line, std::size_t position, const std::optional<Counted>& counted) {
    if (const auto* label = label_before(line, position)) {
        return !(counted && label->value == weak_label);
    }
    if (is_house_number(line, position, counted && counted->direct)) return true;
    if (counted && counted->direct) return false;
    for (int count = 0; count < max_label_chain; ++count) {
        if (position < 2 || !is_list_joint(line, position - 1)) return false;
        position -= 2;
        if (!line.is_digits(position)) return false;
        if (label_before(line, position) != nullptr) return true;
    }
    return false;
}

}  // namespace wortfeld::quantity

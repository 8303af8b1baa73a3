#include "wortfeld/quantity/references.hpp"

#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr int max_label_chain = 12;  // §§ 5, 6, 7 und 8
constexpr std::string_view weak_label = "weak";
constexpr std::string_view reference_label = "reference";  // "5 Absatz 2" counts no paragraphs

/// "64" and "64a".
bool is_section(const Line& line, std::size_t position) {
    if (line.is_digits(position)) return true;
    const auto surface = line.text(position);
    const auto letter = surface.find_first_not_of("0123456789");
    return letter != 0 && letter + 1 == surface.size();
}

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

/// The label before the list of numbers that goes on at a position: the §§ of "§§ 64, 64a und 89".
const Sense* chain_label(const Line& line, std::size_t position) {
    for (int count = 0; count < max_label_chain; ++count) {
        if (position < 2 || !is_list_joint(line, position - 1)) return nullptr;
        position -= 2;
        if (!is_section(line, position)) return nullptr;
        if (const auto* label = label_before(line, position)) return label;
    }
    return nullptr;
}

}  // namespace

bool is_labelled(const Line& line, std::size_t position, const std::optional<Counted>& counted) {
    if (const auto* label = label_before(line, position)) {
        return !(counted && label->value == weak_label);
    }
    if (is_house_number(line, position, counted && counted->direct)) return true;
    // "G v. 21.12.2020 I 3138": the part of a gazette.
    if (position > 0 && is_roman(line.text(position - 1))) return true;
    const auto* label = chain_label(line, position);
    if (label == nullptr) return false;
    return label->value == reference_label || !(counted && counted->direct);
}

}  // namespace wortfeld::quantity

#include "wortfeld/quantity/quantity.hpp"

#include "wortfeld/quantity/match.hpp"

#include <array>

namespace wortfeld::quantity {
namespace {

constexpr std::array<std::string_view, 4> kind_names{"money", "percent", "number", "date"};
constexpr std::array<std::string_view, 16> modifier_names{"",
                                                          "approximately",
                                                          "slightly_more",
                                                          "slightly_less",
                                                          "more_than",
                                                          "less_than",
                                                          "at_least",
                                                          "at_most",
                                                          "since",
                                                          "until",
                                                          "start",
                                                          "middle",
                                                          "end",
                                                          "vague",
                                                          "generic",
                                                          "negated"};

}  // namespace

std::string_view name_of(QuantityKind kind) noexcept {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Modifier modifier) noexcept {
    return modifier_names[static_cast<std::size_t>(modifier)];
}

std::optional<Modifier> modifier_named(std::string_view name) noexcept {
    for (std::size_t i = 0; i < modifier_names.size(); ++i) {
        if (modifier_names[i] == name) return static_cast<Modifier>(i);
    }
    return std::nullopt;
}

bool fill_amount(const Amount& amount, const Decimal& factor, Quantity& quantity) {
    const auto low = amount.value.times(factor);
    if (!low) return false;
    quantity.value = low->to_double() / amount.denominator;
    if (amount.denominator == 1) quantity.value_text = low->text();
    if (!amount.high) return true;
    const auto high = amount.high->times(factor);
    if (!high) return false;
    quantity.value_high = high->to_double();
    quantity.value_text = low->text() + ".." + high->text();
    return true;
}

}  // namespace wortfeld::quantity

// What a recogniser hands to the resolver, and how an amount fills in a quantity.
#pragma once

#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/quantity/shared.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wortfeld::quantity {

/// A quantity on the tokens [begin, end) of a line; `quantity.rule` is the bare rule id.
struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    Quantity quantity;
    std::uint32_t cut = 0;  ///< bytes at the end of its last token that are its unit: the km of 5km
    bool has_article = false;  ///< an article stands between it and what limits it: über die Hälfte
};

/// Value, upper bound and exact text of an amount times a factor.
/// False where the product has too many digits: then there is no such quantity.
bool fill_amount(const Amount& amount, const Decimal& factor, Quantity& quantity);

/// What begins at a position, where these amounts do.
std::optional<Match> read_money(const Line& line, std::size_t begin, const Amounts& amounts);
std::optional<Match> read_percent(const Line& line, std::size_t begin, const Amounts& amounts);
std::optional<Match> read_count(const Line& line, std::size_t begin, const Amounts& amounts);

}  // namespace wortfeld::quantity

// Quantities of a short text, written as the golden tables write them.
#pragma once

#include "wortfeld/quantity/quantity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::quantity {

/// What `recognise` finds in a text without zones, of that language.
std::vector<Quantity> quantities_of(std::string_view text,
                                    std::optional<std::int32_t> reference = std::nullopt,
                                    std::string_view language = "de");

/// "surface = reading", what a number counts, "@first..last", the modifier.
std::string written(std::string_view text, const Quantity& quantity);

/// All of a text, sorted.
std::vector<std::string> readings_of(std::string_view text,
                                     std::optional<std::int32_t> reference = std::nullopt,
                                     std::string_view language = "de");

/// The day of "2026-03-10"; nothing for an empty text.
std::optional<std::int32_t> day_named(std::string_view iso);

}  // namespace wortfeld::quantity

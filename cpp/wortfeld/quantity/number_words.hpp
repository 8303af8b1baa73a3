// Numbers put together from words without a space: dreihundertvierundzwanzigtausend.
#pragma once

#include "wortfeld/quantity/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace wortfeld::quantity {

/// One piece of a compound number word.
struct NumberPart {
    std::int32_t value = 0;  ///< 1 to 19, a ten, 100 or 1000
    bool joint = false;      ///< the "und" of einundzwanzig
};

/// Longer words are no numbers below a million.
inline constexpr std::size_t max_number_parts = 16;

/// The number that the parts spell, by the grammar of German number words below a million:
/// hundreds before tens, units before tens with a joint between, "neunzehnhundert" for years.
std::optional<Decimal> evaluate_number_parts(std::span<const NumberPart> parts);

}  // namespace wortfeld::quantity

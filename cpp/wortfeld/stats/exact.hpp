// Products of counts without loss, and logarithms of their quotients without cancellation.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace wortfeld::stats {

// Counts stay below 2^63, so a product of two of them, and the difference of two such products,
// fits into 128 bits.
__extension__ using Wide = __int128;

constexpr Wide product(std::uint64_t a, std::uint64_t b) noexcept {
    return static_cast<Wide>(a) * static_cast<Wide>(b);
}

/// The nearest double.
inline double to_double(Wide value) noexcept {
    return static_cast<double>(value);
}

/// ln(a / b) for a, b > 0, with a relative error of a few 2^-53 even where a is close to b: there
/// the difference is taken in integers, and the logarithm is log1p of a small number.
inline double log_quotient(Wide a, Wide b) noexcept {
    const double quotient = to_double(a) / to_double(b);
    const bool close = quotient > 0.5 && quotient < 2.0;
    return close ? std::log1p(to_double(a - b) / to_double(b)) : std::log(quotient);
}

/// log2(a / b) for a, b > 0, as accurate; exact where a / b is a power of two.
inline double log2_quotient(Wide a, Wide b) noexcept {
    const double quotient = to_double(a) / to_double(b);
    const bool close = quotient > 0.5 && quotient < 2.0;
    return close ? std::log1p(to_double(a - b) / to_double(b)) * std::numbers::log2e
                 : std::log2(quotient);
}

}  // namespace wortfeld::stats

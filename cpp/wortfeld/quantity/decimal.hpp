// Exact decimal numbers, as amounts in texts are: no binary rounding, no overflow in silence.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wortfeld::quantity {

/// mantissa * 10^exponent with at most 36 significant digits. What does not fit is no Decimal.
class Decimal {
  public:
    Decimal() = default;
    explicit Decimal(std::int64_t integer);

    /// Reads ASCII digits with at most one point among them: "9", "1.03", "007.50".
    static std::optional<Decimal> parse(std::string_view digits);

    [[nodiscard]] std::optional<Decimal> times(const Decimal& other) const;
    [[nodiscard]] std::optional<Decimal> plus(const Decimal& other) const;
    /// The quotient if it has finitely many digits: 1/4, but not 1/3.
    [[nodiscard]] std::optional<Decimal> divided_by(std::uint32_t divisor) const;
    [[nodiscard]] Decimal negated() const;

    [[nodiscard]] bool is_zero() const noexcept { return mantissa_ == 0; }
    [[nodiscard]] bool is_integer() const noexcept { return exponent_ >= 0; }
    /// The value if it is an integer of at most nine digits.
    [[nodiscard]] std::optional<std::int32_t> small_integer() const;

    /// A point, no grouping, no exponent, no trailing zeros: "9000000000000", "-2.5".
    [[nodiscard]] std::string text() const;
    /// The nearest double.
    [[nodiscard]] double to_double() const;

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

  private:
    __extension__ using Wide = __int128;

    static std::optional<Decimal> normalised(Wide mantissa, int exponent);

    Wide mantissa_ = 0;  ///< not divisible by 10 unless 0
    int exponent_ = 0;
};

}  // namespace wortfeld::quantity

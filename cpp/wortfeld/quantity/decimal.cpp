#include "wortfeld/quantity/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

namespace wortfeld::quantity {
namespace {

__extension__ using Wide = __int128;

constexpr int max_digits = 36;    // two fewer than 128 bits hold, so that a sum still fits
constexpr int max_exponent = 60;  // longer numbers are no amounts but noise
constexpr int small_digits = 9;   // what std::int32_t holds for certain

/// Digits of a number that fits 64 bits: most amounts do, and their division is ten times faster.
int digit_count_small(std::uint64_t mantissa) {
    int count = 0;
    for (; mantissa != 0; mantissa /= 10) ++count;
    return count;
}

int digit_count(Wide mantissa) {
    if (mantissa < 0) mantissa = -mantissa;
    if (mantissa <= std::numeric_limits<std::int64_t>::max()) {
        return digit_count_small(static_cast<std::uint64_t>(mantissa));
    }
    int count = 0;
    for (; mantissa != 0; mantissa /= 10) ++count;
    return count;
}

/// 10^power for 0 <= power <= max_digits.
Wide power_of_ten(int power) {
    Wide result = 1;
    for (; power > 0; --power) result *= 10;
    return result;
}

std::string digits_of(Wide mantissa) {
    std::string reversed;
    for (; mantissa != 0; mantissa /= 10) {
        reversed.push_back(static_cast<char>('0' + static_cast<int>(mantissa % 10)));
    }
    return {reversed.rbegin(), reversed.rend()};
}

}  // namespace

Decimal::Decimal(std::int64_t integer) {
    while (integer != 0 && integer % 10 == 0) {
        integer /= 10;
        ++exponent_;
    }
    mantissa_ = integer;
}

std::optional<Decimal> Decimal::normalised(Wide mantissa, int exponent) {
    Decimal result;
    if (mantissa == 0) return result;
    while (mantissa % 10 == 0) {
        mantissa /= 10;
        ++exponent;
    }
    if (digit_count(mantissa) > max_digits) return std::nullopt;
    if (exponent > max_exponent || exponent < -max_exponent) return std::nullopt;
    result.mantissa_ = mantissa;
    result.exponent_ = exponent;
    return result;
}

std::optional<Decimal> Decimal::parse(std::string_view digits) {
    Wide mantissa = 0;
    int exponent = 0;
    int significant = 0;
    int read = 0;
    bool after_point = false;
    for (const char byte : digits) {
        if (byte == '.') {
            if (after_point) return std::nullopt;
            after_point = true;
            continue;
        }
        if (byte < '0' || byte > '9') return std::nullopt;
        ++read;
        if (mantissa != 0 || byte != '0') ++significant;
        if (significant > max_digits) return std::nullopt;
        mantissa = mantissa * 10 + (byte - '0');
        if (after_point && --exponent < -max_exponent) return std::nullopt;
    }
    if (read == 0) return std::nullopt;
    return normalised(mantissa, exponent);
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
    if (digit_count(mantissa_) + digit_count(other.mantissa_) > max_digits) return std::nullopt;
    return normalised(mantissa_ * other.mantissa_, exponent_ + other.exponent_);
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
    if (is_zero()) return other;
    if (other.is_zero()) return *this;
    const int low = std::min(exponent_, other.exponent_);
    const int shift = exponent_ - low;
    const int other_shift = other.exponent_ - low;
    if (digit_count(mantissa_) + shift > max_digits) return std::nullopt;
    if (digit_count(other.mantissa_) + other_shift > max_digits) return std::nullopt;
    return normalised(mantissa_ * power_of_ten(shift) + other.mantissa_ * power_of_ten(other_shift),
                      low);
}

std::optional<Decimal> Decimal::divided_by(std::uint32_t divisor) const {
    if (divisor == 0) return std::nullopt;
    // Each factor 2 or 5 of the divisor costs one digit; any other factor must divide the mantissa.
    Wide mantissa = mantissa_;
    int exponent = exponent_;
    for (int step = 0; mantissa % divisor != 0; ++step) {
        if (step == 32 || digit_count(mantissa) >= max_digits) return std::nullopt;
        mantissa *= 10;
        --exponent;
    }
    return normalised(mantissa / divisor, exponent);
}

Decimal Decimal::negated() const {
    Decimal result = *this;
    result.mantissa_ = -result.mantissa_;
    return result;
}

std::optional<std::int32_t> Decimal::small_integer() const {
    if (is_zero()) return 0;
    if (exponent_ < 0 || exponent_ > small_digits) return std::nullopt;
    constexpr std::int64_t limit = 1'000'000'000;  // ten to the small_digits
    if (mantissa_ >= limit || mantissa_ <= -limit) return std::nullopt;
    auto value = static_cast<std::int64_t>(mantissa_);
    for (int i = 0; i < exponent_; ++i) {
        value *= 10;
        if (value >= limit || value <= -limit) return std::nullopt;
    }
    return static_cast<std::int32_t>(value);
}

std::string Decimal::text() const {
    if (is_zero()) return "0";
    std::string digits = digits_of(mantissa_ < 0 ? -mantissa_ : mantissa_);
    if (exponent_ >= 0) {
        digits.append(static_cast<std::size_t>(exponent_), '0');
    } else {
        const auto decimals = static_cast<std::size_t>(-exponent_);
        if (digits.size() <= decimals) digits.insert(0, decimals - digits.size() + 1, '0');
        digits.insert(digits.size() - decimals, 1, '.');
    }
    return mantissa_ < 0 ? "-" + digits : digits;
}

double Decimal::to_double() const {
    const auto plain = text();
    double result = 0.0;
    std::from_chars(plain.data(), plain.data() + plain.size(), result);
    return result;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const auto sign = [](const Decimal& x) { return x.mantissa_ < 0 ? -1 : int{x.mantissa_ > 0}; };
    if (sign(a) != sign(b)) return sign(a) <=> sign(b);
    if (sign(a) == 0) return std::strong_ordering::equal;
    const bool negative = sign(a) < 0;
    const int size_a = digit_count(a.mantissa_) + a.exponent_;
    const int size_b = digit_count(b.mantissa_) + b.exponent_;
    if (size_a != size_b) return negative ? size_b <=> size_a : size_a <=> size_b;
    // Numbers of one size, at most 36 digits each: on the lower exponent they fit side by side.
    const int low = std::min(a.exponent_, b.exponent_);
    return a.mantissa_ * power_of_ten(a.exponent_ - low) <=>
           b.mantissa_ * power_of_ten(b.exponent_ - low);
}

}  // namespace wortfeld::quantity

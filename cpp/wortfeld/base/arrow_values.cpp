#include "wortfeld/base/arrow_values.hpp"

#include "wortfeld/base/arrow_load.hpp"
#include "wortfeld/base/arrow_texts.hpp"
#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace wortfeld {
namespace {

constexpr std::int64_t microseconds_per_second = 1'000'000;

std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

double from_half(std::uint16_t bits) {
    const auto sign = (bits & 0x8000U) != 0 ? -1.0 : 1.0;
    const auto exponent = static_cast<int>(bits >> 10U & 0x1FU);
    const auto fraction = static_cast<double>(bits & 0x3FFU);
    constexpr int largest_exponent = 31;
    constexpr double hidden_bit = 1024;
    if (exponent == largest_exponent) {
        return fraction == 0 ? sign * std::numeric_limits<double>::infinity()
                             : std::numeric_limits<double>::quiet_NaN();
    }
    if (exponent == 0) return sign * std::ldexp(fraction, -24);
    return sign * std::ldexp(fraction + hidden_bit, exponent - 25);
}

/// Divides a number of several 32-bit parts, lowest first, and returns the remainder.
std::uint32_t divide(std::vector<std::uint32_t>& parts, std::uint32_t divisor) {
    std::uint64_t remainder = 0;
    for (auto i = parts.size(); i-- > 0;) {
        const auto value = remainder << 32U | parts[i];
        parts[i] = static_cast<std::uint32_t>(value / divisor);
        remainder = value % divisor;
    }
    return static_cast<std::uint32_t>(remainder);
}

/// Turns a number of several parts into its negative (two's complement).
void negate(std::vector<std::uint32_t>& parts) {
    std::uint64_t carry = 1;
    for (auto& part : parts) {
        carry += static_cast<std::uint32_t>(~part);
        part = static_cast<std::uint32_t>(carry);
        carry >>= 32U;
    }
}

/// The float nearest to an integer of `width` bytes, divided by 10 to the power of `scale`.
double from_decimal(const void* buffer, std::size_t at, const ArrowType& type) {
    std::vector<std::uint32_t> parts(type.width / sizeof(std::uint32_t));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i] = load<std::uint32_t>(buffer, at * parts.size() + i);
    }
    const auto is_negative = (parts.back() >> 31U) != 0;
    if (is_negative) negate(parts);
    std::string digits;
    constexpr std::uint32_t ten = 10;
    while (std::ranges::any_of(parts, [](auto part) { return part != 0; })) {
        digits += static_cast<char>('0' + divide(parts, ten));
    }
    if (digits.empty()) return 0.0;
    std::ranges::reverse(digits);
    digits += 'e' + std::to_string(-type.scale);
    double value = 0.0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return is_negative ? -value : value;
}

/// Writes the values of one view into a column.
class Reader {
  public:
    Reader(const ArrowView& view, ColumnWriter& column)
        : view_(view), type_(view.field->type), column_(column) {}

    void read(std::size_t row) {
        const auto at = view_.begin + row;
        const auto* const buffer = view_.array->buffers[1];
        switch (type_.kind) {
            case ArrowKind::boolean:
                return column_.push_boolean((load<std::uint8_t>(buffer, at / 8) >> at % 8 & 1U) !=
                                            0);
            case ArrowKind::signed_integer:
                return column_.push(load_signed(buffer, at, type_.width));
            case ArrowKind::unsigned_integer:
                return column_.push(natural(buffer, at, row));
            case ArrowKind::floating:
                return column_.push(floating(buffer, at));
            case ArrowKind::decimal:
                return column_.push(from_decimal(buffer, at, type_));
            case ArrowKind::date:
                return push_date(load_signed(buffer, at, type_.width), row);
            case ArrowKind::timestamp:
                return push_datetime(load<std::int64_t>(buffer, at), row);
            default:
                return column_.push_null();
        }
    }

  private:
    [[nodiscard]] std::int64_t natural(const void* buffer, std::size_t at, std::size_t row) const {
        const auto value = load_unsigned(buffer, at, type_.width);
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            view_.refuse(row,
                         std::to_string(value) +
                             " does not fit into a signed integer of 64 bits; cast the column to "
                             "floats or texts");
        }
        return static_cast<std::int64_t>(value);
    }

    [[nodiscard]] double floating(const void* buffer, std::size_t at) const {
        switch (type_.width) {
            case 2:
                return from_half(load<std::uint16_t>(buffer, at));
            case 4:
                return static_cast<double>(load<float>(buffer, at));
            default:
                return load<double>(buffer, at);
        }
    }

    void push_date(std::int64_t value, std::size_t row) {
        const auto day = floor_divide(value, type_.per_day);
        if (day < first_day || day > last_day) {
            view_.refuse(row,
                         "its day is " + std::to_string(day) +
                             " days from 1970-01-01, outside the years 1 to 9999");
        }
        column_.push_date(static_cast<std::int32_t>(day));
    }

    void push_datetime(std::int64_t value, std::size_t row) {
        // Seconds are bounded before they are multiplied.
        const auto seconds = floor_divide(value, type_.per_second);
        if (floor_divide(seconds, 86'400) < first_day || floor_divide(seconds, 86'400) > last_day) {
            view_.refuse(row,
                         "its time is " + std::to_string(seconds) +
                             " seconds from 1970-01-01, outside the years 1 to 9999");
        }
        const auto rest = value - seconds * type_.per_second;
        const auto microseconds = type_.per_second > microseconds_per_second
                                      ? rest / (type_.per_second / microseconds_per_second)
                                      : rest * (microseconds_per_second / type_.per_second);
        column_.push_datetime(seconds * microseconds_per_second + microseconds);
    }

    const ArrowView& view_;
    const ArrowType& type_;
    ColumnWriter& column_;
};

void read_dictionary(const ArrowView& view, ColumnWriter& column) {
    const auto values = values_of(view.dictionary());
    for (std::size_t row = 0; row < view.rows; ++row) {
        if (view.is_null(row)) {
            column.push_null();
        } else {
            column.push_from(values, view.index(row, values.size()));
        }
    }
}

void read_texts(const ArrowView& view, ColumnWriter& column) {
    const ArrowTexts texts(view);
    for (std::size_t row = 0; row < view.rows; ++row) {
        const auto text = texts.text(row);
        if (const auto fault = text ? utf8::first_fault(*text) : std::nullopt) {
            view.refuse(row, "the text is not UTF-8 at its byte " + std::to_string(*fault));
        }
        column.push(text);
    }
}

}  // namespace

Column values_of(const ArrowView& view) {
    ColumnWriter column(column_type(*view.field));
    if (view.field->index) {
        read_dictionary(view, column);
    } else if (column_type(*view.field) == ColumnType::text) {
        read_texts(view, column);
    } else {
        Reader reader(view, column);
        for (std::size_t row = 0; row < view.rows; ++row) {
            if (view.is_null(row)) {
                column.push_null();
            } else {
                reader.read(row);
            }
        }
    }
    return std::move(column).finish();
}

}  // namespace wortfeld

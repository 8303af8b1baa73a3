// Numbers in digits: what the shape of one token says.
#pragma once

#include "wortfeld/quantity/calendar.hpp"
#include "wortfeld/quantity/decimal.hpp"
#include "wortfeld/quantity/lexicon.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace wortfeld::quantity {

enum class DigitShape : std::uint8_t {
    none,     ///< no number
    integer,  ///< 42
    padded,   ///< 007: a group of a spaced number, part of a date or a code
    grouped,  ///< 400.000
    decimal,  ///< 1,03 and 1.234,5
    foreign,  ///< marks of another language, 3.5 or 1,234.56: a number only beside a unit
    dotted    ///< 10.3.2026, 1.2.3
};

struct Digits {
    DigitShape shape = DigitShape::none;
    Decimal value;  ///< 0 for none and dotted
};

/// The shape of a token of ASCII digits and marks, in a language that writes numbers so.
Digits read_digits(std::string_view token, const NumberFormat& format);

/// Day, month and year of a token like 10.3.2026 or 10.03.26 (that is 2026; from 70 on 19xx).
/// Nothing if there is no such day.
std::optional<CivilDate> read_dotted_date(std::string_view token);
/// Day and month of a token like 10.3; the year is left 0. Nothing if no year has such a day.
std::optional<CivilDate> read_dotted_day(std::string_view token);

}  // namespace wortfeld::quantity

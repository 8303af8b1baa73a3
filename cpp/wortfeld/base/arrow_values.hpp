// Values of an Arrow producer as columns of our own.
#pragma once

#include "wortfeld/base/arrow_import.hpp"
#include "wortfeld/base/columns.hpp"

namespace wortfeld {

/// The values of a column, copied. Integers become int64, floats and decimals the nearest float64;
/// timestamps datetimes in microseconds (finer ones are cut), with a time zone those of UTC.
///
/// `Error{bad_argument}` for a type that no column holds, `Error{bad_input}` naming column and row
/// for text that is not UTF-8, an integer beyond 64 bits, a day or time outside the years 1 to
/// 9999.
[[nodiscard]] Column values_of(const ArrowView& view);

}  // namespace wortfeld

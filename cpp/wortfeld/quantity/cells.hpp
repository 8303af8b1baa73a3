// Numbers in the rows and columns of tables.
#pragma once

#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/counted.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// "abbauen 2 4 Bedienen": a column and the number of a heading; "Nr. 4 1 Ton" is none.
bool is_in_columns(const Line& line, std::size_t begin);

/// Whether the amount is rather the cell of a table than a count. In a row of a table bare digits
/// count only with a unit, a limit or a small word before them, or in brackets of their own.
bool is_cell(const Line& line, const Amount& amount, const std::optional<Counted>& counted);

}  // namespace wortfeld::quantity

// Numbers that are part of a name, a code, a score or a list instead of counting.
#pragma once

#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/counted.hpp"
#include "wortfeld/quantity/line.hpp"

#include <optional>

namespace wortfeld::quantity {

/// Whether an amount without currency, percent sign or unit of time is no number: GPT-4, 3:2,
/// Artikel 5, 1. …, a year, an hour. What it counts, if anything, speaks for a number.
bool is_rejected(const Line& line, const Amount& amount, const std::optional<Counted>& counted);

}  // namespace wortfeld::quantity

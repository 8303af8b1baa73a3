// What was read of a quantity as columns: the same in every table that shows it.
#pragma once

#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/quantity/quantity.hpp"

#include <tuple>

namespace wortfeld::entity {

/// The cells of value, value_high, value_text, unit, modifier, date_first, date_last and timex;
/// views into the quantity.
inline auto reading_cells(const quantity::Quantity& read) {
    return std::tuple(read.value,
                      read.value_high,
                      null_if_empty(read.value_text),
                      null_if_empty(read.unit),
                      null_if_empty(quantity::name_of(read.modifier)),
                      Day{read.date_first},
                      Day{read.date_last},
                      null_if_empty(read.timex));
}

}  // namespace wortfeld::entity

// The places a number was counted from.
#pragma once

#include "wortfeld/analysis/network.hpp"
#include "wortfeld/base/columns.hpp"

#include <optional>

namespace wortfeld::analysis {

/// One row per unit in which a and b meet, in document order: document, sentence (null for larger
/// units), start, end (the unit), a_start, a_end, b_start, b_end (the two mentions with the
/// smallest gap in code points; ties by smaller a_start, then b_start), text (the unit).
Columns evidence_table(const Network& network,
                       std::size_t a,
                       std::size_t b,
                       std::optional<std::size_t> top);

}  // namespace wortfeld::analysis

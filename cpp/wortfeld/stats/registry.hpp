// The one list of measures: everything that names, documents or looks up a measure reads it.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/stats/contingency.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::stats {

enum class Family : std::uint8_t {
    significance,  ///< how sure is it that a and b are associated; grows with N
    effect,        ///< how strong is the association; does not grow with N
    information,   ///< effect in bits of surprise
    conservative   ///< effect that is certain at a level of confidence
};

[[nodiscard]] std::string_view to_text(Family family) noexcept;

/// One measure. The texts are for readers; the dictionary entry above the function is the source.
struct Measure {
    std::string_view name;
    Family family;
    double (*score)(const Contingency&);
    std::string_view formula;
    std::string_view source;
    std::string_view range;
    std::string_view direction;
    bool symmetric;  ///< same value for (a, b) and (b, a)
    std::string_view zero;
    std::string_view null_distribution;
    std::string_view other_names;  ///< separated by ", "; may be empty
};

/// All measures in the order in which they are shown.
[[nodiscard]] std::span<const Measure> measures() noexcept;

/// The measure of that name; otherwise `Error{unknown_name}` with near names, other names included.
[[nodiscard]] const Measure& find_measure(std::string_view name);

/// The registry as columns: name, family, formula, source, range, symmetric, zero, other_names.
[[nodiscard]] Columns measure_table();

/// What else the registry knows: name, direction, null_distribution.
[[nodiscard]] Columns measure_details();

}  // namespace wortfeld::stats

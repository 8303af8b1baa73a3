// Measures and tests over columns of tables; row i of a result belongs to row i of the marginals.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/stats/contingency.hpp"
#include "wortfeld/stats/registry.hpp"

#include <span>

namespace wortfeld::stats {

/// The measure of every row. An impossible table is `Error{bad_argument}` with row and values, and
/// so are columns of unequal length; what `scores` holds then is unspecified.
void score(const Measure& measure, const Marginals& marginals, std::span<double> scores, Job& job);

/// Where tail probabilities go: two columns as long as the marginals.
struct TailColumns {
    std::span<double> p;
    std::span<double> log10_p;
};

/// `fisher` of every row, with the same errors as `score`.
void fisher(const Marginals& marginals, TailColumns tails, Job& job);

}  // namespace wortfeld::stats

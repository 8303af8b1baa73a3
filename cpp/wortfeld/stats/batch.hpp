// Measures and tests over columns of tables; row i of a result belongs to row i of the marginals.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/stats/contingency.hpp"
#include "wortfeld/stats/registry.hpp"

#include <vector>

namespace wortfeld::stats {

/// The measure of every row. An impossible table is `Error{bad_argument}` with row and values.
[[nodiscard]] std::vector<double> score(const Measure& measure,
                                        const Marginals& marginals,
                                        Job& job);

/// Tail probabilities as two columns.
struct TailProbabilities {
    std::vector<double> p;
    std::vector<double> log10_p;
};

/// `fisher` of every row, with the same errors as `score`.
[[nodiscard]] TailProbabilities fisher(const Marginals& marginals, Job& job);

}  // namespace wortfeld::stats

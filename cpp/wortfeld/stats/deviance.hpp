// The deviance of a table from independence, without cancellation.
#pragma once

#include "wortfeld/stats/contingency.hpp"

namespace wortfeld::stats {

/// sum_ij O_ij * ln(O_ij / E_ij), with 0 * ln 0 := 0; half of the unsigned G2.
///
/// Each cell adds o * ln(o / e) + e - o >= 0 (Loader 2000, "Fast and accurate computation of
/// binomial probabilities"); the added terms e - o cancel over the four cells. The difference o - e
/// is the same for all cells but for its sign and comes from integers, so the sum keeps its digits
/// where observed and expected counts agree in all but the last. Never negative; 0 exactly under
/// independence and when a marginal is zero. Exchanging rows and columns gives the same bits.
[[nodiscard]] double deviance(const Contingency& table) noexcept;

/// One term of it, o * ln(o / e) + e - o for o, e > 0, where `difference` is o - e to the last
/// digit.
[[nodiscard]] double deviance_of_count(double observed,
                                       double expected,
                                       double difference) noexcept;

}  // namespace wortfeld::stats

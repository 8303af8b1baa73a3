// Fisher's exact test, one-sided: is the pair met more often than its frequencies explain?
#pragma once

#include "wortfeld/stats/contingency.hpp"

namespace wortfeld::stats {

/// A probability and its decimal logarithm, which stays finite where `p` underflows to 0.
struct TailProbability {
    double p = 1.0;
    double log10_p = 0.0;
};

/// P(X >= O11 | R1, C1, N), X hypergeometric: the chance to meet a and b at least O11 times in N
/// units if they were independent (Fisher 1935; right tail, "greater" in R and scipy).
///
///     p = sum_{k >= O11} C(R1, k) * C(R2, C1 - k) / C(N, C1)
///
/// 1 exactly when O11 is the smallest count the marginals allow (O11 = 0 or O22 = 0), so also for
/// zero marginals and the empty table.
///
/// Up to 64 units the sum is one of integers and the result the nearest double or its neighbour.
/// Above, the probability of O11 itself comes from the deviance of the table and Stirling's series
/// (Loader 2000), and the terms beyond it, of the smaller tail, follow by recurrence until those
/// left no longer matter, or by an integral where they are very many. The relative error of log10_p
/// is below 1e-13, that of p below 1e-14 * |ln p| + 1e-13, for any n. The time is below a
/// microsecond as a rule, up to some 50 microseconds where O11 is close to E11 in very large
/// tables. Exchanging rows and columns gives the same bits.
[[nodiscard]] TailProbability fisher(const Contingency& table) noexcept;

/// The probability of exactly this table given its marginals, as a natural logarithm.
[[nodiscard]] double log_hypergeometric(const Contingency& table) noexcept;

}  // namespace wortfeld::stats

// The sum of one tail of the hypergeometric distribution, relative to its first term.
#pragma once

#include <cstdint>

namespace wortfeld::stats {

/// The way outwards through the tables with the same marginals: at each step the two counts
/// `giving` lose one and the two counts `taking` gain one. The way starts beyond the expected
/// table, giving_first * giving_second <= taking_first * taking_second, so that terms only fall.
struct TailWalk {
    std::uint64_t giving_first = 0;
    std::uint64_t giving_second = 0;
    std::uint64_t taking_first = 0;
    std::uint64_t taking_second = 0;
};

/// The probabilities of the first table and of all that follow, the first as 1; at least 1.
/// The relative error is below 1e-13. Never more than some 10^4 steps: where the tail is longer, it
/// is so smooth that an integral takes the place of the sum.
[[nodiscard]] double relative_tail_sum(const TailWalk& walk) noexcept;

}  // namespace wortfeld::stats

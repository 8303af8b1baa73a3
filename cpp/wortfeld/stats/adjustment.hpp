// Correction of p-values for the number of pairs that could have been found.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::stats {

/// q-values: the false discovery rate at which each pair would just be reported (Benjamini &
/// Hochberg 1995, as adjusted p-values).
///
///     q_(i) = min over j >= i of p_(j) * m / j, at most 1; p_(1) <= p_(2) <= ...
///
/// `log10_p` holds the decimal logarithms of the p-values of the pairs seen, in any order; `m` is
/// the number of candidates. Candidates never seen have p = 1, stand behind all others and change
/// nothing but m. Equal p-values get equal q-values; the order of q is the order of p; the result
/// keeps the order of `log10_p`. q underflows to 0 below 1e-308.
///
/// m below the number of p-values, and a logarithm that is NaN or above 0, are
/// `Error{bad_argument}`.
[[nodiscard]] std::vector<double> benjamini_hochberg(std::span<const double> log10_p,
                                                     std::uint64_t m);

}  // namespace wortfeld::stats

// Measures of association between two events, one pure function each.
//
// Notation of Evert (2008, "Corpora and collocations"): O_ij observed and E_ij = R_i * C_j / N
// expected counts, R_i and C_j row and column sums, N the sum of all. a is the event of the rows,
// b that of the columns. Nothing is smoothed, clipped or rounded unless the formula says so: a
// limit that exists is returned, infinite ones as +-inf, and NaN stands only where there is none.
// Tables hold at most 2^63 - 1 units. The error is a few units in the last place, also close to 0.
#pragma once

#include "wortfeld/stats/contingency.hpp"

namespace wortfeld::stats {

/// Log-likelihood ratio, signed (Dunning 1993; notation of Evert 2008).
///
///     G2 = 2 * sum_ij O_ij * ln(O_ij / E_ij),   0 * ln 0 := 0
///
/// Range [-2 N ln 2, 2 N ln 2]; negative when O11 < E11. Under independence |G2| ~ chi-squared, 1
/// df. 0 when a marginal is zero (every cell equals its expectation) and for the empty table.
/// Symmetric. Other names: LLR, G2, G-test, likelihood ratio.
[[nodiscard]] double log_likelihood(const Contingency& table) noexcept;

/// Pointwise mutual information, in bits (Fano 1961; Church & Hanks 1990).
///
///     PMI = log2(O11 / E11)
///
/// Range [-inf, log2 N]; 0 under independence, positive when a and b attract.
/// -inf when O11 = 0; NaN when R1 = 0 or C1 = 0: then O11 = E11 = 0, and 0/0 has no limit.
/// Symmetric. Other names: MI, mutual information, association ratio.
[[nodiscard]] double pmi(const Contingency& table) noexcept;

/// Normalised pointwise mutual information (Bouma 2009).
///
///     NPMI = log2(O11 / E11) / -log2(O11 / N)
///
/// Range [-1, 1]; -1 never together, 0 under independence, 1 never apart.
/// -1 when O11 = 0, its limit; NaN when R1 = 0 or C1 = 0 (as PMI) and when O11 = N: then both
/// logarithms are 0, and the limit is 1 or 0 depending on the way. Symmetric.
[[nodiscard]] double npmi(const Contingency& table) noexcept;

/// Log ratio: binary logarithm of the relative risk (Hardie 2014, without his discount at zero).
///
///     LR = log2((O11 / R1) / (O21 / R2))
///
/// Range [-inf, inf]; +1 means b is twice as frequent with a as without it; 0 under independence.
/// -inf when only O11 = 0, +inf when only O21 = 0; NaN when both are (b never occurs) and when R1 =
/// 0 or R2 = 0 (one side has no units). Not symmetric. Other names: log2 relative risk.
[[nodiscard]] double log_ratio(const Contingency& table) noexcept;

/// Log odds ratio with one half added to each cell (Haldane 1956; Anscombe 1956; Gart 1966).
///
///     LO = ln(((O11 + 1/2) * (O22 + 1/2)) / ((O12 + 1/2) * (O21 + 1/2)))
///
/// Range (-inf, inf), in natural logarithms; finite for every table, the halves see to that.
/// 0 for the empty table; where a marginal is zero, the value comes from the halves alone.
/// Symmetric. Other names: discounted log odds ratio, logit difference.
[[nodiscard]] double log_odds(const Contingency& table) noexcept;

/// Dice coefficient (Dice 1945; Smadja, McKeown & Hatzivassiloglou 1996).
///
///     Dice = 2 * O11 / (R1 + C1)
///
/// Range [0, 1]; 0 never together, 1 never apart; no fixed value under independence.
/// 0 when O11 = 0; NaN when R1 = C1 = 0: neither occurs, 0/0. Symmetric.
/// Other names: Sorensen-Dice, F1 of the two conditional probabilities.
[[nodiscard]] double dice(const Contingency& table) noexcept;

/// Logarithmic Dice coefficient (Rychly 2008).
///
///     logDice = 14 + log2(2 * O11 / (R1 + C1))
///
/// Range [-inf, 14]; 14 never apart, 0 once together in 16,384, +1 means twice as often; does not
/// depend on N. -inf when O11 = 0; NaN when R1 = C1 = 0. Symmetric.
[[nodiscard]] double log_dice(const Contingency& table) noexcept;

/// Jaccard coefficient (Jaccard 1901).
///
///     Jaccard = O11 / (O11 + O12 + O21)
///
/// Range [0, 1]; 0 never together, 1 never apart; no fixed value under independence.
/// 0 when O11 = 0; NaN when R1 = C1 = 0: neither occurs, 0/0. Symmetric. Other names: Tanimoto.
[[nodiscard]] double jaccard(const Contingency& table) noexcept;

/// Delta P of b given a (Allan 1980; Ellis 2006; Gries 2013).
///
///     DeltaP(b|a) = O11 / R1 - O21 / R2 = (O11 * O22 - O12 * O21) / (R1 * R2)
///
/// Range [-1, 1]; how much likelier b is where a is; 0 under independence.
/// NaN when R1 = 0 or R2 = 0: one of the two shares is taken of nothing. 0 when C1 = 0.
/// Not symmetric. Other names: delta P 2|1, risk difference.
[[nodiscard]] double delta_p_b_given_a(const Contingency& table) noexcept;

/// Delta P of a given b: the same for the transposed table (Gries 2013).
///
///     DeltaP(a|b) = O11 / C1 - O12 / C2 = (O11 * O22 - O12 * O21) / (C1 * C2)
///
/// Range [-1, 1]; how much likelier a is where b is; 0 under independence.
/// NaN when C1 = 0 or C2 = 0: one of the two shares is taken of nothing. 0 when R1 = 0.
/// Not symmetric. Other names: delta P 1|2.
[[nodiscard]] double delta_p_a_given_b(const Contingency& table) noexcept;

}  // namespace wortfeld::stats

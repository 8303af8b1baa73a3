// Every pair of a network that met, with its table, measures, test and correction.
#pragma once

#include "wortfeld/analysis/network.hpp"
#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wortfeld::analysis {

struct PairsOptions {
    std::vector<std::string> measures;           ///< names of the registry
    std::optional<double> max_q = std::nullopt;  ///< keeps q-values up to this one
    std::uint64_t min_count = 1;
    std::vector<std::string> sort = {"count"};  ///< columns, largest first; p and q smallest first
    std::optional<std::size_t> top = std::nullopt;
};

/// a, b, kind_a, kind_b, count, document_count, expected, expected_within, measures, p_value,
/// log10_p, q_value. The p-value is Fisher's, one-sided; q by Benjamini-Hochberg over all
/// k(k-1)/2 candidates, met or not; `max_q`, `min_count` and `top` act after it. Ties by count,
/// documents, names. A measure that is not symmetric fills two columns, <name>_b_given_a and
/// <name>_a_given_b. `expected_within` is null where a unit is a document.
Columns pairs_table(const Network& network, const PairsOptions& options, Job& job);

/// How many pairs could have been found: k(k-1)/2 for k nodes.
std::uint64_t candidate_count(const Network& network);

/// entity, kind, units: every node, in how many units it occurs; most frequent first.
Columns nodes_table(const Network& network);

/// Count of (a, b) expected if both kept their documents but met by chance within them: the sum
/// over documents of r1 * c1 / n.
double expected_within(const Network& network, std::size_t a, std::size_t b);

}  // namespace wortfeld::analysis

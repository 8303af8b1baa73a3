#include "wortfeld/analysis/apart.hpp"

#include <algorithm>
#include <cstddef>

namespace wortfeld::analysis {
namespace {

bool overlap(const Occurrence& a, const Occurrence& b) {
    return a.span.begin < b.span.end && b.span.begin < a.span.end;
}

/// Whether one mention of the one lies apart from one of the other.
bool meet(std::span<const Occurrence> of_a, std::span<const Occurrence> of_b) {
    return std::any_of(of_a.begin(), of_a.end(), [&](const Occurrence& a) {
        return std::any_of(
            of_b.begin(), of_b.end(), [&](const Occurrence& b) { return !overlap(a, b); });
    });
}

/// Adds the pairs of one unit.
void add_apart(const Network& network,
               std::uint32_t unit,
               const std::vector<std::uint32_t>& items,
               std::vector<Apart>& apart) {
    for (auto a = items.begin(); a != items.end(); ++a) {
        const auto of_a = network.occurrences_in(*a, unit);
        for (auto b = a + 1; b != items.end(); ++b) {
            if (meet(of_a, network.occurrences_in(*b, unit))) continue;
            apart.push_back({.a = *a, .b = *b, .unit = unit});
        }
    }
}

}  // namespace

std::vector<Apart> pairs_apart(const Network& network,
                               std::span<const std::uint32_t> units,
                               const std::vector<std::vector<std::uint32_t>>& items) {
    std::vector<Apart> apart;
    for (std::size_t at = 0; at < units.size(); ++at) {
        add_apart(network, units[at], items[at], apart);
    }
    std::sort(apart.begin(), apart.end());
    return apart;
}

}  // namespace wortfeld::analysis

#include "wortfeld/stats/adjustment.hpp"

#include "wortfeld/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>

namespace wortfeld::stats {
namespace {

void require_valid(std::span<const double> log10_p, std::uint64_t m) {
    if (m < log10_p.size()) {
        throw Error(ErrorKind::bad_argument,
                    "the number of candidates, m = " + std::to_string(m) +
                        ", is smaller than the number of p-values, " +
                        std::to_string(log10_p.size()));
    }
    for (std::size_t i = 0; i < log10_p.size(); ++i) {
        if (log10_p[i] <= 0.0) continue;
        throw Error(ErrorKind::bad_argument,
                    "log10_p must be at most 0, got " + std::to_string(log10_p[i]) + " in row " +
                        std::to_string(i));
    }
}

}  // namespace

std::vector<double> benjamini_hochberg(std::span<const double> log10_p, std::uint64_t m) {
    require_valid(log10_p, m);
    std::vector<std::size_t> order(log10_p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return log10_p[a] < log10_p[b];
    });
    std::vector<double> q(log10_p.size());
    double smallest = 1.0;
    for (auto rank = order.size(); rank > 0; --rank) {
        const auto row = order[rank - 1];
        // m / rank joins in the exponent: p alone may be too small for a double.
        const double factor = static_cast<double>(m) / static_cast<double>(rank);
        smallest = std::min(smallest, std::pow(10.0, log10_p[row] + std::log10(factor)));
        q[row] = smallest;
    }
    return q;
}

}  // namespace wortfeld::stats

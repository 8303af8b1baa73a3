#include "wortfeld/stats/tail_sum.hpp"

#include "wortfeld/stats/deviance.hpp"
#include "wortfeld/stats/exact.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wortfeld::stats {
namespace {

// The sum is finished when all terms that are left together change it by less than this share.
constexpr double negligible = 0x1p-55;

// Tails that fall by a factor of e within fewer steps are added up term by term.
constexpr double longest_scale = 1024.0;

double sum_of_terms(const TailWalk& walk) noexcept {
    auto giving_first = static_cast<double>(walk.giving_first);
    auto giving_second = static_cast<double>(walk.giving_second);
    auto taking_first = static_cast<double>(walk.taking_first);
    auto taking_second = static_cast<double>(walk.taking_second);
    double term = 1.0;
    double sum = 1.0;
    while (giving_first > 0.0 && giving_second > 0.0) {
        const double ratio =
            (giving_first-- * giving_second--) / (++taking_first * ++taking_second);
        term *= ratio;
        sum += term;
        // Ratios only fall, so a geometric series bounds what is left.
        if (term * ratio < negligible * sum * (1.0 - ratio)) break;
    }
    return sum;
}

// -ln of c! / (c + change)! without its linear part change * ln(c), by Stirling's formula. Counts
// are above 10^6 here, so that one term of Stirling's series is enough.
double curvature_of_factorial(std::uint64_t count, double change) noexcept {
    const auto old_count = static_cast<double>(count);
    const double new_count = old_count + change;
    return deviance_of_count(new_count, old_count, change) + 0.5 * std::log1p(change / old_count) -
           change / (12.0 * old_count * new_count);
}

// ln of the first term / the term `steps` further out, for any real number of steps.
double log_fall(const TailWalk& walk, double slope, double steps) noexcept {
    return steps * slope + curvature_of_factorial(walk.giving_first, -steps) +
           curvature_of_factorial(walk.giving_second, -steps) +
           curvature_of_factorial(walk.taking_first, steps) +
           curvature_of_factorial(walk.taking_second, steps);
}

struct Node {
    double place;
    double weight;
};

// Gauss-Legendre, 16 nodes on [-1, 1]; the other eight mirror these.
constexpr std::array<Node, 8> nodes = {{
    {0.09501250983763744019, 0.1894506104550684963},
    {0.2816035507792589132, 0.1826034150449235889},
    {0.4580167776572273863, 0.1691565193950025382},
    {0.6178762444026437484, 0.1495959888165767321},
    {0.7554044083550030339, 0.1246289712555338721},
    {0.8656312023878317439, 0.09515851168249278481},
    {0.9445750230732325761, 0.06225352393864789286},
    {0.9894009349916499326, 0.02715245941175409485},
}};

// Euler and Maclaurin: the sum from 0 is the integral from -1/2, plus a 24th of the derivative
// there. The next correction is below 1e-14 of the sum at scales above `longest_scale`.
double integral_of_terms(const TailWalk& walk, double scale) noexcept {
    const double slope = log_quotient(product(walk.taking_first, walk.taking_second),
                                      product(walk.giving_first, walk.giving_second));
    const auto term = [&](double steps) { return std::exp(-log_fall(walk, slope, steps)); };
    constexpr double start = -0.5;
    const double half = 0.5 * scale;
    // The fall from the place before the first term to the first, half a step on either side.
    const double slope_at_start =
        log_quotient(product(walk.taking_first, walk.taking_second),
                     product(walk.giving_first + 1, walk.giving_second + 1));
    double sum = -slope_at_start * term(start) / 24.0;
    for (double middle = start + half;; middle += scale) {
        double panel = 0.0;
        for (const auto& [place, weight] : nodes) {
            panel += weight * (term(middle - half * place) + term(middle + half * place));
        }
        panel *= half;
        sum += panel;
        if (panel < negligible * sum) return sum;
    }
}

}  // namespace

double relative_tail_sum(const TailWalk& walk) noexcept {
    if (walk.giving_first == 0 || walk.giving_second == 0) return 1.0;
    const double slope = log_quotient(product(walk.taking_first + 1, walk.taking_second + 1),
                                      product(walk.giving_first, walk.giving_second));
    // 1 / variance, and the number of steps in which the tail falls by a factor of about e.
    const double curvature = 1.0 / static_cast<double>(walk.giving_first) +
                             1.0 / static_cast<double>(walk.giving_second) +
                             1.0 / static_cast<double>(walk.taking_first + 1) +
                             1.0 / static_cast<double>(walk.taking_second + 1);
    const double scale = std::min(1.0 / slope, 1.0 / std::sqrt(curvature));
    if (scale < longest_scale) return sum_of_terms(walk);
    return integral_of_terms(walk, scale);
}

}  // namespace wortfeld::stats

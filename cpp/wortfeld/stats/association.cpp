#include "wortfeld/stats/association.hpp"

#include "wortfeld/stats/deviance.hpp"
#include "wortfeld/stats/exact.hpp"

#include <limits>

namespace wortfeld::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// (O11 * O22 - O12 * O21) / (first * second)
double determinant_over(const Contingency& table, std::uint64_t first, std::uint64_t second) {
    if (first == 0 || second == 0) return undefined;
    return to_double(product(table.o11, table.o22) - product(table.o12, table.o21)) /
           to_double(product(first, second));
}

}  // namespace

double log_likelihood(const Contingency& table) noexcept {
    const double unsigned_value = 2.0 * deviance(table);
    const bool repelled = product(table.o11, table.o22) < product(table.o12, table.o21);
    return repelled ? -unsigned_value : unsigned_value;
}

double pmi(const Contingency& table) noexcept {
    if (table.r1() == 0 || table.c1() == 0) return undefined;
    if (table.o11 == 0) return -infinity;
    return log2_quotient(product(table.o11, table.n()), product(table.r1(), table.c1()));
}

double npmi(const Contingency& table) noexcept {
    const auto n = table.n();
    if (table.r1() == 0 || table.c1() == 0 || table.o11 == n) return undefined;
    if (table.o11 == 0) return -1.0;
    const double self_information = log2_quotient(n, table.o11);
    const auto marginals = product(table.r1(), table.c1());
    // Close to 1, what is missing to 1 keeps its digits, and the result cannot pass 1.
    const double missing =
        log2_quotient(marginals, product(table.o11, table.o11)) / self_information;
    if (missing < 0.5) return 1.0 - missing;
    return log2_quotient(product(table.o11, n), marginals) / self_information;
}

double log_ratio(const Contingency& table) noexcept {
    if (table.r1() == 0 || table.r2() == 0 || table.c1() == 0) return undefined;
    if (table.o11 == 0) return -infinity;
    if (table.o21 == 0) return infinity;
    return log2_quotient(product(table.o11, table.r2()), product(table.o21, table.r1()));
}

double log_odds(const Contingency& table) noexcept {
    // Every factor doubled: the halves become ones.
    const auto doubled = [](std::uint64_t count) { return 2 * count + 1; };
    return log_quotient(product(doubled(table.o11), doubled(table.o22)),
                        product(doubled(table.o12), doubled(table.o21)));
}

double dice(const Contingency& table) noexcept {
    if (table.r1() == 0 && table.c1() == 0) return undefined;
    return to_double(product(2, table.o11)) / to_double(static_cast<Wide>(table.r1()) + table.c1());
}

double log_dice(const Contingency& table) noexcept {
    if (table.r1() == 0 && table.c1() == 0) return undefined;
    if (table.o11 == 0) return -infinity;
    // 14 goes into the logarithm as 2^14, so that nothing is lost where the sum is close to 0.
    constexpr std::uint64_t twice_two_to_14 = 1U << 15U;
    return log2_quotient(product(twice_two_to_14, table.o11),
                         static_cast<Wide>(table.r1()) + table.c1());
}

double jaccard(const Contingency& table) noexcept {
    const auto either = table.o11 + table.o12 + table.o21;
    if (either == 0) return undefined;
    return static_cast<double>(table.o11) / static_cast<double>(either);
}

double delta_p_b_given_a(const Contingency& table) noexcept {
    return determinant_over(table, table.r1(), table.r2());
}

double delta_p_a_given_b(const Contingency& table) noexcept {
    return determinant_over(table, table.c1(), table.c2());
}

}  // namespace wortfeld::stats

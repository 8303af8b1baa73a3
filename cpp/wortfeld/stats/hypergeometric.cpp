#include "wortfeld/stats/hypergeometric.hpp"

#include "wortfeld/stats/deviance.hpp"
#include "wortfeld/stats/exact.hpp"
#include "wortfeld/stats/tail_sum.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace wortfeld::stats {
namespace {

constexpr double log10e = std::numbers::log10e;
constexpr double two_pi = 2.0 * std::numbers::pi;

// The largest n whose binomial coefficients, and so all sums of their products, stay below 2^63.
constexpr std::size_t exact_limit = 64;

using PascalTriangle = std::array<std::array<std::uint64_t, exact_limit + 1>, exact_limit + 1>;

constexpr PascalTriangle pascal_triangle() {
    PascalTriangle triangle{};
    for (std::size_t n = 0; n <= exact_limit; ++n) {
        triangle[n][0] = 1;
        for (std::size_t k = 1; k <= n; ++k) {
            triangle[n][k] = triangle[n - 1][k - 1] + triangle[n - 1][k];
        }
    }
    return triangle;
}

constexpr PascalTriangle choose = pascal_triangle();

TailProbability exact_tail(const Contingency& table) noexcept {
    std::uint64_t favourable = 0;
    for (std::uint64_t k = table.o11; k <= table.r1() && k <= table.c1(); ++k) {
        favourable += choose[table.r1()][k] * choose[table.r2()][table.c1() - k];
    }
    const auto all = choose[table.n()][table.c1()];
    return {
        .p = static_cast<double>(favourable) / static_cast<double>(all),
        .log10_p = log_quotient(static_cast<Wide>(favourable), static_cast<Wide>(all)) * log10e};
}

// ln(x!) - (x + 1/2) * ln(x) + x - ln(2 pi) / 2 for x = 1 to 15; Stirling's series is too short
// there.
constexpr std::array<double, 16> small_stirling_errors = {
    0.0,
    0.08106146679532725822,
    0.04134069595540929409,
    0.02767792568499833915,
    0.02079067210376509311,
    0.01664469118982119216,
    0.01387612882307074800,
    0.01189670994589177010,
    0.01041126526197209650,
    0.009255462182712732918,
    0.008330563433362871257,
    0.007573675487951840795,
    0.006942840107209529866,
    0.006408994188004207068,
    0.005951370112758847736,
    0.005554733551962801371,
};

// What Stirling's formula misses of ln(x!); 0 for x = 0, where the formula is not used.
double stirling_error(std::uint64_t x) noexcept {
    if (x < small_stirling_errors.size()) return small_stirling_errors[x];
    const auto inverse = 1.0 / static_cast<double>(x);
    const auto square = inverse * inverse;
    // The next term, 691 / (360360 x^11), is below 2^-53 from x = 16 on.
    return inverse *
           (1.0 / 12.0 -
            square * (1.0 / 360.0 -
                      square * (1.0 / 1260.0 - square * (1.0 / 1680.0 - square * (1.0 / 1188.0)))));
}

// 2 pi x, the square of the root in Stirling's formula; 1 for x = 0, where 0! needs no root.
double stirling_square(std::uint64_t x) noexcept {
    return x == 0 ? 1.0 : two_pi * static_cast<double>(x);
}

TailProbability upper_tail(const Contingency& table) noexcept {
    const double sum = relative_tail_sum({.giving_first = table.o12,
                                          .giving_second = table.o21,
                                          .taking_first = table.o11,
                                          .taking_second = table.o22});
    const double log_p = log_hypergeometric(table) + std::log(sum);
    return {.p = std::exp(log_p), .log10_p = log_p * log10e};
}

// 1 - P(X < O11), for O11 at or below its expectation: the lower tail is then the smaller part.
TailProbability complement_of_lower_tail(const Contingency& table) noexcept {
    const Contingency below{
        .o11 = table.o11 - 1, .o12 = table.o12 + 1, .o21 = table.o21 + 1, .o22 = table.o22 - 1};
    const double sum = relative_tail_sum({.giving_first = below.o11,
                                          .giving_second = below.o22,
                                          .taking_first = below.o12,
                                          .taking_second = below.o21});
    const double lower = std::exp(log_hypergeometric(below)) * sum;
    return {.p = 1.0 - lower, .log10_p = std::log1p(-lower) * log10e};
}

}  // namespace

double log_hypergeometric(const Contingency& table) noexcept {
    // x! = sqrt(2 pi x) * (x / e)^x * exp(stirling_error(x)); the powers combine into the deviance.
    // Pairs that change places under transposition stand together: the same bits both ways.
    const double squares = (stirling_square(table.r1()) * stirling_square(table.c1())) *
                           (stirling_square(table.r2()) * stirling_square(table.c2())) /
                           stirling_square(table.n()) /
                           (stirling_square(table.o12) * stirling_square(table.o21)) /
                           (stirling_square(table.o11) * stirling_square(table.o22));
    const double errors = (stirling_error(table.r1()) + stirling_error(table.c1())) +
                          (stirling_error(table.r2()) + stirling_error(table.c2())) -
                          stirling_error(table.n()) -
                          (stirling_error(table.o12) + stirling_error(table.o21)) -
                          (stirling_error(table.o11) + stirling_error(table.o22));
    return 0.5 * std::log(squares) + errors - deviance(table);
}

TailProbability fisher(const Contingency& table) noexcept {
    const bool smallest_possible = table.o11 == 0 || table.o22 == 0;
    if (smallest_possible) return {.p = 1.0, .log10_p = 0.0};
    if (table.n() <= exact_limit) {
        return exact_tail(table.r1() <= table.c1() ? table : table.transposed());
    }
    const bool attracted = product(table.o11, table.o22) > product(table.o12, table.o21);
    return attracted ? upper_tail(table) : complement_of_lower_tail(table);
}

}  // namespace wortfeld::stats

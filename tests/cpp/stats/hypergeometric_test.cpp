#include "wortfeld/stats/hypergeometric.hpp"

#include "wortfeld/stats/tail_sum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace wortfeld::stats {
namespace {

TEST(Fisher, IsTheShareOfTablesAtLeastAsFull) {
    // 1 of the C(8, 4) = 70 ways to place four holds all four, 16 hold three.
    EXPECT_EQ(fisher({.o11 = 4, .o12 = 0, .o21 = 0, .o22 = 4}).p, 1.0 / 70);
    EXPECT_EQ(fisher({.o11 = 3, .o12 = 1, .o21 = 1, .o22 = 3}).p, 17.0 / 70);
    EXPECT_EQ(fisher({.o11 = 1, .o12 = 3, .o21 = 3, .o22 = 1}).p, 69.0 / 70);
}

TEST(Fisher, IsOneForTheSmallestPossibleCount) {
    for (const auto& table : {Contingency{},
                              Contingency{.o11 = 0, .o12 = 5, .o21 = 7, .o22 = 1000},
                              Contingency{.o11 = 40, .o12 = 50, .o21 = 60, .o22 = 0},
                              Contingency{.o11 = 5, .o12 = 0, .o21 = 5, .o22 = 0}}) {
        const auto tail = fisher(table);
        EXPECT_EQ(tail.p, 1.0);
        EXPECT_EQ(tail.log10_p, 0.0);
        EXPECT_FALSE(std::signbit(tail.log10_p));
    }
}

TEST(Fisher, IsOneWhereAMarginalIsEmptyOrFull) {
    EXPECT_EQ(fisher(contingency_from_marginals(0, 0, 50, 200)).p, 1.0);
    EXPECT_EQ(fisher(contingency_from_marginals(50, 200, 50, 200)).p, 1.0);
}

TEST(Fisher, KeepsTheLogarithmWhereThePValueUnderflows) {
    const auto tail = fisher(contingency_from_marginals(5000, 5000, 5000, 1000000));
    EXPECT_EQ(tail.p, 0.0);
    // 1 / C(10^6, 5000), from log-gamma with 60 digits.
    EXPECT_NEAR(tail.log10_p, -13668.937142607935, 1e-9);
}

TEST(Fisher, KeepsTheDigitsOfTheLogarithmNextToOne) {
    // All but one of the C(100, 50) tables.
    const auto tail = fisher(contingency_from_marginals(1, 50, 50, 100));
    EXPECT_EQ(tail.p, 1.0);
    EXPECT_NEAR(tail.log10_p / -4.304576213741678e-30, 1.0, 1e-12);
}

TEST(Fisher, IsContinuousWhereTheIntegersEnd) {
    // Up to 64 units come from integers, 65 from logarithms.
    const double exact = fisher(contingency_from_marginals(20, 30, 31, 64)).p;
    const double by_logarithms = fisher(contingency_from_marginals(20, 30, 31, 65)).p;
    EXPECT_NEAR(exact, 0.006088172472011112, 1e-18);
    EXPECT_NEAR(by_logarithms, 0.00459986014070436, 1e-16);
}

TEST(Fisher, FallsWithEveryFurtherMeeting) {
    double above = 0.5;
    for (std::int64_t o11 = 0; o11 <= 300; ++o11) {
        const double log10_p = fisher(contingency_from_marginals(o11, 300, 400, 1000)).log10_p;
        if (o11 == 0) {
            EXPECT_EQ(log10_p, 0.0);
        } else {
            EXPECT_LE(log10_p, above) << o11;
        }
        above = log10_p;
    }
}

TEST(Fisher, GivesTheSameBitsForTheTransposedTable) {
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        const Contingency table{
            .o11 = i, .o12 = i * i % 97 + 1, .o21 = i * 7919 % 100003, .o22 = i * i * i % 98765432};
        EXPECT_EQ(fisher(table).p, fisher(table.transposed()).p) << i;
        EXPECT_EQ(fisher(table).log10_p, fisher(table.transposed()).log10_p) << i;
    }
}

TEST(Fisher, AndItsComplementMakeOne) {
    // P(X >= o11) + P(X <= o11 - 1) = 1; the lower tail is the upper tail with the rows exchanged.
    for (const std::int64_t n : {66, 1000, 1000000, 1000000000}) {
        const auto r1 = n / 3;
        const auto c1 = n / 5;
        const auto middle = n / 15;
        const auto width = static_cast<std::int64_t>(std::sqrt(static_cast<double>(middle)));
        for (const auto o11 : {middle - width, middle - 1, middle, middle + 1, middle + width}) {
            const auto upper = fisher(contingency_from_marginals(o11, r1, c1, n));
            const auto lower = fisher(contingency_from_marginals(c1 - o11 + 1, n - r1, c1, n));
            EXPECT_NEAR(upper.p + lower.p, 1.0, 1e-13) << n << ' ' << o11;
        }
    }
}

TEST(Fisher, IsFastAndRightForTheLargestTables) {
    // Half of half of 2^62 units, and one more: half of the rest plus half of this table.
    constexpr std::int64_t n = 1LL << 62U;
    const auto tail = fisher(contingency_from_marginals(n / 4 + 1, n / 2, n / 2, n));
    EXPECT_NEAR(tail.p, 0.5, 1e-9);
    // Two standard deviations (2^29 each) out, where the normal tail is.
    const auto far = fisher(contingency_from_marginals(n / 4 + (1LL << 30U), n / 2, n / 2, n));
    EXPECT_NEAR(far.p, 0.5 * std::erfc(std::sqrt(2.0)), 1e-10);
}

TEST(LogHypergeometric, AddsUpToOneOverAllTables) {
    double sum = 0.0;
    for (std::int64_t o11 = 0; o11 <= 60; ++o11) {
        sum += std::exp(log_hypergeometric(contingency_from_marginals(o11, 60, 90, 200)));
    }
    EXPECT_NEAR(sum, 1.0, 1e-13);
}

TEST(TailSum, IsOneAtTheEndOfTheSupport) {
    EXPECT_EQ(relative_tail_sum(
                  {.giving_first = 0, .giving_second = 5, .taking_first = 7, .taking_second = 8}),
              1.0);
}

TEST(TailSum, AgreesWithTheSumOfTermsWhereItIntegrates) {
    // Scale 2500: long enough for the integral, short enough to add up here.
    constexpr std::uint64_t count = 25000000;
    long double term = 1.0L;
    long double sum = 1.0L;
    for (std::uint64_t k = 0; term > 1e-22L * sum; ++k) {
        const auto giving = static_cast<long double>(count - k);
        const auto taking = static_cast<long double>(count + 1000 + k + 1);
        term *= giving * giving / (taking * taking);
        sum += term;
    }
    const double integrated = relative_tail_sum({.giving_first = count,
                                                 .giving_second = count,
                                                 .taking_first = count + 1000,
                                                 .taking_second = count + 1000});
    EXPECT_NEAR(integrated / static_cast<double>(sum), 1.0, 1e-13);
}

}  // namespace
}  // namespace wortfeld::stats

#include "wortfeld/stats/adjustment.hpp"

#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace wortfeld::stats {
namespace {

std::vector<double> logarithms(const std::vector<double>& p) {
    std::vector<double> result;
    for (const double value : p) result.push_back(std::log10(value));
    return result;
}

TEST(BenjaminiHochberg, MultipliesByCandidatesOverRank) {
    const auto q = benjamini_hochberg(logarithms({0.01, 0.02, 0.04}), 4);
    EXPECT_NEAR(q[0], 0.04, 1e-15);
    EXPECT_NEAR(q[1], 0.04, 1e-15);
    EXPECT_NEAR(q[2], 0.16 / 3, 1e-15);
}

TEST(BenjaminiHochberg, KeepsTheOrderOfItsInput) {
    const auto q = benjamini_hochberg(logarithms({0.5, 0.001, 0.2}), 3);
    EXPECT_NEAR(q[0], 0.5, 1e-15);
    EXPECT_NEAR(q[1], 0.003, 1e-17);
    EXPECT_NEAR(q[2], 0.3, 1e-15);
}

TEST(BenjaminiHochberg, NeverPassesOneAndNeverFallsAsPGrows) {
    std::vector<double> p;
    for (int i = 1; i <= 100; ++i) p.push_back(std::pow(i / 100.0, 3));
    const auto q = benjamini_hochberg(logarithms(p), 500);
    for (std::size_t i = 0; i < q.size(); ++i) {
        EXPECT_LE(q[i], 1.0);
        EXPECT_GE(q[i], p[i]);
        if (i > 0) {
            EXPECT_GE(q[i], q[i - 1]);
        }
    }
}

TEST(BenjaminiHochberg, GivesEqualPairsEqualValues) {
    const auto q = benjamini_hochberg(logarithms({0.03, 0.01, 0.03, 0.03}), 10);
    EXPECT_EQ(q[0], q[2]);
    EXPECT_EQ(q[0], q[3]);
    EXPECT_NEAR(q[0], 0.03 * 10 / 4, 1e-15);
}

TEST(BenjaminiHochberg, NeedsOnlyThePairsSeen) {
    const std::vector<double> seen{0.001, 0.04, 0.3};
    auto every = seen;
    every.insert(every.end(), 997, 1.0);
    const auto q_seen = benjamini_hochberg(logarithms(seen), 1000);
    const auto q_every = benjamini_hochberg(logarithms(every), 1000);
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(q_seen[i], q_every[i]);
    EXPECT_EQ(q_every.back(), 1.0);
}

TEST(BenjaminiHochberg, WorksBelowTheSmallestDouble) {
    const auto q = benjamini_hochberg(std::vector<double>{-400.0, -2.0}, 100);
    EXPECT_EQ(q[0], 0.0);
    EXPECT_NEAR(q[1], 0.5, 1e-15);
    const auto rescued = benjamini_hochberg(std::vector<double>{-310.0}, 10000000000);
    EXPECT_NEAR(rescued[0] / 1e-300, 1.0, 1e-12);
}

TEST(BenjaminiHochberg, AcceptsNoPairsAtAll) {
    EXPECT_TRUE(benjamini_hochberg({}, 0).empty());
    EXPECT_TRUE(benjamini_hochberg({}, 45).empty());
}

TEST(BenjaminiHochberg, RefusesFewerCandidatesThanPairs) {
    EXPECT_THROW((void)benjamini_hochberg(logarithms({0.1, 0.2}), 1), Error);
}

TEST(BenjaminiHochberg, RefusesWhatIsNoLogarithmOfAProbability) {
    EXPECT_THROW((void)benjamini_hochberg(std::vector<double>{0.1}, 1), Error);
    const auto missing = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW((void)benjamini_hochberg(std::vector<double>{missing}, 1), Error);
}

}  // namespace
}  // namespace wortfeld::stats

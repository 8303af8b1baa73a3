#include "wortfeld/stats/association.hpp"

#include "wortfeld/stats/deviance.hpp"
#include "wortfeld/stats/registry.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numbers>
#include <string>

namespace wortfeld::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Cells of different sizes, zeros among them; every table from them is tried.
constexpr std::uint64_t sizes[] = {0, 1, 2, 7, 100, 12345, 1000000007, 1ULL << 60U};

// Calls visit(table) for every table of four of these sizes.
template <typename Visit>
void for_each_table(Visit visit) {
    constexpr auto count = std::size(sizes);
    for (std::size_t choice = 0; choice < count * count * count * count; ++choice) {
        visit(Contingency{.o11 = sizes[choice % count],
                          .o12 = sizes[choice / count % count],
                          .o21 = sizes[choice / count / count % count],
                          .o22 = sizes[choice / count / count / count]});
    }
}

std::string text(const Contingency& table) {
    return std::to_string(table.o11) + " " + std::to_string(table.o12) + " " +
           std::to_string(table.o21) + " " + std::to_string(table.o22);
}

bool same_bits(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

TEST(LogLikelihood, IsNegativeWhenThePairIsRarerThanExpected) {
    EXPECT_LT(log_likelihood({.o11 = 1, .o12 = 99, .o21 = 100, .o22 = 800}), 0.0);
    EXPECT_GT(log_likelihood({.o11 = 50, .o12 = 50, .o21 = 100, .o22 = 800}), 0.0);
}

TEST(LogLikelihood, KeepsTheDigitsOfSmallValues) {
    // 1000 of 10^5 and 10^5 in 10^7 is what independence expects: exactly 0. One more unit is not.
    EXPECT_EQ(log_likelihood(contingency_from_marginals(1000, 100000, 100000, 10000000)), 0.0);
    const auto almost = contingency_from_marginals(1000, 100000, 100000, 10000001);
    EXPECT_NEAR(log_likelihood(almost), 1.0203039131889395e-11, 1e-24);
}

TEST(LogLikelihood, IsZeroWithAnEmptyMarginalAndForTheEmptyTable) {
    EXPECT_EQ(log_likelihood({.o11 = 0, .o12 = 0, .o21 = 5, .o22 = 5}), 0.0);
    EXPECT_EQ(log_likelihood({.o11 = 5, .o12 = 0, .o21 = 5, .o22 = 0}), 0.0);
    EXPECT_EQ(log_likelihood({}), 0.0);
}

TEST(LogLikelihood, IsNeverNegativeWithoutItsSign) {
    for_each_table([](const Contingency& table) {
        const double value = deviance(table);
        EXPECT_GE(value, 0.0) << text(table);
        EXPECT_TRUE(std::isfinite(value)) << text(table);
    });
}

TEST(Pmi, CountsBits) {
    EXPECT_EQ(pmi({.o11 = 8, .o12 = 8, .o21 = 8, .o22 = 232}), 3.0);
}

TEST(Pmi, GivesTheLimitForAPairThatNeverMetAndNoneForEventsThatNeverOccurred) {
    EXPECT_EQ(pmi({.o11 = 0, .o12 = 10, .o21 = 10, .o22 = 80}), -infinity);
    EXPECT_TRUE(std::isnan(pmi({.o11 = 0, .o12 = 0, .o21 = 10, .o22 = 90})));
    EXPECT_TRUE(std::isnan(pmi({.o11 = 0, .o12 = 10, .o21 = 0, .o22 = 90})));
    EXPECT_TRUE(std::isnan(pmi({})));
}

TEST(Npmi, ReachesItsBoundsExactly) {
    EXPECT_EQ(npmi({.o11 = 10, .o12 = 0, .o21 = 0, .o22 = 90}), 1.0);
    EXPECT_EQ(npmi({.o11 = 0, .o12 = 10, .o21 = 10, .o22 = 80}), -1.0);
    EXPECT_EQ(npmi({.o11 = 1, .o12 = 9, .o21 = 9, .o22 = 81}), 0.0);
}

TEST(Npmi, HasNoValueWhereEveryUnitHoldsBoth) {
    EXPECT_TRUE(std::isnan(npmi({.o11 = 10, .o12 = 0, .o21 = 0, .o22 = 0})));
    EXPECT_TRUE(std::isnan(npmi({.o11 = 0, .o12 = 0, .o21 = 3, .o22 = 7})));
}

TEST(LogRatio, SaysHowManyTimesItDoubles) {
    EXPECT_EQ(log_ratio({.o11 = 40, .o12 = 60, .o21 = 10, .o22 = 90}), 2.0);
    EXPECT_EQ(log_ratio({.o11 = 10, .o12 = 90, .o21 = 40, .o22 = 60}), -2.0);
}

TEST(LogRatio, IsInfiniteWhereOneSideHasNone) {
    EXPECT_EQ(log_ratio({.o11 = 1, .o12 = 9, .o21 = 0, .o22 = 90}), infinity);
    EXPECT_EQ(log_ratio({.o11 = 0, .o12 = 10, .o21 = 1, .o22 = 89}), -infinity);
}

TEST(LogRatio, HasNoValueWithoutUnitsOrOccurrences) {
    EXPECT_TRUE(std::isnan(log_ratio({.o11 = 0, .o12 = 10, .o21 = 0, .o22 = 90})));
    EXPECT_TRUE(std::isnan(log_ratio({.o11 = 0, .o12 = 0, .o21 = 5, .o22 = 90})));
    EXPECT_TRUE(std::isnan(log_ratio({.o11 = 5, .o12 = 5, .o21 = 0, .o22 = 0})));
}

TEST(LogOdds, IsFiniteForEveryTable) {
    EXPECT_EQ(log_odds({}), 0.0);
    EXPECT_DOUBLE_EQ(log_odds({.o11 = 2, .o12 = 0, .o21 = 0, .o22 = 7}), std::log(2.5 * 7.5 * 4));
    for_each_table([](const Contingency& table) {
        EXPECT_TRUE(std::isfinite(log_odds(table))) << text(table);
    });
}

TEST(LogOdds, ChangesItsSignWhenTheRowsAreExchanged) {
    for_each_table([](const Contingency& table) {
        const Contingency exchanged{
            .o11 = table.o21, .o12 = table.o22, .o21 = table.o11, .o22 = table.o12};
        EXPECT_NEAR(log_odds(exchanged), -log_odds(table), 1e-13) << text(table);
    });
}

TEST(Dice, IsTheShareOfBothInTheirMean) {
    EXPECT_EQ(dice({.o11 = 10, .o12 = 10, .o21 = 10, .o22 = 70}), 0.5);
    EXPECT_EQ(dice({.o11 = 0, .o12 = 10, .o21 = 10, .o22 = 70}), 0.0);
    EXPECT_TRUE(std::isnan(dice({.o11 = 0, .o12 = 0, .o21 = 0, .o22 = 90})));
}

TEST(LogDice, IsFourteenForAPairThatIsNeverApart) {
    EXPECT_EQ(log_dice({.o11 = 100, .o12 = 0, .o21 = 0, .o22 = 5}), 14.0);
}

TEST(LogDice, IsZeroForOneMeetingIn16384) {
    EXPECT_EQ(log_dice({.o11 = 1, .o12 = 16383, .o21 = 16383, .o22 = 5}), 0.0);
    const auto almost = log_dice({.o11 = 1, .o12 = 16383, .o21 = 16384, .o22 = 5});
    EXPECT_NEAR(almost, -4.4026886827316716e-05, 1e-18);
}

TEST(LogDice, GrowsByOneWhenThePairMeetsTwiceAsOften) {
    EXPECT_DOUBLE_EQ(log_dice(contingency_from_marginals(20, 1000, 500, 10000)),
                     log_dice(contingency_from_marginals(10, 1000, 500, 10000)) + 1.0);
}

TEST(LogDice, GivesTheLimitForAPairThatNeverMet) {
    EXPECT_EQ(log_dice({.o11 = 0, .o12 = 1, .o21 = 0, .o22 = 5}), -infinity);
    EXPECT_TRUE(std::isnan(log_dice({.o11 = 0, .o12 = 0, .o21 = 0, .o22 = 5})));
}

TEST(Jaccard, IsTheShareOfUnitsWithBothInUnitsWithEither) {
    EXPECT_EQ(jaccard({.o11 = 10, .o12 = 10, .o21 = 20, .o22 = 70}), 0.25);
    EXPECT_TRUE(std::isnan(jaccard({.o11 = 0, .o12 = 0, .o21 = 0, .o22 = 90})));
}

TEST(DeltaP, LooksInBothDirections) {
    const Contingency table{.o11 = 30, .o12 = 10, .o21 = 20, .o22 = 40};
    EXPECT_DOUBLE_EQ(delta_p_b_given_a(table), 30.0 / 40 - 20.0 / 60);
    EXPECT_DOUBLE_EQ(delta_p_a_given_b(table), 30.0 / 50 - 10.0 / 50);
    EXPECT_EQ(delta_p_b_given_a(table.transposed()), delta_p_a_given_b(table));
}

TEST(DeltaP, HasNoValueWhereAShareIsTakenOfNothing) {
    EXPECT_TRUE(std::isnan(delta_p_b_given_a({.o11 = 0, .o12 = 0, .o21 = 1, .o22 = 2})));
    EXPECT_TRUE(std::isnan(delta_p_b_given_a({.o11 = 1, .o12 = 2, .o21 = 0, .o22 = 0})));
    EXPECT_EQ(delta_p_b_given_a({.o11 = 0, .o12 = 1, .o21 = 0, .o22 = 2}), 0.0);
}

TEST(Measures, AreZeroExactlyUnderIndependenceWhereTheySaySo) {
    const auto table =
        contingency_from_marginals(999999937, 3 * 999999937LL, 5 * 999999937LL, 15 * 999999937LL);
    EXPECT_EQ(log_likelihood(table), 0.0);
    EXPECT_EQ(pmi(table), 0.0);
    EXPECT_EQ(npmi(table), 0.0);
    EXPECT_EQ(log_ratio(table), 0.0);
    EXPECT_EQ(delta_p_b_given_a(table), 0.0);
    EXPECT_EQ(delta_p_a_given_b(table), 0.0);
}

TEST(Measures, ThatCallThemselvesSymmetricGiveTheSameBitsForTheTransposedTable) {
    for (const auto& measure : measures()) {
        bool symmetric = true;
        for_each_table([&](const Contingency& table) {
            symmetric &= same_bits(measure.score(table), measure.score(table.transposed()));
        });
        EXPECT_EQ(symmetric, measure.symmetric) << measure.name;
    }
}

TEST(Measures, StayWithinTheirBounds) {
    for_each_table([](const Contingency& table) {
        EXPECT_FALSE(std::abs(npmi(table)) > 1.0) << text(table);
        EXPECT_FALSE(dice(table) < 0.0 || dice(table) > 1.0) << text(table);
        EXPECT_FALSE(log_dice(table) > 14.0) << text(table);
        EXPECT_FALSE(jaccard(table) < 0.0 || jaccard(table) > 1.0) << text(table);
        EXPECT_FALSE(std::abs(delta_p_b_given_a(table)) > 1.0) << text(table);
        const double entropy_bound = 2.0 * static_cast<double>(table.n()) * std::numbers::ln2;
        EXPECT_LE(std::abs(log_likelihood(table)), entropy_bound * (1.0 + 1e-12)) << text(table);
    });
}

TEST(Measures, AgreeOnTheSignOfAttraction) {
    for_each_table([](const Contingency& table) {
        const double sign = log_likelihood(table);
        for (auto measure : {&pmi, &npmi, &log_ratio, &delta_p_b_given_a}) {
            const double value = measure(table);
            if (std::isnan(value)) continue;
            EXPECT_EQ(value > 0.0, sign > 0.0) << text(table);
            EXPECT_EQ(value < 0.0, sign < 0.0) << text(table);
        }
    });
}

}  // namespace
}  // namespace wortfeld::stats

#include "wortfeld/stats/contingency.hpp"

#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace wortfeld::stats {
namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();

std::string complaint(std::int64_t o11, std::int64_t r1, std::int64_t c1, std::int64_t n) {
    try {
        (void)contingency_from_marginals(o11, r1, c1, n);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_argument);
        return error.what();
    }
    return "no error";
}

TEST(Contingency, AddsUpItsMarginals) {
    const Contingency table{.o11 = 1, .o12 = 99, .o21 = 100, .o22 = 800};
    EXPECT_EQ(table.r1(), 100U);
    EXPECT_EQ(table.r2(), 900U);
    EXPECT_EQ(table.c1(), 101U);
    EXPECT_EQ(table.c2(), 899U);
    EXPECT_EQ(table.n(), 1000U);
}

TEST(Contingency, ExpectsTheProductOfTheShares) {
    const Contingency table{.o11 = 1, .o12 = 99, .o21 = 100, .o22 = 800};
    EXPECT_DOUBLE_EQ(table.e11(), 10.1);
    EXPECT_DOUBLE_EQ(table.e12(), 89.9);
    EXPECT_DOUBLE_EQ(table.e21(), 90.9);
    EXPECT_DOUBLE_EQ(table.e22(), 809.1);
    EXPECT_DOUBLE_EQ(table.deviation(), -9.1);
}

TEST(Contingency, ComesBackFromItsMarginals) {
    const Contingency table{.o11 = 7, .o12 = 3, .o21 = 2, .o22 = 8};
    EXPECT_EQ(contingency_from_marginals(7, 10, 9, 20), table);
}

TEST(Contingency, ExchangesRowsAndColumns) {
    const Contingency table{.o11 = 7, .o12 = 3, .o21 = 2, .o22 = 8};
    const Contingency transposed{.o11 = 7, .o12 = 2, .o21 = 3, .o22 = 8};
    EXPECT_EQ(table.transposed(), transposed);
}

TEST(Contingency, KeepsADeviationThatDoublesWouldLose) {
    // (k + 1) * (k + 1) - k * (k + 2) = 1, far below the last digit of either product.
    constexpr std::uint64_t k = 1ULL << 60U;
    const Contingency table{.o11 = k + 1, .o12 = k, .o21 = k + 2, .o22 = k + 1};
    EXPECT_EQ(table.deviation(), 1.0 / static_cast<double>(table.n()));
}

TEST(Contingency, AllowsTheLargestCounts) {
    const auto table = contingency_from_marginals(largest, largest, largest, largest);
    EXPECT_EQ(table.o11, static_cast<std::uint64_t>(largest));
    EXPECT_EQ(table.n(), static_cast<std::uint64_t>(largest));
    EXPECT_DOUBLE_EQ(table.e11(), 0x1p63);
}

TEST(Contingency, AllowsTheEmptyTable) {
    const auto table = contingency_from_marginals(0, 0, 0, 0);
    EXPECT_EQ(table.n(), 0U);
    EXPECT_TRUE(std::isnan(table.e11()));
    EXPECT_TRUE(std::isnan(table.deviation()));
}

TEST(Contingency, RefusesImpossibleMarginalsAndNamesTheValues) {
    EXPECT_EQ(complaint(5, 3, 8, 20),
              "impossible table: o11 cannot be larger than r1 "
              "(o11 = 5, r1 = 3, c1 = 8, n = 20)");
    EXPECT_NE(complaint(5, 8, 3, 20).find("o11 cannot be larger than c1"), std::string::npos);
    EXPECT_NE(complaint(0, 21, 3, 20).find("r1 cannot be larger than n"), std::string::npos);
    EXPECT_NE(complaint(0, 3, 21, 20).find("c1 cannot be larger than n"), std::string::npos);
    EXPECT_NE(complaint(0, 3, -1, 20).find("c1 = -1"), std::string::npos);
    EXPECT_NE(complaint(-1, 3, 3, 20).find("counts cannot be negative"), std::string::npos);
    EXPECT_NE(complaint(1, 12, 10, 20).find("n is too small"), std::string::npos);
}

TEST(Contingency, DoesNotOverflowWhenItChecks) {
    EXPECT_NE(complaint(0, largest, largest, largest).find("n is too small"), std::string::npos);
}

TEST(Marginals, NameTheRowOfAnImpossibleTable) {
    const std::vector<std::int64_t> o11{5, 9};
    const std::vector<std::int64_t> other{5, 5};
    const Marginals marginals{.o11 = o11, .r1 = other, .c1 = other, .n = other};
    EXPECT_EQ(marginals.at(0).o11, 5U);
    try {
        (void)marginals.at(1);
        FAIL() << "an impossible table passed";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("in row 1"), std::string::npos) << error.what();
    }
}

TEST(Marginals, MustHaveOneLength) {
    const std::vector<std::int64_t> two{1, 1};
    const std::vector<std::int64_t> one{1};
    EXPECT_NO_THROW(require_equal_lengths({.o11 = two, .r1 = two, .c1 = two, .n = two}));
    EXPECT_THROW(require_equal_lengths({.o11 = two, .r1 = two, .c1 = one, .n = two}), Error);
}

}  // namespace
}  // namespace wortfeld::stats

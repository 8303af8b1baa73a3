#include "wortfeld/quantity/decimal.hpp"

#include <gtest/gtest.h>

#include <compare>
#include <random>
#include <string>

namespace wortfeld::quantity {
namespace {

Decimal decimal(const std::string& digits) {
    const auto value = Decimal::parse(digits);
    EXPECT_TRUE(value.has_value()) << digits;
    return value.value_or(Decimal());
}

TEST(Decimal, WritesWhatItReadWithoutPadding) {
    EXPECT_EQ(decimal("9000000000000").text(), "9000000000000");
    EXPECT_EQ(decimal("1.030").text(), "1.03");
    EXPECT_EQ(decimal("007.50").text(), "7.5");
    EXPECT_EQ(decimal("0.0005").text(), "0.0005");
    EXPECT_EQ(decimal("0").text(), "0");
    EXPECT_EQ(decimal("0.000").text(), "0");
    EXPECT_EQ(decimal("100").negated().text(), "-100");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
    for (const auto* text : {"", ".", "1.2.3", "1,5", "-1", "1e5", " 1"}) {
        EXPECT_FALSE(Decimal::parse(text)) << text;
    }
}

TEST(Decimal, RefusesMoreDigitsThanItHolds) {
    EXPECT_TRUE(Decimal::parse(std::string(36, '9')));
    EXPECT_FALSE(Decimal::parse(std::string(37, '9')));
    EXPECT_TRUE(Decimal::parse("1" + std::string(35, '0')));
    EXPECT_FALSE(Decimal::parse("0." + std::string(100, '0') + "1"));
    EXPECT_FALSE(decimal(std::string(20, '7')).times(decimal(std::string(20, '7'))));
    EXPECT_FALSE(decimal(std::string(36, '7')).plus(decimal("0.1")));
    auto huge = decimal("1" + std::string(30, '0'));
    EXPECT_TRUE(huge.times(huge));
    EXPECT_FALSE(huge.times(huge)->times(huge));
}

TEST(Decimal, MultipliesAndAddsExactly) {
    EXPECT_EQ(decimal("1.03").times(Decimal(1000000000))->text(), "1030000000");
    EXPECT_EQ(decimal("0.1").plus(decimal("0.2"))->text(), "0.3");
    EXPECT_EQ(decimal("2.5").plus(decimal("2.5").negated())->text(), "0");
}

TEST(Decimal, DividesOnlyWhereTheQuotientEnds) {
    EXPECT_EQ(Decimal(3).divided_by(4)->text(), "0.75");
    EXPECT_EQ(Decimal(9).divided_by(3)->text(), "3");
    EXPECT_EQ(Decimal(1).divided_by(1000)->text(), "0.001");
    EXPECT_FALSE(Decimal(1).divided_by(3));
    EXPECT_FALSE(Decimal(1).divided_by(0));
}

TEST(Decimal, HasTheNearestDouble) {
    EXPECT_EQ(decimal("0.1").to_double(), 0.1);
    EXPECT_EQ(decimal("3.875").to_double(), 3.875);
    EXPECT_EQ(decimal("9007199254740993").to_double(), 9007199254740992.0);
}

TEST(Decimal, OrdersAsNumbers) {
    EXPECT_LT(decimal("99.9"), decimal("100"));
    EXPECT_LT(decimal("100").negated(), decimal("99.9").negated());
    EXPECT_LT(decimal("5").negated(), decimal("0"));
    EXPECT_EQ(decimal("1.50"), decimal("1.5"));
    EXPECT_LT(decimal("1.4999999999"), decimal("1.5"));
}

TEST(Decimal, AgreesWithIntegersOnRandomNumbers) {
    std::mt19937_64 random(20260310);
    std::uniform_int_distribution<std::int64_t> numbers(-1000000000, 1000000000);
    for (int i = 0; i < 2000; ++i) {
        const auto a = numbers(random);
        const auto b = numbers(random);
        EXPECT_EQ(Decimal(a).times(Decimal(b))->text(), std::to_string(a * b));
        EXPECT_EQ(Decimal(a).plus(Decimal(b))->text(), std::to_string(a + b));
        EXPECT_EQ(Decimal(a) < Decimal(b), a < b);
        EXPECT_EQ(Decimal(a).to_double(), static_cast<double>(a));
    }
}

TEST(Decimal, GivesSmallIntegers) {
    EXPECT_EQ(Decimal(2026).small_integer(), 2026);
    EXPECT_EQ(decimal("1000").small_integer(), 1000);
    EXPECT_EQ(Decimal(-5).small_integer(), -5);
    EXPECT_FALSE(decimal("2.5").small_integer());
    EXPECT_FALSE(decimal("1000000000").small_integer());
}

}  // namespace
}  // namespace wortfeld::quantity

#include "wortfeld/stats/batch.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/stats/hypergeometric.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::stats {
namespace {

struct Tables {
    std::vector<std::int64_t> o11, r1, c1, n;

    [[nodiscard]] Marginals marginals() const { return {.o11 = o11, .r1 = r1, .c1 = c1, .n = n}; }
};

struct Tails {
    std::vector<double> p, log10_p;

    friend bool operator==(const Tails&, const Tails&) = default;
};

std::vector<double> scores_of(std::string_view measure, const Tables& tables, unsigned threads) {
    std::vector<double> scores(tables.o11.size());
    Job job(threads);
    score(find_measure(measure), tables.marginals(), scores, job);
    return scores;
}

Tails tails_of(const Tables& tables, unsigned threads) {
    Tails tails{.p = std::vector<double>(tables.o11.size()),
                .log10_p = std::vector<double>(tables.o11.size())};
    Job job(threads);
    fisher(tables.marginals(), {.p = tails.p, .log10_p = tails.log10_p}, job);
    return tails;
}

Tables many_tables(std::size_t count) {
    Tables tables;
    for (std::size_t i = 0; i < count; ++i) {
        const auto step = static_cast<std::int64_t>(i);
        tables.o11.push_back(step % 50);
        tables.r1.push_back(50 + step % 97);
        tables.c1.push_back(50 + step % 89);
        tables.n.push_back(1000 + step);
    }
    return tables;
}

TEST(Batch, ScoresRowByRow) {
    const auto tables = many_tables(10000);
    const auto scores = scores_of("log_likelihood", tables, 1);
    const auto tails = tails_of(tables, 1);
    for (const std::size_t row : {0U, 4095U, 4096U, 9999U}) {
        const auto table = tables.marginals().at(row);
        EXPECT_EQ(scores[row], find_measure("log_likelihood").score(table));
        EXPECT_EQ(tails.p[row], fisher(table).p);
        EXPECT_EQ(tails.log10_p[row], fisher(table).log10_p);
    }
}

TEST(Batch, GivesTheSameBitsForAnyNumberOfThreads) {
    const auto tables = many_tables(20000);
    const auto alone = tails_of(tables, 0);
    for (const unsigned threads : {1U, 2U, 3U, 7U}) {
        EXPECT_EQ(tails_of(tables, threads), alone) << threads;
    }
}

TEST(Batch, AcceptsNoRows) {
    EXPECT_TRUE(scores_of("dice", Tables{}, 2).empty());
}

TEST(Batch, NamesTheFirstImpossibleRow) {
    auto tables = many_tables(9000);
    tables.o11[5000] = 2000;
    tables.o11[7000] = 2000;
    try {
        (void)scores_of("dice", tables, 2);
        FAIL() << "an impossible table passed";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("row 5000"), std::string::npos) << error.what();
    }
}

TEST(Batch, RefusesColumnsOfUnequalLength) {
    auto tables = many_tables(10);
    tables.n.pop_back();
    EXPECT_THROW((void)scores_of("dice", tables, 1), Error);
}

}  // namespace
}  // namespace wortfeld::stats

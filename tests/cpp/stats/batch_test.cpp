#include "wortfeld/stats/batch.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/stats/hypergeometric.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace wortfeld::stats {
namespace {

struct Tables {
    std::vector<std::int64_t> o11, r1, c1, n;

    [[nodiscard]] Marginals marginals() const { return {.o11 = o11, .r1 = r1, .c1 = c1, .n = n}; }
};

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
    const auto marginals = tables.marginals();
    Job job(1);
    const auto& measure = find_measure("log_likelihood");
    const auto scores = score(measure, marginals, job);
    const auto tails = fisher(marginals, job);
    ASSERT_EQ(scores.size(), 10000U);
    for (const std::size_t row : {0U, 4095U, 4096U, 9999U}) {
        EXPECT_EQ(scores[row], measure.score(marginals.at(row)));
        EXPECT_EQ(tails.p[row], fisher(marginals.at(row)).p);
        EXPECT_EQ(tails.log10_p[row], fisher(marginals.at(row)).log10_p);
    }
}

TEST(Batch, GivesTheSameBitsForAnyNumberOfThreads) {
    const auto tables = many_tables(20000);
    Job one(1);
    const auto alone = fisher(tables.marginals(), one);
    for (const unsigned threads : {2U, 3U, 7U}) {
        Job job(threads);
        const auto together = fisher(tables.marginals(), job);
        EXPECT_EQ(together.p, alone.p);
        EXPECT_EQ(together.log10_p, alone.log10_p);
    }
}

TEST(Batch, AcceptsNoRows) {
    Job job(2);
    EXPECT_TRUE(score(find_measure("dice"), Tables{}.marginals(), job).empty());
}

TEST(Batch, NamesTheFirstImpossibleRow) {
    auto tables = many_tables(9000);
    tables.o11[5000] = 2000;
    tables.o11[7000] = 2000;
    Job job(2);
    try {
        (void)score(find_measure("dice"), tables.marginals(), job);
        FAIL() << "an impossible table passed";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("row 5000"), std::string::npos) << error.what();
    }
}

}  // namespace
}  // namespace wortfeld::stats

#include "wortfeld/analysis/counts.hpp"

#include "made_corpus.hpp"

#include <gtest/gtest.h>

namespace wortfeld::analysis {
namespace {

TEST(TermCounts, CountWordsOfTheCountedZonesOnly) {
    Job job(1);
    const auto corpus = wortfeld::testing::corpus_of({"Chip, chip und CHIP. Chip!", "Und 5."});
    const auto [table, excluded] = terms_table(corpus, corpus.layer(corpus::folded_layer), {}, job);
    ASSERT_EQ(table.rows(), 3U);
    EXPECT_EQ(table.column("term").text(0), "chip");
    EXPECT_EQ(table.column("form").text(0), "Chip");
    EXPECT_EQ(table.column("count").int64s()[0], 4);
    EXPECT_EQ(table.column("document_count").int64s()[1], 2);
    EXPECT_TRUE(excluded.empty());
    EXPECT_DOUBLE_EQ(table.column("per_million").float64s()[0], 4e6 / 7);
}

}  // namespace
}  // namespace wortfeld::analysis

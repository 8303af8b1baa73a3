#include "wortfeld/analysis/concordance.hpp"

#include "made_corpus.hpp"

#include <gtest/gtest.h>

#include <string>

namespace wortfeld::analysis {
namespace {

TEST(Concordance, ShowsWhateverEndsALineAsASpace) {
    Job job(1);
    const index::IndexedCorpus indexed(
        testing::corpus_of({"a\r\nb\u2028c Treffer d\u0085e\nf\rg."}), job);
    const auto lines = concordance_table(indexed, {.word = "treffer"}, std::nullopt);
    ASSERT_EQ(lines.rows(), 1U);
    EXPECT_EQ(lines.column("before").text(0), "a  b c ");
    EXPECT_EQ(lines.column("after").text(0), " d e f g.");
}

TEST(Concordance, CutsTheContextAtSixtyCodePoints) {
    std::string umlauts;
    for (int i = 0; i < 50; ++i) umlauts += "\xC3\xA4 ";
    Job job(1);
    const index::IndexedCorpus indexed(testing::corpus_of({umlauts + "Treffer"}), job);
    const auto lines = concordance_table(indexed, {.word = "treffer"}, std::nullopt);
    EXPECT_EQ(lines.column("start").int64s()[0], 100);
    EXPECT_EQ(lines.column("before").text(0).size(), 90U);
    EXPECT_EQ(concordance_table(indexed, {.word = "treff", .is_prefix = true}, 0).rows(), 0U);
}

}  // namespace
}  // namespace wortfeld::analysis

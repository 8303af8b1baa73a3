#include "wortfeld/analysis/word_filter.hpp"

#include "made_corpus.hpp"
#include "wortfeld/analysis/counts.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wortfeld::analysis {
namespace {

using wortfeld::testing::corpus_of;

TEST(KindSet, HasWordsAndNumbersUnlessKindsAreNamed) {
    EXPECT_TRUE(KindSet::words().contains(text::TokenKind::number));
    EXPECT_FALSE(KindSet::words().contains(text::TokenKind::symbol));
    const std::vector<std::string> names{"symbol", "word"};
    EXPECT_TRUE(KindSet::named(names).contains(text::TokenKind::symbol));
    EXPECT_FALSE(KindSet::named(names).contains(text::TokenKind::number));
    EXPECT_THROW(static_cast<void>(KindSet::named(std::vector<std::string>{"mark"})), Error);
}

TEST(CountedValues, LeaveOutKindsAndStopWordsAndSayWhy) {
    const auto corpus = corpus_of({"Der Chip 5 !"});
    const auto& layer = corpus.layer(corpus::surface_layer);
    const std::vector<std::string> word{"word"};
    const CountedValues values(
        corpus, layer, {.kinds = KindSet::named(word), .stop_words = {"DER", "fehlt"}});
    const auto value = values.in(DocumentId{});
    EXPECT_EQ(value[0], no_id<ValueId>);
    EXPECT_EQ(layer.text(value[1]), "Chip");
    EXPECT_EQ(value[2], no_id<ValueId>);
    EXPECT_EQ(values.exclusion(0, id_at<TermId>(0)), Exclusion::stop_words);
    EXPECT_EQ(values.exclusion(0, id_at<TermId>(2)), Exclusion::kinds);
}

TEST(TermCounts, FiltersLeaveTheNumberOfWordsAlone) {
    Job job(1);
    const auto corpus = corpus_of({"Der Chip und der Preis"});
    const auto& layer = corpus.layer(corpus::folded_layer);
    const auto counts = count_terms(
        CountedValues(corpus, layer, {.stop_words = {"der"}}), corpus::ZoneSet::counted(), job);
    EXPECT_EQ(counts.words, 5U);
    EXPECT_EQ(counts.excluded, (Excluded{{"stopwords", 2}}));
}

TEST(TermsTable, CountsTheTermsThatAreTooRareWhateverIsShown) {
    Job job(1);
    const auto corpus = corpus_of({"a a b c b d"});
    const auto table =
        terms_table(corpus, corpus.layer(corpus::folded_layer), {.min_count = 2, .top = 1}, job);
    EXPECT_EQ(table.columns.rows(), 1U);
    EXPECT_EQ(table.columns.column("term").text(0), "a");
    EXPECT_EQ(table.excluded, (Excluded{{"min_count", 2}}));
}

}  // namespace
}  // namespace wortfeld::analysis

#include "wortfeld/analysis/pairs.hpp"

#include "analysis/made_network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

namespace wortfeld::analysis {
namespace {

using testing::network_of;

TEST(Pairs, CandidatesAreAllPairsOfNodesWhateverIsShown) {
    Job job(1);
    const auto network = network_of({"a b c. d e."});
    EXPECT_EQ(candidate_count(network), 10U);
    const auto few = pairs_table(network, {.measures = {"pmi"}, .min_count = 5}, job);
    EXPECT_EQ(few.rows(), 0U);
    EXPECT_EQ(candidate_count(network_of({""})), 0U);
    EXPECT_EQ(pairs_table(network_of({""}), {.measures = {}}, job).rows(), 0U);
}

TEST(Pairs, GiveDirectedMeasuresAColumnEachWay) {
    Job job(1);
    const auto network = network_of({"a b. a c. b."});
    const auto table = pairs_table(network, {.measures = {"log_ratio", "dice"}}, job);
    EXPECT_NO_THROW(static_cast<void>(table.column("log_ratio_b_given_a")));
    EXPECT_NO_THROW(static_cast<void>(table.column("log_ratio_a_given_b")));
    EXPECT_NO_THROW(static_cast<void>(table.column("dice")));
}

/// Sentences of words that meet in many combinations.
std::string many_sentences() {
    std::string text;
    for (int i = 0; i < 8000; ++i) {
        text += "Wort" + std::to_string(i % 397) + " und Satz" + std::to_string(i % 389) +
                " mit w" + std::to_string(i % 383) + ". ";
    }
    return text;
}

/// Whether several workers took chunks; a busy machine may start the second one too late, so the
/// work is repeated until it was seen.
bool is_shared(const std::function<void(Job&)>& work) {
    for (int attempt = 0; attempt < 50; ++attempt) {
        Job job(7);
        work(job);
        if (job.workers_seen() > 1) return true;
    }
    return false;
}

TEST(Pairs, AreCountedAndScoredBySeveralWorkers) {
    const auto network = network_of({many_sentences()});
    const auto indexed = network.indexed_pointer();
    EXPECT_TRUE(is_shared([&](Job& job) {
        const auto& folded = indexed->corpus.layer(corpus::folded_layer);
        count_terms_together(indexed, folded, {.unit = UnitKind::sentence, .min_count = 1}, job);
    }));
    EXPECT_TRUE(is_shared([&](Job& job) { pairs_table(network, {.measures = {"pmi"}}, job); }));
}

TEST(Pairs, AreTheSameForAnyNumberOfThreads) {
    const auto text = many_sentences();
    const PairsOptions options{.measures = {"log_likelihood"}};
    Job one(1);
    Job seven(7);
    const auto first = pairs_table(network_of({text}, UnitKind::sentence, one), options, one);
    const auto second = pairs_table(network_of({text}, UnitKind::sentence, seven), options, seven);
    ASSERT_EQ(first.rows(), second.rows());
    for (const auto* const column : {"log_likelihood", "log10_p", "q_value"}) {
        const auto x = first.column(column).float64s();
        const auto y = second.column(column).float64s();
        EXPECT_TRUE(std::equal(x.begin(), x.end(), y.begin(), y.end())) << column;
    }
}

}  // namespace
}  // namespace wortfeld::analysis

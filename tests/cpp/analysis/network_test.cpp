#include "wortfeld/analysis/network.hpp"

#include "made_corpus.hpp"
#include "wortfeld/analysis/counts.hpp"
#include "wortfeld/analysis/evidence.hpp"
#include "wortfeld/analysis/pairs.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace wortfeld::analysis {
namespace {

Network network_of(const std::vector<std::string>& texts, UnitKind unit, Job& job) {
    return count_terms_together(
        std::make_shared<const index::IndexedCorpus>(wortfeld::testing::corpus_of(texts)),
        {.unit = unit, .min_count = 1},
        job);
}

Network network_of(const std::vector<std::string>& texts, UnitKind unit = UnitKind::sentence) {
    Job job(1);
    return network_of(texts, unit, job);
}

stats::Contingency table_of(const Network& network, std::string_view a, std::string_view b) {
    return network.contingency(network.find(a, ""), network.find(b, ""));
}

TEST(Network, CountsPresenceInAUnitNotMultiplicity) {
    const auto network = network_of({"Rot und rot und Blau. Rot. Gelb."});
    EXPECT_EQ(table_of(network, "rot", "blau"),
              (stats::Contingency{.o11 = 1, .o12 = 1, .o21 = 0, .o22 = 1}));
}

TEST(Network, TellsSentencesParagraphsAndDocumentsApart) {
    const std::vector<std::string> texts{"Rot kam. Blau ging.\n\nGelb blieb.", "Rot blieb."};
    const auto together = [&](UnitKind unit, std::string_view a, std::string_view b) {
        return table_of(network_of(texts, unit), a, b).o11;
    };
    EXPECT_EQ(together(UnitKind::sentence, "rot", "blau"), 0U);
    EXPECT_EQ(together(UnitKind::paragraph, "rot", "blau"), 1U);
    EXPECT_EQ(together(UnitKind::paragraph, "rot", "gelb"), 0U);
    EXPECT_EQ(together(UnitKind::document, "rot", "gelb"), 1U);
    EXPECT_EQ(network_of(texts, UnitKind::sentence).units().size(), 4U);
    EXPECT_EQ(network_of(texts, UnitKind::paragraph).units().size(), 3U);
    EXPECT_EQ(network_of(texts, UnitKind::document).units().size(), 2U);
}

TEST(Network, CountsDocumentsBesideUnits) {
    const auto network = network_of({"Rot und Blau. Rot und Blau.", "Rot und Blau."});
    const auto item = network.find("blau", "");
    const auto cells = network.cells(item);
    const auto rot = network.find("rot", "");
    for (const auto& cell : cells) {
        if (cell.b != rot) continue;
        EXPECT_EQ(cell.count, 3U);
        EXPECT_EQ(cell.document_count, 2U);
    }
}

TEST(Network, ExpectsWithinDocumentsWhatTheirOwnCountsExplain) {
    // Document 0: r1 = 2, c1 = 1, n = 2. Document 1: r1 = 0. So 2 * 1 / 2.
    const auto network = network_of({"Rot und Blau. Rot.", "Blau. Gelb."});
    EXPECT_DOUBLE_EQ(expected_within(network, network.find("rot", ""), network.find("blau", "")),
                     1.0);
}

TEST(Network, KnowsItsItemsAndSuggestsNearOnes) {
    const auto network = network_of({"Rechenzentrum und Chip."});
    EXPECT_THROW(static_cast<void>(network.find("Rechenzentren", "")), Error);
    try {
        static_cast<void>(network.find("rechenzentrun", ""));
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unknown_name);
        EXPECT_EQ(error.details().suggestions.front(), "rechenzentrum");
    }
    const auto chip = network.find("chip", "");
    EXPECT_THROW(static_cast<void>(network.contingency(chip, chip)), Error);
}

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
        count_terms_together(indexed, {.unit = UnitKind::sentence, .min_count = 1}, job);
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

TEST(Evidence, HasOneRowPerUnitWithTheNearestMentions) {
    const auto network = network_of({"Rot, Rot Blau Rot. Blau Rot. Rot."});
    const auto rows =
        evidence_table(network, network.find("rot", ""), network.find("blau", ""), std::nullopt);
    ASSERT_EQ(rows.rows(), 2U);
    // Both neighbours of Blau are one code point away: the earlier Rot wins.
    EXPECT_EQ(rows.column("a_start").int64s()[0], 5);
    EXPECT_EQ(rows.column("b_start").int64s()[0], 9);
    EXPECT_EQ(rows.column("text").text(1), "Blau Rot.");
    EXPECT_EQ(evidence_table(network, 0, 1, 1).rows(), 1U);
}

TEST(TermCounts, CountWordsOfTheCountedZonesOnly) {
    Job job(1);
    const auto corpus = wortfeld::testing::corpus_of({"Chip, chip und CHIP. Chip!", "Und 5."});
    const auto table = terms_table(corpus, {}, job);
    ASSERT_EQ(table.rows(), 3U);
    EXPECT_EQ(table.column("term").text(0), "chip");
    EXPECT_EQ(table.column("form").text(0), "Chip");
    EXPECT_EQ(table.column("count").int64s()[0], 4);
    EXPECT_EQ(table.column("document_count").int64s()[1], 2);
    EXPECT_DOUBLE_EQ(table.column("per_million").float64s()[0], 4e6 / 7);
}

}  // namespace
}  // namespace wortfeld::analysis

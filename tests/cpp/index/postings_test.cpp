#include "wortfeld/index/postings.hpp"

#include "made_corpus.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/job.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wortfeld::index {
namespace {

/// Terms of all frequencies, by a walk that repeats itself late.
std::vector<std::string> texts() {
    std::vector<std::string> made;
    std::uint32_t state = 1;
    for (int document = 0; document < 50; ++document) {
        std::string text;
        for (int word = 0; word < 400; ++word) {
            state = state * 1664525U + 1013904223U;
            const auto rank = (state >> 16) % (1 + (state >> 24));
            text += "wort" + std::to_string(rank) + " ";
        }
        made.push_back(text);
    }
    return made;
}

std::vector<std::uint32_t> found(std::span<const std::uint32_t> positions) {
    return {positions.begin(), positions.end()};
}

TEST(Postings, AreTheAscendingPositionsOfEachTermForAnyNumberOfThreads) {
    const auto corpus = testing::corpus_of(texts());
    std::vector<std::vector<std::uint32_t>> expected(corpus.vocabulary().size());
    std::uint32_t position = 0;
    for (const auto term : corpus.store().terms.all()) expected[number(term)].push_back(position++);
    // Enough tokens a term that two workers or more have stretches of their own.
    ASSERT_GT(corpus.store().terms.size(), 16 * expected.size());
    for (const auto threads : {0U, 1U, 2U, 7U}) {
        Job job(threads);
        const Postings postings(corpus, job);
        for (std::size_t term = 0; term < expected.size(); ++term) {
            EXPECT_EQ(found(postings.positions(id_at<TermId>(term))), expected[term]) << threads;
        }
    }
}

TEST(Postings, OfNothingAreEmpty) {
    Job job(2);
    const auto corpus = testing::corpus_of({""});
    const Postings postings(corpus, job);
    EXPECT_EQ(postings.begins().size(), 1U);
    EXPECT_TRUE(postings.all().empty());
}

TEST(Postings, StopWithTheJob) {
    const auto corpus = testing::corpus_of(texts());
    Job job(2);
    job.stop();
    EXPECT_THROW(Postings(corpus, job), Error);
}

}  // namespace
}  // namespace wortfeld::index

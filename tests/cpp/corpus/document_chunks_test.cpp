#include "wortfeld/corpus/document_chunks.hpp"

#include "made_corpus.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace wortfeld::corpus {
namespace {

using Cuts = std::vector<std::size_t>;

TEST(DocumentChunks, HoldWholeDocumentsOfEnoughTokens) {
    const auto corpus = wortfeld::testing::corpus_of({"a b", "c", "d e f g h", "", "i", "j k"});
    EXPECT_EQ(cut_documents(corpus, 3), (Cuts{0, 2, 3, 6}));
    EXPECT_EQ(cut_documents(corpus, 100), (Cuts{0, 6}));
}

TEST(DocumentChunks, OfNoTokensHoldEverything) {
    EXPECT_EQ(cut_documents(wortfeld::testing::corpus_of({"", ""}), 1), (Cuts{0, 2}));
    EXPECT_EQ(cut_documents(wortfeld::testing::corpus_of({}), 1), (Cuts{0}));
}

TEST(DocumentChunks, ForCountsAreOneDocumentAtLeastAndAllIfThereAreFewTokens) {
    EXPECT_GE(documents_per_count(wortfeld::testing::corpus_of({})), 1U);
    EXPECT_GE(documents_per_count(wortfeld::testing::corpus_of({"a b", "c", ""})), 3U);
}

}  // namespace
}  // namespace wortfeld::corpus

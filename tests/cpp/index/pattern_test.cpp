#include "wortfeld/index/pattern.hpp"

#include "made_corpus.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <gtest/gtest.h>

#include <string>

namespace wortfeld::index {
namespace {

using wortfeld::testing::corpus_of;

std::size_t hits(const IndexedCorpus& indexed, const std::string& pattern) {
    std::size_t count = 0;
    for (const auto term : matching_terms(indexed.corpus, parse_pattern(pattern), 0)) {
        count += indexed.postings.positions(term).size();
    }
    return count;
}

TEST(Pattern, FindsAWordInAnyCaseAndAPrefixWithAStar) {
    Job job(1);
    const IndexedCorpus indexed(corpus_of({"Markt MARKT Märkte", "Marktwert und markt"}), job);
    EXPECT_EQ(hits(indexed, "markt"), 3U);
    EXPECT_EQ(hits(indexed, "Markt*"), 4U);
    EXPECT_EQ(hits(indexed, "Börse"), 0U);
}

TEST(Pattern, SaysWhatIsWrongWithATextThatIsNone) {
    for (const auto* const text : {"", "*", "zwei Worte", "NVIDIA-Chips", " a"}) {
        EXPECT_THROW(parse_pattern(text), Error) << text;
    }
}

}  // namespace
}  // namespace wortfeld::index

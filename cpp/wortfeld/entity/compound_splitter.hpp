// Where closed compounds are cut: `Regierungssprecher` into `Regierung` and `sprecher`.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/index/indexed_corpus.hpp"
#include "wortfeld/text/language.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::entity {

/// Cuts words by how often their parts occur in a corpus (Koehn and Knight, Empirical Methods for
/// Compound Splitting, 2003): of all ways to cut a word into up to four words of the corpus, and of
/// leaving it whole, the one whose parts have the largest geometric mean of their counts; of equal
/// ones the one with fewer parts. Between two parts a `compound_joint` of the language data may
/// stand (s, es, n, en, er, e). Parts have four letters or more; the first is no
/// `compound_prefix` (`Vorprogramm` is whole), and the others are words that the corpus mostly
/// writes with a capital.
class CompoundSplitter {
  public:
    CompoundSplitter(const index::IndexedCorpus& indexed, const text::Language& language);

    /// Whether anything can be cut: the language has joints.
    [[nodiscard]] bool cuts() const noexcept { return joints_ != nullptr && !joints_->empty(); }
    /// Counts a folded word that the corpus has not, a listed name say, as if it occurred once.
    void know(std::string_view folded);
    /// The parts of a folded word without the joints behind them; one if it stays whole.
    [[nodiscard]] std::vector<ByteSpan> split(std::string_view folded) const;

  private:
    struct Count {
        std::uint64_t all = 0;
        std::uint64_t capital = 0;  ///< with a capital at the beginning
    };
    class Search;

    void count(const index::IndexedCorpus& indexed);
    [[nodiscard]] std::uint64_t count_of(std::string_view part, bool is_first) const;
    /// The logarithm of how often a word occurs as it is.
    [[nodiscard]] double whole(std::string_view word) const;

    const text::Language& language_;
    const text::RowList* joints_;
    std::unordered_map<std::string, Count> counts_;  ///< by folded word
};

}  // namespace wortfeld::entity

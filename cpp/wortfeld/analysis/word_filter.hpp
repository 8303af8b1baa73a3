// Which words may be counted: filters that leave positions and totals alone.
#pragma once

#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/text/token.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wortfeld::analysis {

/// Kinds of token; `contains` is the test.
class KindSet {
  public:
    /// Words and numbers: what statistics count.
    static KindSet words() noexcept;
    /// The kinds of those names; `Error{bad_argument}` names the first that is none.
    static KindSet named(std::span<const std::string> names);

    [[nodiscard]] bool contains(text::TokenKind kind) const noexcept {
        return (bits_ >> static_cast<unsigned>(kind) & 1U) != 0;
    }

  private:
    unsigned bits_ = 0;
};

struct WordFilter {
    KindSet kinds = KindSet::words();
    std::vector<std::string> stop_words = {};  ///< left out wherever their folded form stands
};

/// Why a word is not counted.
enum class Exclusion : std::uint8_t { kinds, layer, stop_words };

/// What each term counts as in a layer after filtering, for each of its groups of languages.
/// Refers to the corpus and the layer.
class CountedValues {
  public:
    CountedValues(const corpus::Corpus& corpus,
                  const corpus::Layer& layer,
                  const WordFilter& filter);

    [[nodiscard]] const corpus::Corpus& corpus() const noexcept { return corpus_; }
    [[nodiscard]] const corpus::Layer& layer() const noexcept { return layer_; }
    /// The value of each term in a group of languages; `no_id` where it is not counted.
    [[nodiscard]] std::span<const ValueId> of_group(std::size_t group) const noexcept {
        return value_of_term_[group];
    }
    [[nodiscard]] std::span<const ValueId> in(DocumentId document) const noexcept {
        return of_group(layer_.groups.group(document));
    }
    /// Why a term whose value is `no_id` is not counted.
    [[nodiscard]] Exclusion exclusion(std::size_t group, TermId term) const;

  private:
    const corpus::Corpus& corpus_;
    const corpus::Layer& layer_;
    KindSet kinds_;
    std::vector<std::vector<ValueId>> value_of_term_;
};

}  // namespace wortfeld::analysis

// How often words are written small and with a capital, learnt from a corpus.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wortfeld::entity {

/// How often a word is written how.
struct WordCase {
    std::uint64_t small = 0;   ///< begins with a small letter
    std::uint64_t start = 0;   ///< with a capital, as the first word of a sentence
    std::uint64_t inside = 0;  ///< with a capital, within a sentence

    /// Whether the word is so often no name that letter case must tell: a tenth or more of what
    /// does not begin a sentence is written small.
    [[nodiscard]] bool is_often_small() const noexcept {
        constexpr std::uint64_t share = 10;
        return small * share >= small + inside;
    }
    /// Whether a capital at the start of a sentence is more likely the sentence's than a name's.
    [[nodiscard]] bool is_mostly_small() const noexcept { return small > inside; }
};

/// The words of a profile. Immutable.
class WordCases {
  public:
    /// The columns word (folded), small, start and inside; `Error{bad_argument}` for a word that is
    /// there twice or not folded.
    explicit WordCases(const Columns& rows);

    /// The counts of a folded word, or null.
    [[nodiscard]] const WordCase* find(std::string_view folded) const;
    [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
    /// Names the counts in what is found with them; never 0.
    [[nodiscard]] std::uint64_t fingerprint() const noexcept { return fingerprint_; }

  private:
    std::unordered_map<std::string, WordCase> words_;
    std::uint64_t fingerprint_ = 0;
};

/// Those columns for the words that are written small at least so often, and with a capital at
/// least once, by the bytes of the words.
Columns count_word_cases(const corpus::Corpus& corpus, std::uint64_t fewest_small, Job& job);

}  // namespace wortfeld::entity

// What a whole corpus says about each of its words: whether it is used as nouns are, or as names.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/entity/name_cues.hpp"
#include "wortfeld/entity/word_shape.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::entity {

/// How often a term occurs, and beside what.
struct WordUse {
    std::uint32_t count = 0;
    std::uint32_t articles = 0;  ///< behind an article, or an article and adjectives
    std::uint32_t numbers = 0;   ///< behind a number: what is counted has no name
};

struct WordTrait {
    WordShape shape;
    CueSet cues;
    WordUse use;
    /// What speaks against its being a name, see `find_word_traits`; 0: nothing.
    unsigned doubt = 0;
};

/// The traits of all terms of a corpus; `doubt` is the sum of
///
///     4  written small elsewhere                  3  a quarter or more behind an article
///     1  less than a quarter behind an article    2  a quarter or more behind a number
///     2  ends longer nouns (Modell, Sprachmodell), and 2 more if it ends several
///     2  an ending of derived nouns (-ung), or of
///        compounds (-geld)                        2  declined: the corpus has it with and without
///                                                    an ending (-en)
///
/// and 9 for words that never are names. Words with inner capitals are not doubted, nor are
/// acronyms but for those of four letters and more that are words in capitals. The corpus must
/// outlive them.
class WordTraits {
  public:
    WordTraits(const corpus::Corpus& corpus, const NameCues& cues, corpus::ZoneSet zones, Job& job);

    [[nodiscard]] const WordTrait& of(TermId term) const { return traits_[number(term)]; }
    /// The traits of a word, or nothing if it does not occur.
    [[nodiscard]] const WordTrait* find(std::string_view word) const;

  private:
    void count_uses(corpus::ZoneSet zones, Job& job);
    /// How many longer nouns end in each capitalised word.
    void find_ends();
    void count_ends_of(std::string_view word);
    [[nodiscard]] std::string_view text(std::size_t term) const;
    /// `Bargeld`; but not what names of places and families end in (`Heidelberg`).
    [[nodiscard]] bool ends_in_common_noun(std::string_view folded) const;
    [[nodiscard]] bool is_declined(std::string_view word) const;
    [[nodiscard]] unsigned doubt_of(std::size_t term) const;
    [[nodiscard]] unsigned doubt_of_acronym(std::size_t term) const;
    [[nodiscard]] unsigned doubt_of_use(std::size_t term) const;

    const corpus::Corpus& corpus_;
    std::vector<WordTrait> traits_;
    std::unordered_map<std::string_view, std::size_t> by_text_;  ///< terms that occur
    std::unordered_map<std::string, unsigned> ends_;             ///< by folded word
};

}  // namespace wortfeld::entity

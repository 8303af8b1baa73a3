// Names in closed compounds: `Google` in `Googlechef`. Looked for on request only.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/entity/compound_splitter.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::entity {

/// The closed compounds of a corpus that hold a name. Worked out once for each term, from its
/// splitter's cuts; safe to read from many threads.
///
/// An alias of one word of four letters or more whose letter case does not matter counts as the
/// first part of a compound with a capital, but not of one that is an alias itself. As the last
/// parts count common nouns in their forms (`Speicherchips`) and places, with and without -s
/// (`Südfrankreichs`): of what else a name ends, it says what kind of thing that is.
class ClosedCompounds {
  public:
    ClosedCompounds(const Gazetteer& gazetteer, const index::IndexedCorpus& indexed);

    /// Appends those of a document.
    void add(DocumentId document, std::vector<Candidate>& found) const;

  private:
    struct Part {
        std::uint32_t alias = 0;
        ByteSpan span;            ///< bytes of the term
        std::uint32_t joint = 0;  ///< bytes behind it that join it to its head
    };
    using Parts = std::unordered_map<TermId, std::vector<Part>>;

    [[nodiscard]] bool is_alias(std::string_view folded) const;
    /// What the end of a word may be the form of: folded aliases.
    [[nodiscard]] std::vector<std::string> bases_of(std::string_view folded) const;
    [[nodiscard]] bool may_end(std::string_view folded, CompoundSplitter& splitter) const;
    void add_ends(std::string_view folded,
                  const std::vector<ByteSpan>& cut,
                  std::vector<Part>& parts) const;
    [[nodiscard]] std::vector<Part> parts_of(std::string_view written,
                                             CompoundSplitter& splitter) const;
    void add_aliases(std::string_view atom,
                     ByteSpan span,
                     std::uint32_t joint,
                     std::vector<Part>& parts) const;

    const Gazetteer& gazetteer_;
    std::vector<const text::LanguageRow*> noun_endings_;
    const index::IndexedCorpus& indexed_;
    std::map<const text::Language*, Parts> by_language_;
};

}  // namespace wortfeld::entity

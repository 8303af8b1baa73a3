// Finds the names of a gazetteer in a corpus, by term ids: what a term can be is worked out once.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/entity/gazetteer.hpp"

#include <cstdint>
#include <vector>

namespace wortfeld::entity {

/// A stretch of a document that spells an alias, before anything is decided about it.
struct Candidate {
    ByteSpan span;  ///< bytes of the document, without `'s`, with a fused genitive -s
    std::uint32_t alias = 0;
    std::uint32_t token = 0;  ///< the first token, counted from the document's first
};

/// A gazetteer prepared for one vocabulary.
class Matcher {
  public:
    Matcher(const Gazetteer& gazetteer, const corpus::Corpus& corpus);

    /// Every place of the document that spells an alias in the case its policy asks for, by start.
    /// A name lies in one zone and paragraph; its words are joined by spaces or a hyphen.
    [[nodiscard]] std::vector<Candidate> find(const corpus::Document& document,
                                              const corpus::DecodedDocument& decoded) const;

  private:
    /// What one atom of a term can be in a name.
    struct TermAtom {
        Atom atom;
        AtomId plain = no_id<AtomId>;
        AtomId without_s = no_id<AtomId>;  ///< only the last atom of a name may lose its -s
    };
    struct Walk;

    [[nodiscard]] std::vector<TermAtom> atoms_of_term(TermId term) const;
    /// Moves on to the next atom of the same run, in the same word or the next one.
    [[nodiscard]] bool advance(Walk& at) const;
    void walk(const Walk& from, std::uint32_t node, std::vector<Candidate>& found) const;
    void accept(const Walk& at,
                std::uint32_t node,
                ByteSpan span,
                std::vector<Candidate>& found) const;

    const Gazetteer& gazetteer_;
    const corpus::Corpus& corpus_;
    std::vector<std::vector<TermAtom>> atoms_;  ///< of each term; empty if no name can hold it
    std::vector<bool> is_hyphen_;
};

}  // namespace wortfeld::entity

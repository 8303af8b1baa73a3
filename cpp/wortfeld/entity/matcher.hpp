// Finds the names of a gazetteer in a corpus by term ids.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/name_rules.hpp"
#include "wortfeld/entity/term_forms.hpp"
#include "wortfeld/entity/word_names.hpp"

#include <cstdint>
#include <vector>

namespace wortfeld::entity {

/// A stretch of a document that spells an alias, before anything is decided about it.
struct Candidate {
    ByteSpan span;  ///< bytes of the document, without `'s`, with a fused genitive -s
    std::uint32_t alias = 0;
    std::uint32_t token = 0;       ///< the first token, counted from the document's first
    std::uint32_t last_token = 0;  ///< the one in which it ends
    std::uint32_t sentence = 0;    ///< that of its start
    FormSet forms = 0;             ///< how its atoms are written
    std::uint32_t joint = 0;       ///< in a closed compound: bytes between it and its head
    bool begins_token = true;      ///< whether nothing of its first token stands before it
    bool ends_token = true;        ///< whether nothing of its last token stands behind it
    OtherUse also = {};            ///< what it is beside, if it is one word
};

/// A gazetteer prepared for one corpus. Safe to use from many threads.
class Matcher {
  public:
    /// `umlauts`: whether ae, oe, ue may stand for umlauts in German, and umlauts for them;
    /// `cases`: how words are written elsewhere, or null.
    Matcher(const Gazetteer& gazetteer,
            const corpus::Corpus& corpus,
            bool umlauts = false,
            const WordCases* cases = nullptr);

    /// Appends every place of the document that spells an alias in the case its policy asks for, by
    /// token and start. A name lies in one zone and paragraph; its words are joined by spaces or a
    /// hyphen.
    void find(const corpus::Document& document, std::vector<Candidate>& found) const;

  private:
    struct Walk;
    /// Where a walk through the tree of aliases stands in the text.
    struct Place {
        std::uint32_t token = 0;
        std::uint32_t atom = 0;  ///< number of a term atom
        Gap gap = Gap::none;     ///< what stands before it
    };

    /// How a name is written up to an atom, and how this one.
    struct Spelling {
        FormSet all = 0;
        Form last = Form::plain;
    };

    /// Whether the next atom may be one of a set: a look that spares most steps.
    [[nodiscard]] bool may_follow(const Walk& walk, const Place& place, std::uint64_t next) const;
    /// Moves on to the next atom, in the same word or the next one; false if there is none.
    [[nodiscard]] bool advance(const Walk& walk, Place& place) const;
    /// What is the same in all documents of a language.
    struct InLanguage {
        const text::Language* language;  ///< null: none is named
        std::span<const Reach> reaches;
        WordNames words;
    };
    [[nodiscard]] std::uint32_t number_of(const text::Language* language);

    void find_from(Walk& walk, std::uint32_t token) const;
    void begin(Walk& walk, const Place& place) const;
    /// At the node that the atom of the place leads to, beyond the first one; `next` is what may
    /// follow, `before.last` the form of the atom.
    void go_on(
        Walk& walk, Place place, std::uint32_t node, std::uint64_t next, Spelling before) const;
    void accept(Walk& walk, const Place& place, std::uint32_t node, Spelling forms) const;
    /// Gives spans and sentences to candidates and drops those that lie in two zones or paragraphs.
    static void place(const corpus::Document& document,
                      std::size_t first,
                      std::vector<Candidate>& found);

    const Gazetteer& gazetteer_;
    const corpus::Corpus& corpus_;
    TermForms forms_;
    NameRules rules_;
    const WordCases* cases_;
    std::vector<InLanguage> languages_;
    std::vector<std::uint32_t> language_numbers_;  ///< in `languages_`, by the store's numbers
};

}  // namespace wortfeld::entity

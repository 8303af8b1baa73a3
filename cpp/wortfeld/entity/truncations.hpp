// Names that share the end of a compound with the next one: `Öl-` in `Öl- und Gasfelder`.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/name_rules.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::entity {

/// The truncated names of a corpus, found from its hyphens. Safe to read from many threads.
///
/// A word with a hyphen at its end, then a comma or a conjunction of the language data, perhaps
/// more such words, then a word whose end completes it to an alias: `Nord- und Südkorea` names
/// Nordkorea, `CDU- und SPD-Politiker` a `CDU-Politiker`. The mention holds the word and its
/// hyphen.
class Truncations {
  public:
    Truncations(const Gazetteer& gazetteer, const index::IndexedCorpus& indexed, bool umlauts);

    /// Appends those of a document.
    void add(DocumentId document, std::vector<Candidate>& found) const;

  private:
    /// Where a truncated word stands and what completes it.
    struct Place {
        std::uint32_t token = 0;        ///< of the word; its hyphen follows
        std::uint32_t last_token = 0;   ///< the word that completes it
        bool is_behind_hyphen = false;  ///< whether the head stands behind a hyphen
    };
    /// An alias that a completed word can be.
    struct Completion {
        std::uint32_t alias = 0;
        Form form = Form::plain;
        std::string written;  ///< the completed word
    };
    using Completions = std::vector<Completion>;

    /// An atom that is an alias, and how much of it a truncated word writes.
    struct Beginning {
        AtomId atom{};
        std::uint32_t size = 0;  ///< bytes
    };
    /// What a truncated word can begin.
    struct FirstWord {
        std::vector<Beginning> beginnings;
        std::uint32_t node = AliasTree::nowhere;  ///< of names that go on behind it, as one word

        [[nodiscard]] bool begins_nothing() const noexcept {
            return beginnings.empty() && node == AliasTree::nowhere;
        }
    };

    /// Whether the term joins truncated words in a language of the corpus.
    [[nodiscard]] bool is_joint(const corpus::Corpus& corpus, TermId term);
    void sort_atoms();
    [[nodiscard]] const FirstWord& first_word(const corpus::Vocabulary& vocabulary, TermId term);
    void add_beginnings(std::string_view folded, std::vector<Beginning>& found) const;
    /// Adds those that the end of the last word completes.
    void complete_by_end(std::span<const Beginning> beginnings,
                         std::string_view first,
                         std::string_view last,
                         Completions& found) const;
    void read(const index::IndexedCorpus& indexed, TermId hyphen);
    [[nodiscard]] static std::optional<Place> place_at(const corpus::Corpus& corpus,
                                                       const corpus::Document& document,
                                                       std::uint32_t hyphen);
    void add_place(const corpus::Corpus& corpus, DocumentId id, const Place& place);
    [[nodiscard]] const Completions& completions(const corpus::Corpus& corpus,
                                                 std::span<const TermId> terms,
                                                 const Place& place);
    void complete(std::string_view first, std::string_view rest, Completions& found) const;
    void complete_open(std::uint32_t node,
                       std::string_view first,
                       std::string_view head,
                       Completions& found) const;
    void add_aliases(std::uint32_t node,
                     Form form,
                     std::string_view written,
                     Completions& found) const;
    [[nodiscard]] bool may_count(const Completion& completion,
                                 std::string_view first,
                                 const text::Language& language) const;

    const Gazetteer& gazetteer_;
    WantedForms wanted_;
    NameRules rules_;
    std::vector<std::uint32_t> drawer_begins_;  ///< empty until it is asked for
    std::vector<AtomId> atoms_in_drawers_;      ///< atoms that are aliases, by how they begin
    std::unordered_map<TermId, bool> joints_;
    std::unordered_map<TermId, FirstWord> first_words_;
    std::unordered_map<std::uint64_t, Completions> known_;  ///< by both terms
    std::unordered_map<DocumentId, std::vector<Candidate>> by_document_;
};

}  // namespace wortfeld::entity

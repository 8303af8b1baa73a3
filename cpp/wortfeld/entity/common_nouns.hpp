// Whether a name that is also a common noun is the noun where it stands.
#pragma once

#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/inflection.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/text/language.hpp"

#include <cstddef>
#include <string_view>

namespace wortfeld::entity {

/// Whether a word is another form of a noun among the common words: `Blumen`, `Klassen`.
bool is_form_of_common_noun(std::string_view written, const text::Language& language);

/// Whether a folded word is a declined adjective as far as its stem tells: `moderne`, `politische`.
bool is_declined_adjective(std::string_view folded, const text::Language& language);

/// Looks before and behind the names of one document, in a language that writes nouns with a
/// capital.
class CommonNouns {
  public:
    CommonNouns(const Gazetteer& gazetteer, const DocumentWords& words)
        : gazetteer_(gazetteer), words_(words), inflection_(inflection_of(words.language())) {}

    /// Behind an indefinite article, a demonstrative or a possessive (`ein heller Stern`), before a
    /// number of up to three digits that no word follows (`Bild 2.`), behind a hyphen
    /// (`S-Bahn-Tunnel`), as a month that no capital precedes (`im März`). A person, who has no
    /// article, also behind any article, ordinal or preposition with an adjective (`der späte
    /// Kaiser`, `in kleinen Klassen`, `die 4. Klassen`), and in a compound. A declined adjective
    /// (`Moderne`) also where it is written small, and before a noun at the start of a sentence.
    /// One without an ending (`Kurz`), which is no noun behind any article, at the start of a
    /// clause before what follows adverbs (`Kurz nach Ostern`).
    [[nodiscard]] bool is_common_noun(const Candidate& name) const;

  private:
    [[nodiscard]] bool is_person(const Candidate& name) const;
    [[nodiscard]] bool is_adjective_here(const Candidate& name) const;
    [[nodiscard]] bool is_uninflected_adjective(const Candidate& name) const;
    /// `Kurz nach Ostern`, where a sentence or a clause begins.
    [[nodiscard]] bool is_adverb(const Candidate& name) const;
    [[nodiscard]] bool is_common(std::string_view written) const;
    [[nodiscard]] bool is_referred_to(const Candidate& name) const;
    [[nodiscard]] bool is_in_compound(const Candidate& name) const;
    [[nodiscard]] bool is_month(const Candidate& name) const;
    [[nodiscard]] bool is_behind_determiner(const Candidate& name) const;
    [[nodiscard]] bool is_behind_ordinal(std::size_t token) const;
    [[nodiscard]] bool is_adjective(std::size_t token) const;
    [[nodiscard]] bool is_past_tense(std::string_view written) const;

    const Gazetteer& gazetteer_;
    const DocumentWords& words_;
    const Inflection& inflection_;
};

}  // namespace wortfeld::entity

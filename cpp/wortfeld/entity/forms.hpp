// The ways in which a written atom may stand for the atom of a name.
#pragma once

#include "wortfeld/entity/inflection.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// What was done to the written atom to make it the atom of a name; the examples are German.
enum class Form : std::uint8_t {
    plain,       ///< nothing but folding
    without_s,   ///< a genitive -s was taken off
    without_es,  ///< a genitive -es was taken off (`Bundestages`)
    without_n,   ///< a dative -n was taken off (`Emiraten`)
    adjective,   ///< another ending of an adjective was put on (`Deutschen` for `Deutsche`)
    sharp_s,     ///< ß was written for ss, or ss for ß
    umlaut,      ///< an umlaut was written for ae, oe, ue, or the other way round
    truncated,   ///< a later word completes it (`Öl- und Gasfelder` for `Ölfelder`)
    noun,        ///< an ending of common nouns was taken off (`Banken`, `Häuser`, `banks`)
    closed,      ///< it is a part of a closed compound (`Googlechef`)
    head         ///< a genitive -s was taken off a noun that names begin with (`Instituts für X`)
};

/// Some forms: those that a name was found by.
using FormSet = std::uint32_t;
constexpr FormSet bit(Form form) noexcept {
    return FormSet{1} << static_cast<unsigned>(form);
}
/// Forms that are looked for in every language.
inline constexpr FormSet forms_of_every_language = bit(Form::plain) | bit(Form::without_s);

/// Whether a name may go on behind an atom of that form: endings of nouns stand at its end.
constexpr bool may_go_on(Form form) noexcept {
    return form == Form::plain || form == Form::adjective || form == Form::sharp_s ||
           form == Form::umlaut || form == Form::head;
}

/// Folded forms of written atoms that are to be looked for among the atoms of names.
struct FormList {
    std::string text;                 ///< folded forms; some share their beginning
    std::vector<text::Token> places;  ///< of each in the text
    std::vector<Form> forms;          ///< of each

    /// Folds the atom.
    void add(std::string_view atom, Form form);
    /// Adds what was folded last without so many bytes at its end and with that ending.
    void add_shortened(std::size_t lost, std::string_view ending, Form form);
    void clear();
    /// What was folded last; no longer than until something is added.
    [[nodiscard]] std::string_view last_added() const;

  private:
    ByteSpan last_added_;
};

/// Which forms can count in a corpus, beside the plain one and the genitive.
struct WantedForms {
    /// Endings and spellings (ß, ss) of the languages that have them.
    std::vector<const Inflection*> inflections = all_inflections();
    bool umlauts = false;  ///< other spellings of umlauts
    /// Endings of nouns of these languages: rows of `noun_ending`.
    std::vector<const text::LanguageRow*> nouns = {};
};

/// Adds everything that an atom of a text, as it is written there, may stand for; asked once for
/// each term, never for a token.
void add_forms(std::string_view written, const WantedForms& wanted, FormList& list);

}  // namespace wortfeld::entity

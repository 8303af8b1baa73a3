// How a language declines and respells the words of names: rows of its data file.
#pragma once

#include "wortfeld/text/language.hpp"

#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// Two spellings of one sound: ß and ss, ü and ue.
struct Spellings {
    std::string_view one;
    std::string_view two;
};

/// Refers to the rows of its language; all forms are folded.
struct Inflection {
    /// What declined adjectives end in, as they stand before a noun: rows of `adjective_ending`.
    std::vector<std::string_view> adjectives;
    /// Taken off whole (`Bundestages`): rows of `case_ending` with the value `genitive`.
    std::vector<std::string_view> genitives;
    /// Their last letter is taken off (`Emiraten`): rows of `case_ending` with the value `dative`.
    std::vector<std::string_view> datives;
    /// Always the same word: rows of `respelling`.
    std::vector<Spellings> respellings;
    /// The same word on request, typed without umlauts: rows of `umlaut`.
    std::vector<Spellings> transcriptions;
    /// Nouns that names begin with, or ends of such nouns: rows of `head_noun`.
    std::vector<std::string_view> heads;
    /// The ending of a genitive that every name can have: the row `writing.genitive`.
    std::string_view own_genitive;

    [[nodiscard]] bool is_empty() const noexcept {
        return adjectives.empty() && genitives.empty() && datives.empty() && respellings.empty();
    }
    [[nodiscard]] bool ends_as_adjective(std::string_view word) const noexcept;
    /// Whether a folded word ends with one of the heads.
    [[nodiscard]] bool ends_as_head(std::string_view word) const noexcept;
};

/// That of a language of `text::language`; prepared once. Thread-safe.
const Inflection& inflection_of(const text::Language& language);
/// Those of all languages that decline or respell names, by their codes.
const std::vector<const Inflection*>& all_inflections();

}  // namespace wortfeld::entity

// How words are spelt that are no names, in languages where a capital does not tell names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// A vowel that changes in the plural: Haus, Häuser.
struct Umlaut {
    std::string_view changed;  ///< ä
    std::string_view vowel;    ///< a
};

/// Rows of all languages that write nouns with a capital; forms are folded.
struct NativeSpelling {
    std::vector<std::string_view> noun_endings;       ///< of derived nouns: `derived_ending`, -ung
    std::vector<std::string_view> declined_endings;   ///< of declined nouns: `declined_ending`
    std::vector<std::string_view> adjective_endings;  ///< of declined adjectives
    std::vector<std::string_view> foreign_parts;      ///< in no native word: `foreign_part`, sh
    std::vector<std::string_view> foreign_endings;    ///< of no native word: `foreign_ending`, -y
    /// Of none behind a consonant: the same rows with the value `consonant`, -a.
    std::vector<std::string_view> foreign_behind_consonants;
    std::vector<Umlaut> umlauts;                ///< rows of `umlaut`, whose value begins with it
    std::string vowels;                         ///< ASCII, `letters.vowels`
    std::string consonants;                     ///< ASCII, `letters.consonants`
    std::u32string marked_letters;              ///< letters with marks, `letters.marked`: äöüß
    std::vector<std::string_view> genitives;    ///< endings of names: `writing.genitive`
    std::vector<std::string_view> possessives;  ///< behind an apostrophe: `writing.possessive`
    std::u32string sibilants;  ///< behind them the genitive is an apostrophe: `letters.sibilants`
};

/// Read once; thread-safe.
const NativeSpelling& native_spelling();

/// The bytes of the genitive at the end of a name, 0 if there is none: the -s of `Huangs`.
std::size_t genitive_size(std::string_view name) noexcept;

/// Whether a word is longer than one of the endings and ends in it.
bool ends_with_any(std::string_view word, const std::vector<std::string_view>& endings) noexcept;

}  // namespace wortfeld::entity

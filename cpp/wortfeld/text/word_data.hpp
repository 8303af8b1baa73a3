// What the word rules know of single characters: generated tables of Unicode properties.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wortfeld::text {

/// Word_Break of UAX #29 with our differences: `ideograph` are Han and Hiragana, `hangul` whole
/// syllables, `letter` are also the letters of the scripts that need a dictionary.
enum class WordClass : std::uint8_t {
    other,
    carriage_return,
    line_feed,
    newline,
    extend,
    zero_width_joiner,
    format,
    regional_indicator,
    katakana,
    hebrew_letter,
    letter,
    single_quote,
    double_quote,
    mid_number_letter,
    mid_letter,
    mid_number,
    number,
    connector,
    space,
    ideograph,
    hangul
};
inline constexpr std::size_t word_class_count = 21;

/// Flags of a character; joined by "or" over a segment they tell its kind.
using CharacterFlags = std::uint8_t;
inline constexpr CharacterFlags character_letter = 1;         ///< general category L
inline constexpr CharacterFlags character_number = 2;         ///< N
inline constexpr CharacterFlags character_punctuation = 4;    ///< P
inline constexpr CharacterFlags character_white_space = 8;    ///< White_Space
inline constexpr CharacterFlags character_other = 16;         ///< symbols, marks, controls …
inline constexpr CharacterFlags character_pictographic = 32;  ///< Extended_Pictographic
inline constexpr CharacterFlags character_dictionary = 64;    ///< of a script without spaces

struct WordProperties {
    WordClass word_class;
    CharacterFlags flags;
};

namespace word_data {
// A two-stage table: blocks of 128 code points, each with a code of its properties.
inline constexpr unsigned block_bits = 7;
extern const std::string_view unicode;  ///< the version, for example "15.0"
extern const std::uint8_t block_of[];
extern const std::uint8_t code_of[];
extern const WordProperties properties[];
}  // namespace word_data

/// The properties of a code point up to U+10FFFF.
inline WordProperties word_properties(char32_t code_point) noexcept {
    constexpr char32_t in_block = (1U << word_data::block_bits) - 1;
    const std::size_t block = word_data::block_of[code_point >> word_data::block_bits];
    const auto code =
        word_data::code_of[(block << word_data::block_bits) + (code_point & in_block)];
    return word_data::properties[code];
}

}  // namespace wortfeld::text

// What the rules of this layer ask of a single character.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/text/script.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wortfeld::text {

/// The part a character plays at the end of a sentence.
enum class Mark : std::uint8_t {
    none,        ///< letters, digits, symbols, everything else
    full_stop,   ///< . also between words, so it needs white space behind it
    loud,        ///< ! ? and their like
    ellipsis,    ///< the one character …
    full_width,  ///< 。！？ and the stops of scripts without capitals: nothing need follow
    opening,     ///< brackets and quotation marks that can only open
    closing,     ///< brackets that can only close
    quote,       ///< quotation marks that open in one country and close in another
    dash,
    separator  ///< , ; : and their like
};

Mark mark_of(char32_t character) noexcept;
bool is_white_space(char32_t character) noexcept;
bool is_lower(char32_t character) noexcept;
/// A letter of a script without case, for example Han.
bool is_caseless(char32_t character) noexcept;
/// Decimal digits, letter numbers, fractions and the like.
bool is_numeric(char32_t character) noexcept;
bool is_punctuation(char32_t character) noexcept;

constexpr bool is_ascii_digit(char byte) noexcept {
    return byte >= '0' && byte <= '9';
}
/// Only ASCII digits, at least one.
bool is_digits(std::string_view text) noexcept;
/// Upper-case Roman numerals up to 39: the ones that number rulers, wars and chapters.
bool is_roman_numeral(std::string_view text) noexcept;

/// The first character of a text that is not empty.
char32_t first_character(std::string_view text) noexcept;
char32_t last_character(std::string_view text) noexcept;
/// The span without the white space at its ends.
ByteSpan trimmed(std::string_view text, ByteSpan span) noexcept;
std::string_view trimmed(std::string_view text) noexcept;

}  // namespace wortfeld::text

// UTF-8: strict checking, decoding, and the way between bytes and code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wortfeld::utf8 {

/// Byte offset of the first ill-formed sequence (surrogates, overlong forms and values above
/// U+10FFFF included), or nothing if the text is well formed.
std::optional<std::size_t> first_fault(std::string_view text) noexcept;

/// The text with each maximal ill-formed subpart replaced by U+FFFD (Unicode, section 3.9).
struct Replaced {
    std::string text;
    std::size_t replacements = 0;
};
Replaced replace_faults(std::string_view text);

/// The code point that starts at `position`, which moves behind it. The text is well formed.
char32_t next(std::string_view text, std::size_t& position) noexcept;
/// The code point that ends at `position`, which moves to its first byte. The text is well formed.
char32_t previous(std::string_view text, std::size_t& position) noexcept;
void append(std::string& text, char32_t code_point);
/// Whether a byte is within a code point, not its first.
constexpr bool continues(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
/// Whether a part of a well-formed text begins and ends where code points do.
bool is_whole(std::string_view part) noexcept;
/// Number of code points. The text is well formed.
std::size_t length(std::string_view text) noexcept;

}  // namespace wortfeld::utf8

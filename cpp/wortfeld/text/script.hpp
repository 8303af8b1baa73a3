// Properties of single code points that other layers need.
#pragma once

namespace wortfeld::text {

/// Whether the code point belongs to a script that is written without spaces between words: Han,
/// Kana, Thai, Lao, Khmer, Burmese; Hangul too, where particles follow a name without one.
bool is_unspaced_script(char32_t code_point) noexcept;

bool is_upper_case(char32_t code_point) noexcept;
bool is_letter(char32_t code_point) noexcept;

}  // namespace wortfeld::text

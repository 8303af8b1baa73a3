// From the forms in which other programs hold texts (one, two or four bytes a code point) to UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace wortfeld::utf8 {

/// Appends code points as UTF-8. What cannot be written is a lone surrogate or a value above
/// U+10FFFF: its index is returned, and `text` then ends before it. Code points of one byte
/// (Latin-1) can all be written.
std::optional<std::size_t> append(std::string& text, std::span<const std::uint8_t> code_points);
std::optional<std::size_t> append(std::string& text, std::span<const std::uint16_t> code_points);
std::optional<std::size_t> append(std::string& text, std::span<const std::uint32_t> code_points);

}  // namespace wortfeld::utf8

// The word boundary rules as an automaton over UTF-8: what every faster way must agree with.
#pragma once

#include "wortfeld/text/word_data.hpp"

#include <cstddef>
#include <string_view>

namespace wortfeld::text {

/// A stretch between two word boundaries, white space included.
struct Segment {
    std::size_t end = 0;
    CharacterFlags flags = 0;      ///< of all its characters
    bool is_one_character = true;  ///< what cannot be divided needs no dictionary
};

/// The segment that begins at the boundary `begin < text.size()`; what stands before it has no say
/// in that. Ill-formed bytes count as U+FFFD; nothing outside the text is read.
Segment next_segment(std::string_view text, std::size_t begin) noexcept;

/// The code point at `position < text.size()`, which moves behind it; U+FFFD for ill-formed bytes.
char32_t next_character(std::string_view text, std::size_t& position) noexcept;

}  // namespace wortfeld::text

// A text cut into lines and paragraphs.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// A line that is not blank, without the white space around it.
struct Line {
    ByteSpan span;
    std::uint32_t paragraph = 0;  ///< counted from 0, ascending
};

/// Appends the lines of a text. A line ends at LF, CR, CR LF, VT, FF, NEL, U+2028 or U+2029.
/// Paragraphs end at blank lines and at U+2029; in a text that has neither between its lines, at
/// every line.
void split_lines(std::string_view text, std::vector<Line>& lines, StopSign stop = {});

/// How many lines end between two bytes of a text.
std::size_t count_line_ends(std::string_view text, std::size_t begin, std::size_t end) noexcept;

}  // namespace wortfeld::text

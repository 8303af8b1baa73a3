// Headings and section numbers among the blocks of a document.
#pragma once

#include "wortfeld/text/blocks.hpp"

#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Gives the zones `section_number` and `heading` to blocks that are body as yet. Where verse, a
/// list, a table or hard-wrapped lines are likely, nothing is marked.
void mark_headings(std::string_view text, std::vector<Block>& blocks);

/// A number that stands alone on its line: 01, 3., II.
bool is_section_number(std::string_view line) noexcept;

/// Whether a line could start a heading or title: with a capital, a digit or a quote, not with a
/// small letter, a bullet or a bracket.
bool starts_like_heading(std::string_view line) noexcept;

}  // namespace wortfeld::text

// Lines that say who wrote a document and when.
#pragma once

#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// A line that consists of an author, a timestamp, or both.
struct Byline {
    std::vector<ZoneSpan> pieces = {};  ///< byline and timestamp, spans within the line
    std::string_view author = {};       ///< empty if the line names none
    std::optional<std::int32_t> days = std::nullopt;  ///< since 1970-01-01
    bool certain = false;  ///< a time of day or glued parts: no other line looks like this
};

/// Reads a line by the language's rows `byline` (words before an author: `name`, or `colon` if a
/// colon follows), `timestamp_word` (`strong`: says that the date is the document's; `weak`, `day`)
/// and `name_particle`; nothing if any part of it is neither.
std::optional<Byline> read_byline(std::string_view line, const Language& language);

/// The author that a line names behind a row of `author_label` and a colon; empty if none.
std::string_view find_labelled_author(std::string_view line, const Language& language);

}  // namespace wortfeld::text

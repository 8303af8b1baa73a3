// The zones of a document, from known patterns and positions in this document alone.
#pragma once

#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"

#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Appends the zones of a document and says what its head and foot tell; docs/zones.md describes
/// each rule by its id.
void find_zones(std::string_view text,
                const Language& language,
                std::vector<ZoneSpan>& zones,
                FoundMetadata& metadata);

/// Appends every paragraph as body.
void paragraphs_as_body(std::string_view text, std::vector<ZoneSpan>& zones);

}  // namespace wortfeld::text

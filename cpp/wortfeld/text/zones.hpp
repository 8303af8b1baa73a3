// The zones of a document, from known patterns and positions in this document and, if there is
// one, the lines of a profile.
#pragma once

#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/profile.hpp"

#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Appends the zones of a document and returns what its head and foot say; docs/zones.md describes
/// each rule by its id. `profile` may be null.
FoundMetadata find_zones(std::string_view text,
                         const Language& language,
                         const Profile* profile,
                         std::vector<ZoneSpan>& zones,
                         StopSign stop = {});

/// Appends every paragraph as body.
void paragraphs_as_body(std::string_view text, std::vector<ZoneSpan>& zones);

}  // namespace wortfeld::text

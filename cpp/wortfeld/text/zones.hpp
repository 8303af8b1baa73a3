// The zones of a document, from known patterns and positions in this document alone.
#pragma once

#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"

#include <string_view>
#include <vector>

namespace wortfeld::text {

/// What the zone rules find in a document; docs/zones.md describes each rule by its id.
struct FoundZones {
    std::vector<ZoneSpan> spans;
    FoundMetadata metadata;
};
FoundZones find_zones(std::string_view text, const Language& language);

/// Every paragraph as body.
std::vector<ZoneSpan> paragraphs_as_body(std::string_view text);

}  // namespace wortfeld::text

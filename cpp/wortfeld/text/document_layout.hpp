// A document taken apart: zones, paragraphs, sentences, tokens, and what its head says.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/profile.hpp"
#include "wortfeld/text/token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Parts of a document by function; a closed list.
enum class Zone : std::uint8_t {
    title,
    lead,
    byline,
    timestamp,
    heading,
    section_number,
    body,
    boilerplate
};
std::string_view name_of(Zone zone) noexcept;
/// The zone of that name, or nothing.
std::optional<Zone> zone_named(std::string_view name) noexcept;
/// Statistics use title, lead, heading and body unless told otherwise.
constexpr bool is_counted(Zone zone) noexcept {
    return zone == Zone::title || zone == Zone::lead || zone == Zone::heading || zone == Zone::body;
}

/// The names of the zones for which that holds.
std::vector<std::string_view> counted_zone_names();

/// A stretch of text of one zone, without the white space around it; zones never overlap.
struct ZoneSpan {
    ByteSpan span;
    Zone zone = Zone::body;
    std::uint32_t paragraph = 0;  ///< counted from 0 through the document, ascending
    std::string_view rule = {};   ///< why: the id of the rule that decided, static storage
};

/// A sentence lies in one zone and one paragraph; titles, headings, bylines are one sentence each.
struct Sentence {
    ByteSpan span;
    TokenSpan tokens;
    std::uint32_t paragraph = 0;
    Zone zone = Zone::body;
};

/// What the head and foot of the document say about it.
struct FoundMetadata {
    std::optional<std::string> title;
    std::optional<std::string> author;
    std::optional<std::int32_t> date;  ///< days since 1970-01-01
};

/// Every token belongs to exactly one sentence, every sentence to one zone span.
struct DocumentLayout {
    std::vector<Token> tokens;
    std::vector<ZoneSpan> zones;
    std::vector<Sentence> sentences;
    FoundMetadata found;
    bool breaks_off = false;  ///< the last counted sentence ends without a closing mark
};

/// Whether zones are detected, and the lines that are boilerplate then.
struct ZoneOptions {
    bool detect = true;                ///< otherwise everything is body
    const Profile* profile = nullptr;  ///< null: none
};

/// Takes a well-formed UTF-8 text apart; depends on nothing but its arguments.
/// Without `detect_zones` everything is body. `Error{cancelled}` soon after a stop.
DocumentLayout lay_out(std::string_view text,
                       const Language& language,
                       bool detect_zones,
                       StopSign stop = {});
/// The same into `layout`, whose memory is used again.
void lay_out(std::string_view text,
             const Language& language,
             ZoneOptions zones,
             DocumentLayout& layout,
             StopSign stop = {});

/// Appends the sentences of a well-formed text without a look at zones: those that `lay_out` finds
/// where it detects none.
void find_sentences(std::string_view text,
                    const Language& language,
                    std::vector<ByteSpan>& sentences);

}  // namespace wortfeld::text

// Paragraph candidates of a document and the questions the zone rules ask of them.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/text/byline.hpp"
#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/lines.hpp"
#include "wortfeld/text/profile.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// How a line or paragraph ends, quotes and brackets at its end not counted.
enum class Ending : std::uint8_t {
    closed,  ///< a full stop or its like
    loud,    ///< a question or exclamation mark
    colon,
    joined,  ///< comma, semicolon, hyphen, dash: something must follow
    open     ///< a letter, a digit, anything else
};
Ending ending_of(std::string_view text) noexcept;

/// Lines that stand together: a paragraph, or a line that was set apart from one.
struct Block {
    ByteSpan span;
    std::uint32_t paragraph = 0;  ///< of its lines in the source
    std::uint32_t line_count = 0;
    Zone zone = Zone::body;
    std::string_view rule = {};
    std::vector<ZoneSpan> pieces = {};  ///< of a byline, offsets of the document; else empty

    [[nodiscard]] bool is_line() const noexcept { return line_count == 1; }
    [[nodiscard]] bool is_boilerplate() const noexcept { return zone == Zone::boilerplate; }
};

/// The blocks of a document. Page furniture, the lines of a profile (null: none) and those of a
/// byline in its head become blocks of their own, with their zones; everything else is body as yet.
struct Blocks {
    std::vector<Block> list;
    std::vector<std::size_t> bylines;  ///< positions in `list`, at most one run
    std::string_view author = {};
    std::optional<std::int32_t> days = std::nullopt;
};
Blocks build_blocks(std::string_view text,
                    const std::vector<Line>& lines,
                    const Language& language,
                    const Profile* profile,
                    StopSign stop = {});

}  // namespace wortfeld::text

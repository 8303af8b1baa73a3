#include "wortfeld/text/lines.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"

#include <algorithm>
#include <cstddef>

namespace wortfeld::text {
namespace {

constexpr char32_t next_line = U'\u0085';
constexpr char32_t line_separator = U'\u2028';
constexpr char32_t paragraph_separator = U'\u2029';

/// The end of a line: how many bytes long, and whether it ends a paragraph by itself.
struct LineEnd {
    std::size_t size = 0;  ///< 0: no line ends here
    bool ends_paragraph = false;
};

LineEnd line_end_at(std::string_view text, std::size_t position) noexcept {
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte >= '\n' && byte <= '\f') return {.size = 1};
    if (byte == '\r') {
        const bool pair = position + 1 < text.size() && text[position + 1] == '\n';
        return {.size = pair ? 2U : 1U};
    }
    // NEL starts with C2, U+2028 and U+2029 with E2.
    if (byte != 0xC2 && byte != 0xE2) return {};
    auto behind = position;
    const auto character = utf8::next(text, behind);
    if (character != next_line && character != line_separator && character != paragraph_separator) {
        return {};
    }
    return {.size = behind - position, .ends_paragraph = character == paragraph_separator};
}

constexpr std::size_t block = 64;  // bytes looked at together

/// Whether one of 64 bytes may start the end of a line; the two bytes behind them are looked at
/// too. No branches, so that compilers use vectors.
bool may_hold_line_end(const char* bytes) noexcept {
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const auto next = static_cast<unsigned char>(bytes[i + 1]);
        const auto third = static_cast<unsigned char>(bytes[i + 2] | 1);
        const auto control = static_cast<unsigned char>(byte - '\n');
        const bool found = (control <= '\r' - '\n') | ((byte == 0xC2) & (next == 0x85)) |
                           ((byte == 0xE2) & (next == 0x80) & (third == 0xA9));
        any = static_cast<unsigned char>(any | static_cast<unsigned char>(found));
    }
    return any != 0;
}

/// Where the line that starts at `begin` ends; `end.size` is 0 at the end of the text.
std::size_t find_line_end(std::string_view text, std::size_t begin, LineEnd& end) noexcept {
    auto position = begin;
    while (position < text.size()) {
        if (position + block + 2 <= text.size() && !may_hold_line_end(text.data() + position)) {
            position += block;
            continue;
        }
        const auto stop = std::min(position + block, text.size());
        for (; position < stop; ++position) {
            end = line_end_at(text, position);
            if (end.size > 0) return position;
        }
    }
    end = {};
    return position;
}

}  // namespace

void split_lines(std::string_view text, std::vector<Line>& lines, StopSign stop) {
    const auto first = lines.size();
    std::uint32_t breaks = 0;
    auto pending = false;
    for (std::size_t begin = 0; begin < text.size();) {
        stop.heed();
        LineEnd end;
        const auto position = find_line_end(text, begin, end);
        const auto span = trimmed(text,
                                  {.begin = static_cast<std::uint32_t>(begin),
                                   .end = static_cast<std::uint32_t>(position)});
        if (span.empty()) {
            pending = true;
        } else {
            if (pending && lines.size() > first) ++breaks;
            lines.push_back({.span = span, .paragraph = breaks});
            pending = false;
        }
        pending = pending || end.ends_paragraph;
        begin = position + end.size;
    }
    if (breaks > 0) return;
    std::uint32_t paragraph = 0;
    for (auto i = first; i < lines.size(); ++i) lines[i].paragraph = paragraph++;
}

std::size_t count_line_ends(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    std::size_t count = 0;
    const auto part = text.substr(0, end);
    while (begin < part.size()) {
        const auto found = line_end_at(part, begin);
        if (found.size > 0) ++count;
        begin += std::max<std::size_t>(found.size, 1);
    }
    return count;
}

}  // namespace wortfeld::text

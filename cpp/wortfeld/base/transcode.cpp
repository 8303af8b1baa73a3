#include "wortfeld/base/transcode.hpp"

#include <algorithm>
#include <cstring>

namespace wortfeld::utf8 {
namespace {

/// Code points are written in steps of this many, so that room is made once a step.
constexpr std::size_t step = 4096;

constexpr char byte(std::uint32_t value) noexcept {
    return static_cast<char>(static_cast<unsigned char>(value));
}

/// Writes what is not ASCII and can be written; the end of what was written.
char* write(char* out, std::uint32_t code_point) noexcept {
    if (code_point < 0x800) {
        *out++ = byte(0xC0U | code_point >> 6U);
    } else {
        if (code_point < 0x10000) {
            *out++ = byte(0xE0U | code_point >> 12U);
        } else {
            *out++ = byte(0xF0U | code_point >> 18U);
            *out++ = byte(0x80U | (code_point >> 12U & 0x3FU));
        }
        *out++ = byte(0x80U | (code_point >> 6U & 0x3FU));
    }
    *out++ = byte(0x80U | (code_point & 0x3FU));
    return out;
}

constexpr bool is_writable(std::uint32_t code_point) noexcept {
    return code_point < 0xD800 || (code_point > 0xDFFF && code_point <= 0x10FFFF);
}

/// How many of the code points from `begin` on are ASCII, by eights; written as they are met.
template <typename Unit>
std::size_t copy_ascii(const Unit* begin, const Unit* end, char* out) noexcept {
    constexpr std::ptrdiff_t eight = 8;
    const auto* at = begin;
    while (end - at >= eight) {
        std::uint32_t bits = 0;
        for (std::ptrdiff_t i = 0; i < eight; ++i) bits |= at[i];
        if (bits >= 0x80) break;
        for (std::ptrdiff_t i = 0; i < eight; ++i) *out++ = byte(at[i]);
        at += eight;
    }
    return static_cast<std::size_t>(at - begin);
}

/// Writes code points up to the first that cannot be written; `out` moves behind them.
template <typename Unit>
const Unit* write_all(const Unit* at, const Unit* end, char*& out) noexcept {
    while (at != end) {
        const auto plain = copy_ascii(at, end, out);
        at += plain;
        out += plain;
        for (const auto* const last = at + std::min<std::ptrdiff_t>(8, end - at); at != last;
             ++at) {
            const std::uint32_t code_point = *at;
            if (code_point < 0x80) {
                *out++ = byte(code_point);
            } else if (is_writable(code_point)) {
                out = write(out, code_point);
            } else {
                return at;
            }
        }
    }
    return at;
}

template <typename Unit>
std::optional<std::size_t> append_units(std::string& text, std::span<const Unit> units) {
    constexpr std::size_t most_bytes = sizeof(Unit) == 4 ? 4 : sizeof(Unit) + 1;
    for (std::size_t first = 0; first < units.size(); first += step) {
        const auto* const begin = units.data() + first;
        const auto* const end = begin + std::min(step, units.size() - first);
        const auto size = text.size();
        text.resize(size + step * most_bytes);
        auto* out = text.data() + size;
        const auto* const stopped = write_all(begin, end, out);
        text.resize(static_cast<std::size_t>(out - text.data()));
        if (stopped != end) return static_cast<std::size_t>(stopped - units.data());
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> append(std::string& text, std::span<const std::uint8_t> code_points) {
    return append_units(text, code_points);
}

std::optional<std::size_t> append(std::string& text, std::span<const std::uint16_t> code_points) {
    return append_units(text, code_points);
}

std::optional<std::size_t> append(std::string& text, std::span<const std::uint32_t> code_points) {
    return append_units(text, code_points);
}

}  // namespace wortfeld::utf8

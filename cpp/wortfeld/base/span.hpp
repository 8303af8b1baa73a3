// Half-open ranges that name their unit: bytes inside the core, code points in public.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wortfeld {

/// Bytes of one document's UTF-8 text, `begin <= end`.
struct ByteSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
    friend constexpr bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

/// Code points of one document's text; the only span users see.
struct CharSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend constexpr bool operator==(const CharSpan&, const CharSpan&) = default;
};

/// Tokens of one document, counted from its first token.
struct TokenSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
    friend constexpr bool operator==(const TokenSpan&, const TokenSpan&) = default;
};

constexpr bool overlap(ByteSpan a, ByteSpan b) noexcept {
    return a.begin < b.end && b.begin < a.end;
}

inline std::string_view slice(std::string_view text, ByteSpan span) {
    return text.substr(span.begin, span.size());
}

}  // namespace wortfeld

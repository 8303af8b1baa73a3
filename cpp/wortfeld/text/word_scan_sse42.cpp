// The vector scan with SSE4.2; this source is compiled for it and called only where there is one.
#include "wortfeld/text/word_instructions.hpp"
#include "wortfeld/text/word_kernel.hpp"

#include <nmmintrin.h>

namespace wortfeld::text {
namespace {

/// 16 bytes.
struct Vector {
    static constexpr std::size_t size = 16;

    static Vector load(const char* bytes) {
        return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))};
    }
    /// A table of 16 bytes, wherever it is looked up.
    static Vector repeat(const std::uint8_t* table) {
        return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(table))};
    }
    static Vector all(std::uint8_t byte) { return {_mm_set1_epi8(static_cast<char>(byte))}; }

    /// This table at the low halves of the bytes; 0 for bytes from 0x80 on.
    [[nodiscard]] Vector at(Vector bytes) const { return {_mm_shuffle_epi8(value, bytes.value)}; }
    [[nodiscard]] Vector low_halves() const { return both(all(0x0F)); }
    [[nodiscard]] Vector high_halves() const {
        return Vector{_mm_srli_epi16(value, 4)}.low_halves();
    }
    [[nodiscard]] Vector both(Vector other) const { return {_mm_and_si128(value, other.value)}; }

    // One bit a byte.
    [[nodiscard]] Bits high() const { return static_cast<std::uint16_t>(_mm_movemask_epi8(value)); }
    [[nodiscard]] Bits equal(std::uint8_t byte) const {
        return Vector{_mm_cmpeq_epi8(value, all(byte).value)}.high();
    }
    [[nodiscard]] Bits between(std::uint8_t first, std::uint8_t last) const {
        const auto moved = _mm_sub_epi8(value, all(first).value);
        const auto most = all(static_cast<std::uint8_t>(last - first)).value;
        return Vector{_mm_cmpeq_epi8(_mm_min_epu8(moved, most), moved)}.high();
    }
    /// Whether a byte has one of the flags, all below 0x80.
    [[nodiscard]] Bits has(std::uint8_t flags) const {
        return Vector{_mm_cmpgt_epi8(both(all(flags)).value, _mm_setzero_si128())}.high();
    }

    __m128i value;
};

}  // namespace

ScanResult scan_sse42(const char* text,
                      std::size_t size,
                      std::size_t begin,
                      Token* tokens) noexcept {
    return WordKernel<Vector>(text, size, tokens).scan(begin);
}

}  // namespace wortfeld::text

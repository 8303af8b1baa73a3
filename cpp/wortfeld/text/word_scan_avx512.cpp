// The vector scan with AVX-512 (BW); this source is compiled for it and called only where there
// is one.
#include "wortfeld/text/word_instructions.hpp"
#include "wortfeld/text/word_kernel.hpp"

#include <immintrin.h>

namespace wortfeld::text {
namespace {

/// 64 bytes; word_scan_sse42.cpp says what the functions do.
struct Vector {
    static constexpr std::size_t size = 64;

    static Vector load(const char* bytes) { return {_mm512_loadu_si512(bytes)}; }
    static Vector repeat(const std::uint8_t* table) {
        const auto quarter = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table));
        // Without a mask g++ 12 warns of its own header (bug 105593).
        return {_mm512_maskz_broadcast_i32x4(0xFFFF, quarter)};
    }
    static Vector all(std::uint8_t byte) { return {_mm512_set1_epi8(static_cast<char>(byte))}; }

    [[nodiscard]] Vector at(Vector bytes) const {
        return {_mm512_shuffle_epi8(value, bytes.value)};
    }
    [[nodiscard]] Vector low_halves() const { return both(all(0x0F)); }
    [[nodiscard]] Vector high_halves() const {
        return Vector{_mm512_srli_epi16(value, 4)}.low_halves();
    }
    [[nodiscard]] Vector both(Vector other) const { return {_mm512_and_si512(value, other.value)}; }

    [[nodiscard]] Bits high() const { return _mm512_movepi8_mask(value); }
    [[nodiscard]] Bits equal(std::uint8_t byte) const {
        return _mm512_cmpeq_epi8_mask(value, all(byte).value);
    }
    [[nodiscard]] Bits between(std::uint8_t first, std::uint8_t last) const {
        const auto moved = _mm512_sub_epi8(value, all(first).value);
        return _mm512_cmple_epu8_mask(moved, all(static_cast<std::uint8_t>(last - first)).value);
    }
    [[nodiscard]] Bits has(std::uint8_t flags) const {
        return _mm512_test_epi8_mask(value, all(flags).value);
    }

    __m512i value;
};

}  // namespace

ScanResult scan_avx512(const char* text,
                       std::size_t size,
                       std::size_t begin,
                       Token* tokens) noexcept {
    return WordKernel<Vector>(text, size, tokens).scan(begin);
}

}  // namespace wortfeld::text

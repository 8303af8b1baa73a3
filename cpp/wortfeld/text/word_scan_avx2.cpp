// The vector scan with AVX2; this source is compiled for it and called only where there is one.
#include "wortfeld/text/word_instructions.hpp"
#include "wortfeld/text/word_kernel.hpp"

#include <immintrin.h>

namespace wortfeld::text {
namespace {

/// 32 bytes; word_scan_sse42.cpp says what the functions do.
struct Vector {
    static constexpr std::size_t size = 32;

    static Vector load(const char* bytes) {
        return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes))};
    }
    static Vector repeat(const std::uint8_t* table) {
        const auto half = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table));
        return {_mm256_broadcastsi128_si256(half)};
    }
    static Vector all(std::uint8_t byte) { return {_mm256_set1_epi8(static_cast<char>(byte))}; }

    [[nodiscard]] Vector at(Vector bytes) const {
        return {_mm256_shuffle_epi8(value, bytes.value)};
    }
    [[nodiscard]] Vector low_halves() const { return both(all(0x0F)); }
    [[nodiscard]] Vector high_halves() const {
        return Vector{_mm256_srli_epi16(value, 4)}.low_halves();
    }
    [[nodiscard]] Vector both(Vector other) const { return {_mm256_and_si256(value, other.value)}; }

    [[nodiscard]] Bits high() const {
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(value));
    }
    [[nodiscard]] Bits equal(std::uint8_t byte) const {
        return Vector{_mm256_cmpeq_epi8(value, all(byte).value)}.high();
    }
    [[nodiscard]] Bits between(std::uint8_t first, std::uint8_t last) const {
        const auto moved = _mm256_sub_epi8(value, all(first).value);
        const auto most = all(static_cast<std::uint8_t>(last - first)).value;
        return Vector{_mm256_cmpeq_epi8(_mm256_min_epu8(moved, most), moved)}.high();
    }
    [[nodiscard]] Bits has(std::uint8_t flags) const {
        return Vector{_mm256_cmpgt_epi8(both(all(flags)).value, _mm256_setzero_si256())}.high();
    }

    __m256i value;
};

}  // namespace

ScanResult scan_avx2(const char* text,
                     std::size_t size,
                     std::size_t begin,
                     Token* tokens) noexcept {
    return WordKernel<Vector>(text, size, tokens).scan(begin);
}

}  // namespace wortfeld::text

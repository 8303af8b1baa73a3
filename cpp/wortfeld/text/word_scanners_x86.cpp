#include "wortfeld/text/word_instructions.hpp"
#include "wortfeld/text/word_scan.hpp"

#include <array>

namespace wortfeld::text {
namespace {

constexpr std::array<WordScanner, 4> scanners = {{
    {"scalar", nullptr},
    {"sse4.2", scan_sse42},
    {"avx2", scan_avx2},
    {"avx512", scan_avx512},
}};

/// How many of them run here; each processor that has one has those before it.
std::size_t runnable() noexcept {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("sse4.2") == 0) return 1;
    if (__builtin_cpu_supports("avx2") == 0 || __builtin_cpu_supports("bmi2") == 0) return 2;
    return __builtin_cpu_supports("avx512bw") == 0 ? 3 : 4;
}

}  // namespace

std::span<const WordScanner> word_scanners() noexcept {
    static const auto count = runnable();
    return std::span(scanners).first(count);
}

}  // namespace wortfeld::text

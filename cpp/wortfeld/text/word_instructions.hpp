// The vector scans, one for each instruction set. Call them through `word_scanners`, which knows
// what the processor can run.
#pragma once

#include "wortfeld/text/word_scan.hpp"

#include <cstddef>

namespace wortfeld::text {

ScanResult scan_sse42(const char* text,
                      std::size_t size,
                      std::size_t begin,
                      Token* tokens) noexcept;
ScanResult scan_avx2(const char* text, std::size_t size, std::size_t begin, Token* tokens) noexcept;
ScanResult scan_avx512(const char* text,
                       std::size_t size,
                       std::size_t begin,
                       Token* tokens) noexcept;

}  // namespace wortfeld::text

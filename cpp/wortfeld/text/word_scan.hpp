// Ways to find words: the automaton alone, or with vector instructions before it.
#pragma once

#include "wortfeld/text/token.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Tokens that one call of a vector scan writes at most.
inline constexpr std::size_t scan_capacity = 2048;

struct ScanResult {
    std::size_t position = 0;     ///< a word boundary: all tokens before it are written
    std::size_t token_count = 0;  ///< at most `scan_capacity`
    bool is_blocked = false;      ///< a character stands close behind that the scan does not know
};

/// Finds the tokens of a text from a word boundary on, until the end, until there is no room, or
/// until a character that only the automaton knows.
using VectorScan = ScanResult (*)(const char* text,
                                  std::size_t size,
                                  std::size_t begin,
                                  Token* tokens) noexcept;

struct WordScanner {
    std::string_view name;  ///< of the instruction set; "scalar" for the automaton alone
    VectorScan scan;        ///< null for the automaton alone
};

/// The scanners that this processor can run, the plainest first; all find the same tokens.
std::span<const WordScanner> word_scanners() noexcept;

/// `segment_words` by a certain scanner.
void segment_words_by(const WordScanner& scanner,
                      std::string_view text,
                      std::vector<Token>& tokens,
                      StopSign stop = {});

}  // namespace wortfeld::text

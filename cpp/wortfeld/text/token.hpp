// Tokens: where the words, numbers, punctuation marks and symbols of a text stand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wortfeld/base/span.hpp"

namespace wortfeld::text {

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol };

/// One running occurrence. White space is no token.
struct Token {
    ByteSpan span;
    TokenKind kind = TokenKind::word;
};

/// A word is a token of kind word or number: what is counted.
constexpr bool is_word(TokenKind kind) noexcept {
    return kind == TokenKind::word || kind == TokenKind::number;
}

std::string_view name_of(TokenKind kind) noexcept;

/// Appends the tokens of a well-formed UTF-8 text: UAX #29 word boundaries by the rules of this
/// library (docs/words.md lists where they differ from ICU). Thread-safe, locale-independent.
void segment_words(std::string_view text, std::vector<Token>& tokens);

}  // namespace wortfeld::text

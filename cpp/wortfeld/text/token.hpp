// Tokens: where the words, numbers, punctuation marks and symbols of a text stand.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

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

/// The kind of a token by its characters: with a letter it is a word; else with a digit a number;
/// of punctuation marks (general category P) only it is punctuation; anything else is a symbol.
TokenKind kind_of(std::string_view surface) noexcept;

/// Appends the tokens of a well-formed UTF-8 text: UAX #29 word boundaries by the rules of this
/// library (docs/words.md lists where they differ from ICU). Thread-safe, locale-independent.
/// `Error{bad_input}` for a text of 2^31 bytes or more.
void segment_words(std::string_view text, std::vector<Token>& tokens, StopSign stop = {});

}  // namespace wortfeld::text

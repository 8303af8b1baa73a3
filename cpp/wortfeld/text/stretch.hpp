// A stretch of tokens that lie in one zone and one paragraph.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/text/token.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace wortfeld::text {

/// The tokens are those of the whole document; positions below count from its first one.
struct Stretch {
    std::string_view text;
    std::span<const Token> tokens;
    TokenSpan range;

    [[nodiscard]] std::string_view surface(std::size_t token) const {
        return slice(text, tokens[token].span);
    }
    [[nodiscard]] TokenKind kind(std::size_t token) const { return tokens[token].kind; }
    /// Whether no white space stands between the token and the one before it.
    [[nodiscard]] bool is_attached(std::size_t token) const {
        return tokens[token - 1].span.end == tokens[token].span.begin;
    }
};

}  // namespace wortfeld::text

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/token.hpp"
#include "wortfeld/text/word_data.hpp"
#include "wortfeld/text/word_dictionaries.hpp"
#include "wortfeld/text/word_rules.hpp"
#include "wortfeld/text/word_scan.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace wortfeld::text {
namespace {

// Byte offsets of ICU are signed 32-bit integers.
constexpr std::size_t longest_text = std::numeric_limits<std::int32_t>::max();

/// Where the vector scan stops again and again the automaton goes on for longer and longer.
constexpr std::size_t short_way = 64;
constexpr std::size_t longest_scalar_way = 4096;

void check_length(std::string_view text) {
    if (text.size() <= longest_text) return;
    throw Error(ErrorKind::bad_input,
                "a text of " + std::to_string(text.size()) +
                    " bytes is too long for one document; the most are " +
                    std::to_string(longest_text) + "; split it, for example by line");
}

TokenKind kind_of_flags(CharacterFlags flags) noexcept {
    if ((flags & character_letter) != 0) return TokenKind::word;
    if ((flags & character_number) != 0) return TokenKind::number;
    const auto marks_only = (flags & (character_other | character_white_space)) == 0;
    return marks_only ? TokenKind::punctuation : TokenKind::symbol;
}

/// Finds tokens one segment at a time.
class ScalarScan {
  public:
    ScalarScan(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

    /// Adds the tokens of the segment that begins at a boundary; the next boundary.
    std::size_t take_segment(std::size_t begin) {
        const auto segment = next_segment(text_, begin);
        const ByteSpan span{.begin = static_cast<std::uint32_t>(begin),
                            .end = static_cast<std::uint32_t>(segment.end)};
        if ((segment.flags & character_dictionary) != 0 && !segment.is_one_character) {
            divide(span);
        } else if ((segment.flags & character_white_space) != 0) {
            if (segment.flags != character_white_space) add_trimmed(span);
        } else {
            tokens_.push_back({.span = span, .kind = kind_of_flags(segment.flags)});
        }
        return segment.end;
    }

  private:
    void divide(ByteSpan segment) {
        ends_.clear();
        divide_by_dictionary(text_, segment, ends_);
        auto begin = segment.begin;
        for (const auto end : ends_) {
            add_trimmed({.begin = begin, .end = end});
            begin = end;
        }
    }

    /// Adds a span without the white space at its ends, if anything is left.
    void add_trimmed(ByteSpan span) {
        const auto inner = trimmed(text_, span);
        if (!inner.empty()) {
            tokens_.push_back({.span = inner, .kind = kind_of(slice(text_, inner))});
        }
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace

std::string_view name_of(TokenKind kind) noexcept {
    switch (kind) {
        case TokenKind::word:
            return "word";
        case TokenKind::number:
            return "number";
        case TokenKind::punctuation:
            return "punctuation";
        case TokenKind::symbol:
            return "symbol";
    }
    return {};
}

TokenKind kind_of(std::string_view surface) noexcept {
    CharacterFlags flags = 0;
    for (std::size_t position = 0; position < surface.size();) {
        flags |= word_properties(next_character(surface, position)).flags;
    }
    return kind_of_flags(flags);
}

void segment_words_by(const WordScanner& scanner,
                      std::string_view text,
                      std::vector<Token>& tokens,
                      StopSign stop) {
    check_length(text);
    ScalarScan scalar(text, tokens);
    thread_local std::array<Token, scan_capacity> found;
    std::size_t scalar_way = 0;
    for (std::size_t position = 0; position < text.size();) {
        stop.heed();
        if (scanner.scan != nullptr) {
            const auto result = scanner.scan(text.data(), text.size(), position, found.data());
            tokens.insert(tokens.end(), found.data(), found.data() + result.token_count);
            const auto way = result.position - position;
            position = result.position;
            if (!result.is_blocked) continue;
            scalar_way = way >= short_way ? 0 : std::min(2 * scalar_way + 16, longest_scalar_way);
        }
        const auto end = std::min(text.size(), position + scalar_way);
        do {
            position = scalar.take_segment(position);
        } while (position < end);
    }
}

void segment_words(std::string_view text, std::vector<Token>& tokens, StopSign stop) {
    segment_words_by(word_scanners().back(), text, tokens, stop);
}

}  // namespace wortfeld::text

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/token.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <limits>
#include <memory>
#include <string>

namespace wortfeld::text {
namespace {

// Byte offsets of ICU are signed 32-bit integers.
constexpr std::size_t longest_text = std::numeric_limits<std::int32_t>::max();

struct CloseText {
    void operator()(UText* text) const noexcept { utext_close(text); }
};

void check(UErrorCode status) {
    if (U_SUCCESS(status)) return;
    throw Error(ErrorKind::bad_file,
                std::string("the word rules of ICU cannot be loaded: ") + u_errorName(status));
}

const icu::BreakIterator& word_rules() {
    static const auto rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> result(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        check(status);
        return result;
    }();
    return *rules;
}

/// An iterator of this thread on the given text.
icu::BreakIterator& word_iterator(std::string_view text) {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator(word_rules().clone());
    thread_local std::unique_ptr<UText, CloseText> source;
    UErrorCode status = U_ZERO_ERROR;
    const auto size = static_cast<std::int64_t>(text.size());
    const char* const bytes = text.data();
    auto* opened = utext_openUTF8(source.get(), bytes, size, &status);
    check(status);
    if (!source) source.reset(opened);
    iterator->setText(opened, status);
    check(status);
    return *iterator;
}

TokenKind ascii_kind(unsigned char byte) noexcept {
    const auto letter = byte | 0x20U;
    if (letter >= 'a' && letter <= 'z') return TokenKind::word;
    if (byte >= '0' && byte <= '9') return TokenKind::number;
    return is_punctuation(byte) ? TokenKind::punctuation : TokenKind::symbol;
}

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
    if (surface.size() == 1) return ascii_kind(static_cast<unsigned char>(surface.front()));
    auto numeric = false;
    auto marks_only = true;
    for (std::size_t position = 0; position < surface.size();) {
        const auto character = utf8::next(surface, position);
        if (is_letter(character)) return TokenKind::word;
        numeric = numeric || is_numeric(character);
        marks_only = marks_only && is_punctuation(character);
    }
    if (numeric) return TokenKind::number;
    return marks_only ? TokenKind::punctuation : TokenKind::symbol;
}

void segment_words(std::string_view text, std::vector<Token>& tokens) {
    if (text.size() > longest_text) {
        throw Error(ErrorKind::bad_input,
                    "a text of " + std::to_string(text.size()) +
                        " bytes is too long for one document; the most are " +
                        std::to_string(longest_text) + "; split it, for example by line");
    }
    auto& iterator = word_iterator(text);
    std::uint32_t begin = 0;
    for (auto next = iterator.next(); next != icu::BreakIterator::DONE; next = iterator.next()) {
        const auto end = static_cast<std::uint32_t>(next);
        const auto span = trimmed(text, {.begin = begin, .end = end});
        if (!span.empty()) tokens.push_back({.span = span, .kind = kind_of(slice(text, span))});
        begin = end;
    }
}

}  // namespace wortfeld::text

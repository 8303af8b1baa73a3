#include "wortfeld/text/characters.hpp"

#include "wortfeld/base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace wortfeld::text {
namespace {

Mark ascii_mark(char32_t character) noexcept {
    switch (character) {
        case U'.':
            return Mark::full_stop;
        case U'!':
        case U'?':
            return Mark::loud;
        case U'(':
        case U'[':
        case U'{':
            return Mark::opening;
        case U')':
        case U']':
        case U'}':
            return Mark::closing;
        case U'"':
        case U'\'':
        case U'`':
            return Mark::quote;
        case U'-':
            return Mark::dash;
        case U',':
        case U';':
        case U':':
            return Mark::separator;
        default:
            return Mark::none;
    }
}

// Sentence_Break=STerm holds the stops of all scripts; these are the ones that Latin, Greek,
// Cyrillic, Armenian and Ethiopic texts set with a space behind them.
bool needs_white_space(char32_t character) noexcept {
    return character == U'‼' || character == U'‽' || (character >= U'⁇' && character <= U'⁉') ||
           character == U'։' || character == U'؟' || character == U'۔';
}

bool is_one_of(char32_t character, std::u32string_view set) noexcept {
    return set.find(character) != std::u32string_view::npos;
}

}  // namespace

Mark mark_of(char32_t character) noexcept {
    if (character < 0x80) return ascii_mark(character);
    if (!is_punctuation(character)) return Mark::none;
    if (character == U'…') return Mark::ellipsis;
    if (needs_white_space(character)) return Mark::loud;
    const auto code = static_cast<UChar32>(character);
    const auto sentence_break = u_getIntPropertyValue(code, UCHAR_SENTENCE_BREAK);
    if (sentence_break == U_SB_STERM || is_one_of(character, U"。｡．")) return Mark::full_width;
    if (is_one_of(character, U"„‚‟‛¿¡")) return Mark::opening;
    if (is_one_of(character, U",，、；：،؛")) return Mark::separator;
    switch (u_charType(code)) {
        case U_INITIAL_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
            return Mark::quote;
        case U_START_PUNCTUATION:
            return Mark::opening;
        case U_END_PUNCTUATION:
            return Mark::closing;
        case U_DASH_PUNCTUATION:
            return Mark::dash;
        default:
            return Mark::none;
    }
}

bool is_white_space(char32_t character) noexcept {
    return u_isUWhiteSpace(static_cast<UChar32>(character)) != 0;
}

bool is_lower(char32_t character) noexcept {
    return u_charType(static_cast<UChar32>(character)) == U_LOWERCASE_LETTER;
}

bool is_caseless(char32_t character) noexcept {
    return u_charType(static_cast<UChar32>(character)) == U_OTHER_LETTER;
}

bool is_numeric(char32_t character) noexcept {
    const auto mask = U_MASK(u_charType(static_cast<UChar32>(character)));
    return (mask & U_GC_N_MASK) != 0;
}

bool is_punctuation(char32_t character) noexcept {
    return u_ispunct(static_cast<UChar32>(character)) != 0;
}

bool is_digits(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_roman_numeral(std::string_view text) noexcept {
    static constexpr std::array<std::string_view, 10> all = {
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    const auto tens = std::min(text.find_first_not_of('X'), text.size());
    const auto ones = text.substr(tens);
    return !text.empty() && tens <= 3 && std::find(all.begin(), all.end(), ones) != all.end();
}

char32_t first_character(std::string_view text) noexcept {
    std::size_t position = 0;
    return utf8::next(text, position);
}

char32_t last_character(std::string_view text) noexcept {
    auto position = text.size();
    return utf8::previous(text, position);
}

ByteSpan trimmed(std::string_view text, ByteSpan span) noexcept {
    const auto inner = text.substr(0, span.end);
    std::size_t begin = span.begin;
    while (begin < span.end) {
        auto next = begin;
        if (!is_white_space(utf8::next(inner, next))) break;
        begin = next;
    }
    std::size_t end = span.end;
    while (end > begin) {
        auto previous = end;
        if (!is_white_space(utf8::previous(inner, previous))) break;
        end = previous;
    }
    return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
}

std::string_view trimmed(std::string_view text) noexcept {
    const ByteSpan all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    return slice(text, trimmed(text, all));
}

}  // namespace wortfeld::text

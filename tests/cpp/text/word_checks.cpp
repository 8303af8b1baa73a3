#include "text/word_checks.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/version.hpp"
#include "wortfeld/text/word_scan.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace wortfeld::text::checks {
namespace {

TokenKind kind_by_icu(std::string_view surface) {
    auto numeric = false;
    auto marks_only = true;
    for (std::size_t position = 0; position < surface.size();) {
        const auto character = static_cast<UChar32>(utf8::next(surface, position));
        if (u_isalpha(character) != 0) return TokenKind::word;
        numeric = numeric || (U_GET_GC_MASK(character) & U_GC_N_MASK) != 0;
        marks_only = marks_only && u_ispunct(character) != 0;
    }
    if (numeric) return TokenKind::number;
    return marks_only ? TokenKind::punctuation : TokenKind::symbol;
}

bool is_white(std::string_view character) {
    std::size_t position = 0;
    return u_isUWhiteSpace(static_cast<UChar32>(utf8::next(character, position))) != 0;
}

ByteSpan trimmed_by_icu(std::string_view text, ByteSpan span) {
    while (!span.empty()) {
        std::size_t next = span.begin;
        utf8::next(text, next);
        if (!is_white(text.substr(span.begin, next - span.begin))) break;
        span.begin = static_cast<std::uint32_t>(next);
    }
    while (!span.empty()) {
        std::size_t last = span.end;
        utf8::previous(text, last);
        if (!is_white(text.substr(last, span.end - last))) break;
        span.end = static_cast<std::uint32_t>(last);
    }
    return span;
}

std::string shown(std::string_view text, const std::vector<Token>& tokens, std::size_t at) {
    if (at >= tokens.size()) return "nothing";
    const auto& token = tokens[at];
    return "[" + std::string(slice(text, token.span)) + "] at " + std::to_string(token.span.begin) +
           ", " + std::string(name_of(token.kind));
}

}  // namespace

bool icu_has_our_rules() {
    return icu_version().starts_with("72.");
}

std::vector<Token> words_of_icu(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    static thread_local const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator->setText(&source, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    std::vector<Token> tokens;
    std::uint32_t begin = 0;
    for (auto next = iterator->next(); next != icu::BreakIterator::DONE; next = iterator->next()) {
        const auto end = static_cast<std::uint32_t>(next);
        const auto span = trimmed_by_icu(text, {.begin = begin, .end = end});
        if (!span.empty()) tokens.push_back({.span = span, .kind = kind_by_icu(slice(text, span))});
        begin = end;
    }
    utext_close(&source);
    return tokens;
}

std::string difference(std::string_view text,
                       const std::vector<Token>& found,
                       const std::vector<Token>& expected) {
    for (std::size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
        if (i < std::min(found.size(), expected.size()) && found[i].span == expected[i].span &&
            found[i].kind == expected[i].kind) {
            continue;
        }
        return "token " + std::to_string(i) + " is " + shown(text, found, i) + " and should be " +
               shown(text, expected, i) + " in: " + std::string(text.substr(0, 400));
    }
    return {};
}

std::string difference_between_scanners(std::string_view text) {
    const auto scanners = word_scanners();
    std::vector<Token> expected;
    segment_words_by(scanners.front(), text, expected);
    std::vector<Token> found;
    for (const auto& scanner : scanners.subspan(1)) {
        found.clear();
        segment_words_by(scanner, text, found);
        auto message = difference(text, found, expected);
        if (!message.empty()) return std::string(scanner.name) + ": " + message;
    }
    return {};
}

std::u32string_view plain_alphabet() {
    return U"aZ9é_.,;:'\"@-#$ \t\r\n\u00A0²×ÿſʰжΩ’‘“—€§aZ9é.,’_";
}

std::u32string_view nasty_alphabet() {
    return U"aZé9_.,;:'\"@-#$ \t\r\n\u0085\u00A0\u00AD\u00B2\u00B7\u00D7ÿſʰ\u0301\u0308"
           U"Ωа\u0483\u05D0\u05D1\u0600\u0661\u066B\u0E01\u0E33\u0E48\u0EA5\u1780\u1019"
           U"\u1100\u1161\u180E\u200B\u200C\u200D\u200E\u2018\u2019\u2024\u2027\u2028\u202F"
           U"\u203F\u2014\u20AC\u2122\u24C2\u2060\u3005\u3007\u3031\u3042\u30A2\u30FC\u4E2D\u6587"
           U"\u3099\u302A\uAC00\uAC01\uFE0F\uFE55\uFF07\uFF0E\uFF11\uFF1A\uFF21\uFF66\uFF9E\uFEFF"
           U"\uFFFD\U0001F1E6\U0001F1E7\U0001F600\U0001F3FB\U0001F469\U0001D7CE\U00020000"
           U"\U000E0020";
}

NastyStrings::NastyStrings(std::uint64_t seed, std::size_t longest)
    : state_(seed), longest_(longest) {}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers with every standard library.
std::uint64_t NastyStrings::random() noexcept {
    state_ += 0x9E3779B97F4A7C15U;
    auto value = state_;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

void NastyStrings::add(std::size_t characters) {
    const auto alphabet = random() % 2 == 0 ? plain_alphabet() : nasty_alphabet();
    for (std::size_t i = 0; i < characters; ++i) {
        utf8::append(text_, alphabet[random() % alphabet.size()]);
    }
}

const std::string& NastyStrings::next() {
    text_.clear();
    // Half of the strings have a plain beginning, which sets what follows at any place of a block.
    constexpr std::size_t plain = 150;
    if (random() % 2 == 0) text_.append(random() % plain, random() % 3 == 0 ? '7' : 'x');
    add(1 + random() % longest_);
    if (random() % 2 == 0) add(1 + random() % longest_);
    if (random() % 4 == 0) {
        text_.append(random() % plain, 'y');
        add(1 + random() % longest_);
    }
    return text_;
}

std::vector<std::string> positions_of(char32_t character) {
    std::string one;
    utf8::append(one, character);
    return {"a" + one + "b" + one,
            "x 1." + one + ".2 " + one + one + " a\u200D" + one,
            one + std::string(62, 'x') + one + "'" + one + std::string(126, '1') + one};
}

}  // namespace wortfeld::text::checks

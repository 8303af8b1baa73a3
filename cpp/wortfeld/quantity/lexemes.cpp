#include "wortfeld/quantity/lexemes.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t longest_word = 64;  // bytes; longer tokens are nothing we know

bool is_ascii_digit(char byte) noexcept {
    return byte >= '0' && byte <= '9';
}

/// Names like iPhone have their capital further on.
bool has_capital(std::string_view surface) {
    std::size_t position = 0;
    if (text::is_upper_case(utf8::next(surface, position))) return true;
    return std::any_of(
        surface.begin(), surface.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
}

/// Sets the number that a word spells. The article "ein" spells none.
void read_number_word(const std::string& folded, const Lexicon& lexicon, Lexeme& lexeme) {
    const auto* word = lexeme.word;
    if (word != nullptr) {
        for (const auto& sense : word->senses) {
            if (sense.category != Category::number) continue;
            lexeme.number = sense.amount;
            return;
        }
        const bool part = (word->categories & bit(Category::number_part)) != 0;
        const bool article = (word->categories & bit(Category::article)) != 0;
        if (!part || article) return;
    }
    const auto found = lexicon.number_word(folded);
    if (!found) return;
    lexeme.number = found->value;
    lexeme.tail = found->tail;
}

bool is_amount(const Digits& digits) {
    return digits.shape == DigitShape::integer || digits.shape == DigitShape::decimal ||
           digits.shape == DigitShape::grouped || digits.shape == DigitShape::foreign;
}

/// "5km", "2.5bn", "115USD", "20jährige": digits and what they are of in one token.
void read_glued_unit(std::string_view surface, const Lexicon& lexicon, Lexeme& lexeme) {
    const auto size = surface.find_first_not_of("0123456789.,");
    if (size == 0 || size == std::string_view::npos) return;
    const auto digits = read_digits(surface.substr(0, size), lexicon.number_format());
    const auto ending = is_amount(digits) ? text::fold(surface.substr(size)) : std::string{};
    if (const auto* tail = ending.empty() ? nullptr : lexicon.tail(ending)) {
        lexeme.number = digits.value;
        lexeme.tail = tail;
        return;
    }
    const auto* word = ending.empty() ? nullptr : lexicon.find(ending);
    constexpr auto units = bit(Category::unit) | bit(Category::magnitude) |
                           bit(Category::magnitude_short) | bit(Category::currency_code) |
                           bit(Category::currency_part);
    if (word == nullptr || (word->categories & units) == 0) return;
    lexeme.front = digits;
    lexeme.behind = word;
    lexeme.front_size = static_cast<std::uint32_t>(size);
}

/// "USD115": the code of a currency and digits in one token.
void read_glued_code(std::string_view surface, const Lexicon& lexicon, Lexeme& lexeme) {
    constexpr std::size_t code_size = 3;
    if (surface.size() <= code_size || !is_ascii_digit(surface[code_size])) return;
    const auto code = surface.substr(0, code_size);
    if (!std::all_of(
            code.begin(), code.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; }))
        return;
    const auto digits = read_digits(surface.substr(code_size), lexicon.number_format());
    const auto* word = is_amount(digits) ? lexicon.find(text::fold(code)) : nullptr;
    if (word == nullptr || (word->categories & bit(Category::currency_code)) == 0) return;
    lexeme.front = digits;
    lexeme.code = word;
}

/// The mark that a token is, if it is one of one ASCII character.
char mark_of(std::string_view surface) noexcept {
    // U+2010 and U+2011 are hyphens as well, the second one without a line break behind it.
    if (surface == "\u2010" || surface == "\u2011") return '-';
    return surface.size() == 1 ? surface.front() : '\0';
}

bool has_small_ascii(std::string_view surface) {
    return std::any_of(surface.begin(), surface.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
    });
}

}  // namespace

std::size_t possessive_size(std::string_view surface, const Writing& writing) noexcept {
    const auto letters = writing.possessive;
    if (letters.empty() || !surface.ends_with(letters)) return 0;
    for (const std::string_view apostrophe : {"'", "\u2019"}) {
        const auto size = apostrophe.size() + letters.size();
        const auto before = surface.substr(0, surface.size() - letters.size());
        if (surface.size() > size && before.ends_with(apostrophe)) return size;
    }
    return 0;
}

namespace {

/// The bytes of an elided word and its apostrophe at the beginning of a folded token, or 0.
std::size_t elision_size(std::string_view folded, const Lexicon& lexicon) {
    for (const std::string_view apostrophe : {"'", "\u2019"}) {
        const auto at = folded.find(apostrophe);
        if (at == std::string_view::npos || at + apostrophe.size() == folded.size()) continue;
        const auto* word = lexicon.find(std::string(folded.substr(0, at)));
        if (word != nullptr && (word->categories & bit(Category::elision)) != 0) {
            return at + apostrophe.size();
        }
    }
    return 0;
}

Lexeme read_parts(std::string_view surface, text::TokenKind kind, const Lexicon& lexicon) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.mark = mark_of(surface);
    lexeme.digits = read_digits(surface, lexicon.number_format());
    if (lexeme.digits.shape != DigitShape::none) return lexeme;
    if (!surface.empty() && surface.size() <= longest_word && is_ascii_digit(surface.front())) {
        read_glued_unit(surface, lexicon, lexeme);
    }
    read_glued_code(surface, lexicon, lexeme);
    if (surface.empty() || surface.size() > longest_word) return lexeme;
    auto folded = text::fold(surface);
    lexeme.word = lexicon.find(folded);
    const auto ending = lexeme.word == nullptr ? possessive_size(folded, lexicon.writing()) : 0U;
    if (ending != 0) lexeme.word = lexicon.find(folded.substr(0, folded.size() - ending));
    if (lexeme.word == nullptr && text::is_word(kind)) {
        const auto elided = elision_size(folded, lexicon);
        folded.erase(0, elided);
        if (elided != 0) lexeme.word = lexicon.find(folded);
        lexeme.elided_size = static_cast<std::uint32_t>(elided);
    }
    if (!text::is_word(kind)) return lexeme;
    lexeme.capital = has_capital(surface);
    lexeme.all_capital = lexeme.capital && !has_small_ascii(surface);
    if (lexeme.tail == nullptr) read_number_word(folded, lexicon, lexeme);
    return lexeme;
}

}  // namespace

Lexeme read_lexeme(std::string_view surface, text::TokenKind kind, const Lexicon& lexicon) {
    auto lexeme = read_parts(surface, kind, lexicon);
    // "1990er" and "FY2026" are one token of digits and letters.
    const bool digits = !surface.empty() && is_ascii_digit(surface.front());
    const bool fiscal = surface.starts_with("FY") && is_ascii_digit(surface.back());
    lexeme.is_numeric = digits || fiscal || lexeme.number || lexeme.code != nullptr;
    return lexeme;
}

}  // namespace wortfeld::quantity

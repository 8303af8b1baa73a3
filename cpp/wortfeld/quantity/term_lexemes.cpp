#include "wortfeld/quantity/term_lexemes.hpp"

namespace wortfeld::quantity {
namespace {

/// Whether nothing but the kind of token, its capitals and its mark are known.
bool is_plain(const Lexeme& lexeme) {
    return lexeme.word == nullptr && !lexeme.number && lexeme.behind == nullptr &&
           lexeme.code == nullptr && lexeme.elided_size == 0 &&
           lexeme.digits.shape == DigitShape::none;
}

constexpr auto mark_bits = 8U;
constexpr auto flag_bits = 3U;
constexpr auto kind_bits = 2U;
constexpr std::uint32_t unnumbered = 0xFFFFFFFF;

std::size_t plain_key(const Lexeme& lexeme) {
    const auto flags =
        (lexeme.is_numeric ? 4U : 0U) | (lexeme.capital ? 2U : 0U) | (lexeme.all_capital ? 1U : 0U);
    const auto shape = static_cast<std::size_t>(lexeme.kind) << flag_bits | flags;
    return shape << mark_bits | static_cast<unsigned char>(lexeme.mark);
}

}  // namespace

TermLexemes::TermLexemes(const text::Language& language)
    : language_(&language),
      lexicon_(lexicon_of(language)),
      plain_(std::size_t{1} << (kind_bits + flag_bits + mark_bits), unnumbered) {}

std::uint32_t TermLexemes::number_of(const Lexeme& lexeme) {
    const auto next = static_cast<std::uint32_t>(lexemes_.size());
    if (is_plain(lexeme)) {
        auto& known = plain_[plain_key(lexeme)];
        if (known != unnumbered) return known;
        known = next;
    }
    lexemes_.push_back(lexeme);
    return next;
}

void TermLexemes::add(std::string_view surface, text::TokenKind kind) {
    const auto lexeme = read_lexeme(surface, kind, *lexicon_);
    of_terms_.emplace_back(number_of(lexeme), lexeme);
}

void TermLexemes::append(const TermLexemes& next) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(next.lexemes_.size());
    for (const auto& lexeme : next.lexemes_) numbers.push_back(number_of(lexeme));
    of_terms_.reserve(of_terms_.size() + next.of_terms_.size());
    for (const auto code : next.of_terms_) {
        of_terms_.push_back(code.renumbered(numbers[code.number()]));
    }
}

}  // namespace wortfeld::quantity

// What the lexicon and their digits say of tokens, wherever they stand.
#pragma once

#include "wortfeld/quantity/digits.hpp"
#include "wortfeld/quantity/lexicon.hpp"
#include "wortfeld/text/token.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wortfeld::quantity {

/// What is known of a word wherever it stands. What is asked of most words comes first.
struct Lexeme {
    Digits digits;
    text::TokenKind kind = text::TokenKind::punctuation;
    bool capital = false;        ///< starts with a capital letter or, as iPhone, has one inside
    bool all_capital = false;    ///< has no small letter
    bool is_numeric = false;     ///< holds a number or looks like it: 5, 5km, 1990er, FY26, zehn
    char mark = 0;               ///< of a mark of one ASCII character, '-' for any hyphen; else 0
    const Word* word = nullptr;  ///< what the lexicon knows, or null
    std::optional<Decimal> number;  ///< of a number word
    const Sense* tail = nullptr;    ///< the "jährige" of zehnjährige; number is then 10
    Digits front;                  ///< of digits with a word behind them in one token: the 5 of 5km
    const Word* behind = nullptr;  ///< that word: a unit, a magnitude or a currency code
    std::uint32_t front_size = 0;  ///< bytes of those digits
    std::uint32_t elided_size = 0;  ///< bytes of an elided word before it in one token: d'euros
    const Word* code = nullptr;     ///< a currency code before `front` in one token: USD115

    /// The categories of the word and of the phrases that it can start.
    [[nodiscard]] CategorySet opens() const noexcept {
        return word == nullptr ? CategorySet{0} : word->starting;
    }
};

/// Words of these categories can begin a quantity.
inline constexpr CategorySet beginnings =
    bit(Category::article) | bit(Category::half) | bit(Category::whole_fraction) |
    bit(Category::vulgar_fraction) | bit(Category::magnitude_plural) | bit(Category::vague) |
    bit(Category::sign) | bit(Category::currency_country) | bit(Category::currency_code) |
    bit(Category::currency_symbol) | bit(Category::currency) | bit(Category::month) |
    bit(Category::month_short) | bit(Category::weekday) | bit(Category::deictic) |
    bit(Category::year_noun) | bit(Category::part) | bit(Category::part_noun) |
    bit(Category::ordinal) | bit(Category::span_noun) | bit(Category::span_code) |
    bit(Category::season) | bit(Category::decade) | bit(Category::day_word) |
    bit(Category::reference) | bit(Category::digit_places) | bit(Category::magnitude_noun) |
    bit(Category::magnitude) | bit(Category::leading_mark) | bit(Category::pointed_noun);

/// Whether a quantity can begin with the lexeme: all others are passed over.
inline bool can_begin(const Lexeme& lexeme) noexcept {
    return lexeme.is_numeric || (lexeme.opens() & beginnings) != 0;
}
/// Which of several lexemes a token has, and what is asked of every token.
class LexemeCode {
  public:
    LexemeCode() = default;
    LexemeCode(std::size_t number, const Lexeme& lexeme)
        : bits_(static_cast<std::uint32_t>(number) << 2U |
                (lexeme.digits.shape == DigitShape::none ? 0U : 2U) |
                (can_begin(lexeme) ? 1U : 0U)) {}

    [[nodiscard]] std::uint32_t number() const noexcept { return bits_ >> 2U; }
    [[nodiscard]] bool is_digits() const noexcept { return (bits_ & 2U) != 0; }
    /// Whether a quantity can begin with it.
    [[nodiscard]] bool begins() const noexcept { return (bits_ & 1U) != 0; }
    /// The same for a lexeme of another number.
    [[nodiscard]] LexemeCode renumbered(std::uint32_t number) const noexcept {
        LexemeCode other;
        other.bits_ = number << 2U | (bits_ & 3U);
        return other;
    }

  private:
    std::uint32_t bits_ = 0;
};

/// The lexeme of a token of that surface.
Lexeme read_lexeme(std::string_view surface, text::TokenKind kind, const Lexicon& lexicon);
/// The bytes of the possessive of a language ('s) at the end of a word, 0 if there is none.
std::size_t possessive_size(std::string_view surface, const Writing& writing) noexcept;

}  // namespace wortfeld::quantity

// Tokens with what the lexicon and their digits say: what the recognisers read.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/quantity/digits.hpp"
#include "wortfeld/quantity/lexicon.hpp"
#include "wortfeld/text/token.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::quantity {

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t {
    none,
    narrow,  ///< one no-break or thin space
    space,   ///< one ordinary space
    wide     ///< more, or a line break
};

/// What is known of a word wherever it stands.
struct Lexeme {
    text::TokenKind kind = text::TokenKind::punctuation;
    bool capital = false;           ///< starts with a capital letter or, as iPhone, has one inside
    bool all_capital = false;       ///< has no small letter
    const Word* word = nullptr;     ///< what the lexicon knows, or null
    std::optional<Decimal> number;  ///< of a number word
    const Sense* tail = nullptr;    ///< the "jährige" of zehnjährige; number is then 10
    Digits digits;
    Digits front;                  ///< of digits with a word behind them in one token: the 5 of 5km
    const Word* behind = nullptr;  ///< that word, which is a unit or a magnitude
    std::uint32_t front_size = 0;  ///< bytes of those digits
    const Word* code = nullptr;    ///< a currency code before `front` in one token: USD115
};

/// A token: what is known of its word, and where it stands.
struct Place {
    const Lexeme* lexeme = nullptr;
    ByteSpan span = {};
    Gap gap = Gap::wide;
    bool begins = false;  ///< a quantity can begin with it
};

/// A meaning found in the text and how many tokens it takes.
struct Found {
    const Sense* sense = nullptr;
    std::size_t length = 0;
    explicit operator bool() const noexcept { return sense != nullptr; }
};

/// The tokens of one sentence. Positions beyond either end read as a token that is nothing.
class Line {
  public:
    Line(std::string_view text, std::span<const Place> places, const Lexicon& lexicon);

    [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
    [[nodiscard]] const Lexeme& operator[](std::size_t position) const noexcept;
    [[nodiscard]] const Lexicon& lexicon() const noexcept { return *lexicon_; }
    /// Whether the line is rather a row of a table than a sentence: full of numbers.
    [[nodiscard]] bool is_table() const noexcept { return is_table_; }
    /// Whether the first number of the line counts sentences, as in laws: "2 Absetzungen sind …".
    [[nodiscard]] bool is_numbered() const noexcept { return is_numbered_; }
    void set_numbered(bool numbered) noexcept { is_numbered_ = numbered; }
    [[nodiscard]] std::string_view text(std::size_t position) const;
    [[nodiscard]] ByteSpan span(std::size_t position) const noexcept {
        return place(position).span;
    }
    /// What stands between a token and the one before it.
    [[nodiscard]] Gap gap(std::size_t position) const noexcept { return place(position).gap; }
    [[nodiscard]] std::string_view text(ByteSpan span) const { return slice(text_, span); }
    /// From the start of one token to the end of the one before `end`.
    [[nodiscard]] ByteSpan bytes(std::size_t begin, std::size_t end) const;

    [[nodiscard]] bool is(std::size_t position, Category category) const noexcept;
    /// The meaning of one word, or null.
    [[nodiscard]] const Sense* sense(std::size_t position, Category category) const noexcept;
    [[nodiscard]] bool can_begin(std::size_t position) const noexcept {
        return place(position).begins;
    }
    /// Whether what stands at a position could begin a quantity, but not with what is behind it: an
    /// article before a word that means nothing here, the number of a section.
    [[nodiscard]] bool is_idle(std::size_t position) const noexcept;
    /// The longest word or phrase of the category that starts at a position.
    [[nodiscard]] Found starting(std::size_t position, Category category) const;
    /// The longest word or phrase of the category that ends just before a position.
    [[nodiscard]] Found ending(std::size_t end, Category category) const;

    /// Whether a word with a capital ends as a word form of that value does: Mietvertrag.
    [[nodiscard]] bool has_ending(std::size_t position, std::string_view value) const;

    /// Whether any word ends as an ending of that value does: the "us" of a singular.
    [[nodiscard]] bool ends_as(std::size_t position, std::string_view value) const;

    /// Whether no white space stands before the token.
    [[nodiscard]] bool glued(std::size_t position) const noexcept;
    /// Whether digits end right before the token, with one mark between: the 2jährige of
    /// 1/2jährige.
    [[nodiscard]] bool is_behind_digits(std::size_t position) const;
    /// Whether the token is a mark of that one ASCII character.
    [[nodiscard]] bool is_mark(std::size_t position, char mark) const;
    /// Whether the token is a word with a capital first letter: a noun or a name.
    [[nodiscard]] bool is_noun(std::size_t position) const noexcept;
    /// Whether the token is a noun or a name, and not a word with a capital for the start of a
    /// sentence only.
    [[nodiscard]] bool is_name(std::size_t position) const noexcept;
    /// Whether the first letter of a word lets it be a noun: any does where nouns have no capital.
    [[nodiscard]] bool can_be_noun(std::size_t position) const noexcept;
    /// Whether the token is a word without a capital first letter.
    [[nodiscard]] bool is_small_word(std::size_t position) const noexcept;
    [[nodiscard]] bool is_digits(std::size_t position) const noexcept;
    /// Whether the token is the first of its sentence or stands behind a quotation mark, a bracket
    /// or a colon.
    [[nodiscard]] bool starts_sentence(std::size_t position) const;
    /// The position after a hyphen at `position`, glued on both sides or spaced on both; else
    /// `position` itself.
    [[nodiscard]] std::size_t after_hyphen(std::size_t position) const;
    /// Whether a hyphen that is glued to both sides stands at the position.
    [[nodiscard]] bool is_tight_hyphen(std::size_t position) const;

  private:
    [[nodiscard]] const Place& place(std::size_t position) const noexcept;

    std::string_view text_;
    std::span<const Place> places_;
    const Lexicon* lexicon_;
    bool is_table_;
    bool is_numbered_ = false;
};

/// The lexeme of a token of that surface, without its span and gap.
Lexeme read_lexeme(std::string_view surface, text::TokenKind kind, const Lexicon& lexicon);
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
    bit(Category::magnitude);

/// Whether a quantity can begin with a lexeme of that surface: all others are passed over.
bool can_begin(const Lexeme& lexeme, std::string_view surface) noexcept;
/// The bytes of the 's at the end of a word, 0 if there is none.
std::size_t possessive_size(std::string_view surface) noexcept;
/// What stands between two tokens, by the bytes between them.
Gap gap_of(std::string_view between) noexcept;

}  // namespace wortfeld::quantity

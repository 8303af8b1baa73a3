// The tokens of one sentence with what is known of them: what the recognisers read.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/quantity/lexemes.hpp"
#include "wortfeld/quantity/lexicon.hpp"
#include "wortfeld/text/token.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wortfeld::quantity {

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t {
    none,
    narrow,  ///< one no-break or thin space
    space,   ///< one ordinary space
    wide     ///< more, or a line break
};

/// A meaning found in the text and how many tokens it takes.
struct Found {
    const Sense* sense = nullptr;
    std::size_t length = 0;
    explicit operator bool() const noexcept { return sense != nullptr; }
};

/// Stands for the end of a token before the first one.
inline constexpr std::uint32_t no_token = 0xFFFFFFFF;

/// What a line is made of; it must outlive the line.
struct LineParts {
    std::string_view text;                ///< of the whole document
    std::span<const text::Token> tokens;  ///< of the sentence
    std::span<const LexemeCode> codes;    ///< of the same tokens
    const Lexeme* lexemes;                ///< that the codes number
    const Lexicon* lexicon;
    std::uint32_t end_before = no_token;  ///< of the token before the sentence
    std::size_t number_count = 0;         ///< tokens of digits
};

/// The tokens of one sentence. Positions beyond either end read as a token that is nothing.
class Line {
  public:
    explicit Line(const LineParts& parts) noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return parts_.codes.size(); }
    [[nodiscard]] const Lexeme& operator[](std::size_t position) const noexcept {
        return position < size() ? parts_.lexemes[parts_.codes[position].number()] : nothing;
    }
    [[nodiscard]] const Lexicon& lexicon() const noexcept { return *parts_.lexicon; }
    [[nodiscard]] const Writing& writing() const noexcept { return parts_.lexicon->writing(); }
    /// Whether the line is rather a row of a table than a sentence: full of numbers.
    [[nodiscard]] bool is_table() const noexcept { return is_table_; }
    /// Whether the first number of the line counts sentences, as in laws: "2 Absetzungen sind …".
    [[nodiscard]] bool is_numbered() const noexcept { return is_numbered_; }
    void set_numbered(bool numbered) noexcept { is_numbered_ = numbered; }
    /// Whether the number at its end marks the next part of a list: "mitzuteilen, 8."
    [[nodiscard]] bool ends_in_mark() const noexcept { return ends_in_mark_; }
    void set_ends_in_mark(bool ends) noexcept { ends_in_mark_ = ends; }
    [[nodiscard]] std::string_view text(std::size_t position) const { return text(span(position)); }
    [[nodiscard]] ByteSpan span(std::size_t position) const noexcept {
        return position < size() ? parts_.tokens[position].span : ByteSpan{};
    }
    /// What stands between a token and the one before it.
    [[nodiscard]] Gap gap(std::size_t position) const noexcept;
    [[nodiscard]] std::string_view text(ByteSpan span) const { return slice(parts_.text, span); }
    /// From the start of one token to the end of the one before `end`.
    [[nodiscard]] ByteSpan bytes(std::size_t begin, std::size_t end) const noexcept {
        const auto elided = (*this)[begin].elided_size;  // d'euros
        return {.begin = span(begin).begin + elided, .end = span(end - 1).end};
    }

    [[nodiscard]] bool is(std::size_t position, Category category) const noexcept {
        const auto* word = (*this)[position].word;
        return word != nullptr && (word->categories & bit(category)) != 0;
    }
    /// The meaning of one word, or null.
    [[nodiscard]] const Sense* sense(std::size_t position, Category category) const noexcept {
        const auto* word = (*this)[position].word;
        const bool has = word != nullptr && (word->categories & bit(category)) != 0;
        return has ? word->sense(category) : nullptr;
    }
    /// Whether a quantity can begin with the word.
    [[nodiscard]] bool can_begin(std::size_t position) const noexcept {
        return position < size() && parts_.codes[position].begins();
    }
    /// Whether what stands at a position could begin a quantity, but not with what is behind it: an
    /// article before a word that means nothing here, the number of a section.
    [[nodiscard]] bool is_idle(std::size_t position) const noexcept;
    /// The categories of the word and of the phrases that start at a position.
    [[nodiscard]] CategorySet starts(std::size_t position) const noexcept {
        const auto* word = (*this)[position].word;
        if (word == nullptr) return 0;
        return word->starts.empty() ? word->categories : known_starts(*word, position);
    }
    /// The longest word or phrase of the category that starts at a position.
    [[nodiscard]] Found starting(std::size_t position, Category category) const {
        const auto* word = (*this)[position].word;
        const bool can = word != nullptr && (word->starting & bit(category)) != 0;
        return can ? known_start(*word, position, category) : Found{};
    }
    /// The longest word or phrase of the category that ends just before a position.
    [[nodiscard]] Found ending(std::size_t end, Category category) const {
        const auto* word = (*this)[end - 1].word;
        const bool can = word != nullptr && (word->ending & bit(category)) != 0;
        return can ? known_end(*word, end, category) : Found{};
    }

    /// Whether a word with a capital ends so: Mietvertrag.
    [[nodiscard]] bool has_ending(std::size_t position, Ending ending) const;

    /// Whether any word ends so: the "us" of a singular.
    [[nodiscard]] bool ends_as(std::size_t position, Ending ending) const;
    /// Whether the word ends as plurals do and as no singular: sales, not loss.
    [[nodiscard]] bool ends_as_plural(std::size_t position) const;

    /// Whether no white space stands before the token.
    [[nodiscard]] bool glued(std::size_t position) const noexcept {
        return position < size() && span(position).begin == end_before(position);
    }
    /// Whether digits end right before the token, with one mark between: the 2jährige of
    /// 1/2jährige.
    [[nodiscard]] bool is_behind_digits(std::size_t position) const noexcept;
    /// Whether the token is a mark of that one ASCII character.
    [[nodiscard]] bool is_mark(std::size_t position, char mark) const noexcept {
        return (*this)[position].mark == mark;
    }
    /// Whether the token is a word with a capital first letter: a noun or a name.
    [[nodiscard]] bool is_noun(std::size_t position) const noexcept {
        const auto& lexeme = (*this)[position];
        return lexeme.capital && text::is_word(lexeme.kind);
    }
    /// Whether the token is a noun or a name, and not a word with a capital for the start of a
    /// sentence only.
    [[nodiscard]] bool is_name(std::size_t position) const noexcept {
        return is_noun(position) && !is(position, Category::sentence_start);
    }
    /// Whether the first letter of a word lets it be a noun: any does where nouns have no capital.
    [[nodiscard]] bool can_be_noun(std::size_t position) const noexcept {
        return !writing().capital_nouns || (*this)[position].capital;
    }
    /// Whether the token is a word without a capital first letter.
    [[nodiscard]] bool is_small_word(std::size_t position) const noexcept {
        const auto& lexeme = (*this)[position];
        return !lexeme.capital && text::is_word(lexeme.kind) && !is_digits(position);
    }
    [[nodiscard]] bool is_digits(std::size_t position) const noexcept {
        return position < size() && parts_.codes[position].is_digits();
    }
    /// Whether the token is the first of its sentence or stands behind a quotation mark, a bracket
    /// or a colon.
    [[nodiscard]] bool starts_sentence(std::size_t position) const;
    /// The position after a hyphen at `position`, glued on both sides or spaced on both; else
    /// `position` itself.
    [[nodiscard]] std::size_t after_hyphen(std::size_t position) const noexcept {
        if (!is_mark(position, '-') || position + 1 >= size()) return position;
        return glued(position) == glued(position + 1) ? position + 1 : position;
    }
    /// Whether a hyphen that is glued to both sides stands at the position.
    [[nodiscard]] bool is_tight_hyphen(std::size_t position) const noexcept {
        return is_mark(position, '-') && glued(position) && glued(position + 1);
    }

  private:
    static const Lexeme nothing;  ///< what stands beyond either end

    [[nodiscard]] std::uint32_t end_before(std::size_t position) const noexcept {
        return position == 0 ? parts_.end_before : parts_.tokens[position - 1].span.end;
    }
    /// Of the digits behind "Absatz", "Nummer": whether they are not what is counted.
    [[nodiscard]] bool is_idle_reference(std::size_t position, const Lexeme& next) const noexcept;
    [[nodiscard]] CategorySet known_starts(const Word& word, std::size_t position) const noexcept;
    [[nodiscard]] Found known_start(const Word& word,
                                    std::size_t position,
                                    Category category) const;
    [[nodiscard]] Found known_end(const Word& word, std::size_t end, Category category) const;

    LineParts parts_;
    bool is_table_;
    bool is_numbered_ = false;
    bool ends_in_mark_ = false;
};

}  // namespace wortfeld::quantity

// Where a form that is kept whole ends, token by token of one sentence.
#pragma once

#include "wortfeld/text/kept_forms.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/stretch.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Looks at one sentence at a time. Refers to the tokens and the language, which must outlive it.
class FormFinder {
  public:
    FormFinder(const Stretch& document, const Language& language, KeptForms kept);

    /// Goes to a sentence, by its tokens.
    void enter(TokenSpan sentence) { sentence_.range = sentence; }

    /// The token behind the longest form that begins at a token; the next one if there is none.
    /// Tokens are asked for in ascending order.
    [[nodiscard]] std::size_t end_of(std::size_t begin);

  private:
    /// The longest form but for compounds with hyphens.
    [[nodiscard]] std::size_t end_of_part(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_url(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_email(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_hashtag(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_number(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_unsigned(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_abbreviation(std::size_t begin) const;
    [[nodiscard]] std::size_t end_of_compound(std::size_t begin, std::size_t first_end);

    [[nodiscard]] bool has(std::size_t token) const { return token < sentence_.range.end; }
    [[nodiscard]] std::string_view surface(std::size_t token) const {
        return has(token) ? sentence_.surface(token) : std::string_view();
    }
    [[nodiscard]] bool is_word_at(std::size_t token) const {
        return has(token) && is_word(sentence_.kind(token));
    }
    /// Whether a token of the sentence follows its neighbour without white space.
    [[nodiscard]] bool is_attached(std::size_t token) const {
        return token > sentence_.range.begin && has(token) && sentence_.is_attached(token);
    }
    /// Whether an attached mark stands there, with a token attached to it.
    [[nodiscard]] bool joins(std::size_t token, std::string_view mark) const {
        return surface(token) == mark && is_attached(token) && is_attached(token + 1);
    }
    /// Whether a token is ASCII digits, so many.
    [[nodiscard]] bool has_digits(std::size_t token, std::size_t least, std::size_t most) const;
    [[nodiscard]] std::size_t end_of_groups(std::size_t begin) const;
    [[nodiscard]] bool is_abbreviated(std::string_view form, std::size_t next) const;
    [[nodiscard]] std::string_view gap_before(std::size_t token) const;

    Stretch sentence_;
    const Language& language_;
    KeptForms kept_;
    std::size_t numbers_end_ = 0;            ///< of the last chain of hyphens that holds no word
    std::vector<std::string_view> endings_;  ///< of abbreviated words: str, as in Bahnhofstr.
};

}  // namespace wortfeld::text

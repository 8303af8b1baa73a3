// Full stops that end no sentence: ordinals, dates, abbreviations, titles, initials.
#pragma once

#include "wortfeld/text/language.hpp"
#include "wortfeld/text/stretch.hpp"

#include <cstddef>
#include <string_view>

namespace wortfeld::text {

/// A full stop and what matters around it, as token positions.
struct Stop {
    std::size_t sentence;  ///< first token of the sentence so far
    std::size_t position;  ///< the full stop; a token of the same sentence stands before it
    std::size_t next;      ///< the token that would start the next sentence, opening marks skipped
};

/// What a language knows about full stops. Rows of its data file, by category:
/// `abbreviation` (form without white space and without its last full stop; one that starts with a
/// hyphen ends a longer word; value `never` ends a sentence, `may_end`, `never_small`: the same,
/// but `never` where its last part is small, as in a. d. Oder, or `before_number`), `title`,
/// `month`, `month_short`, `ordinal_before` (words before an ordinal), `ordinal_noun` (words behind
/// one), `sentence_start` (words that have a capital only at the start of a sentence), `loud_name`
/// (names that end with a mark). Refers to the language, which must outlive it.
class Guards {
  public:
    explicit Guards(const Language& language) : words_(language.words()) {}

    /// Whether the full stop belongs to what stands before it, so that the sentence goes on.
    [[nodiscard]] bool bind(const Stretch& stretch, const Stop& stop) const;
    /// Whether the word before a `!` or `?` is a name that is written with it.
    [[nodiscard]] bool bind_loud(std::string_view word) const {
        return words_.has(word, Role::loud_name);
    }
    /// Whether a word with a capital is one that has it for starting a sentence.
    [[nodiscard]] bool starts_sentence(std::string_view word) const {
        return words_.has(word, Role::sentence_start);
    }

  private:
    [[nodiscard]] bool bind_number(const Stretch& stretch, const Stop& stop) const;
    [[nodiscard]] bool is_ordinal_context(const Stretch& stretch, const Stop& stop) const;
    [[nodiscard]] bool bind_word(const Stretch& stretch, const Stop& stop) const;
    [[nodiscard]] bool bind_abbreviation(const LanguageRow& row,
                                         const Stretch& stretch,
                                         const Stop& stop) const;
    /// The longest abbreviation that ends at the stop, or null.
    [[nodiscard]] const LanguageRow* find_abbreviation(const Stretch& stretch,
                                                       const Stop& stop,
                                                       std::string_view folded) const;

    const WordRoles& words_;
};

}  // namespace wortfeld::text

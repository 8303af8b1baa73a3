// Whether a given name is part of a full name: what stands beside it decides, and by default not.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/entity/document_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace wortfeld::entity {

/// Looks for full names in one document.
class FullNames {
  public:
    explicit FullNames(const DocumentWords& words) : words_(words) {}

    [[nodiscard]] bool is_given_name(std::size_t token) const;
    /// Whether a title or a form of address ends right before the token (`Frau`, `Dr.`,
    /// `Finanzminister`).
    [[nodiscard]] bool is_behind_title(std::size_t token, TokenSpan sentence) const;
    /// Whether the given name of that token is followed by a family name: an initial, one of the
    /// language data or that ends like one; any word if the given name begins the sentence and a
    /// small word follows (the first part of a German clause is one phrase), behind a title without
    /// article or a verb of saying that takes no noun, and another given name within a longer name;
    /// one behind a particle of names (`van`); any but known nouns, unless the document has the
    /// given name by itself, too. Then only between two marks, behind a title with article, before
    /// an age, and if it has the word beside a title or such a verb, or both words again.
    [[nodiscard]] bool is_before_family_name(std::size_t token, TokenSpan sentence);
    /// Whether the given names before a family name say that `person`, a full name, is another.
    [[nodiscard]] bool is_another_person(std::size_t token,
                                         TokenSpan sentence,
                                         std::string_view person) const;
    /// Whether a word is a family name of the language data or ends like one.
    [[nodiscard]] bool is_family_name(std::size_t token) const;
    /// Whether the word is a common noun as far as the language data tell, in whatever form.
    [[nodiscard]] bool is_noun(std::size_t token) const;

    /// Whether a particle that is a word of names only stands there, and a capital behind it.
    [[nodiscard]] bool is_particle(std::size_t token, TokenSpan sentence) const;
    /// Whether the number of a ruler stands there: `II`, `I.`.
    [[nodiscard]] bool is_numeral(std::size_t token, TokenSpan sentence) const;

  private:
    /// What a word makes of those beside it.
    enum class Beside : std::uint8_t { nothing, title, given_name, saying };

    [[nodiscard]] bool begins_sentence(std::size_t token, TokenSpan sentence) const;
    [[nodiscard]] bool is_before_small_word(std::size_t token, TokenSpan sentence) const;
    [[nodiscard]] bool is_initial(std::size_t token, TokenSpan sentence) const;
    [[nodiscard]] bool has_article(std::size_t token, TokenSpan sentence) const;
    [[nodiscard]] bool is_mark(std::size_t token) const;
    [[nodiscard]] bool is_saying(std::size_t token) const;
    [[nodiscard]] bool is_between_marks(std::size_t token, TokenSpan sentence) const;
    [[nodiscard]] bool is_double(std::size_t token, TokenSpan sentence) const;
    [[nodiscard]] bool has_age(std::size_t token, TokenSpan sentence) const;
    /// Whether a noun behind the given name is a family name: German has no singular without an
    /// article but of what cannot be counted. Behind a preposition or another capital (`der Grüne
    /// Peter Pilz`), between two marks, before an age.
    [[nodiscard]] bool is_called_by_noun(std::size_t token, TokenSpan sentence);
    [[nodiscard]] bool is_repeated(std::size_t given);
    /// Whether the document has the given name where no capital follows or precedes it.
    [[nodiscard]] bool is_alone_elsewhere(std::size_t given);
    void read_document();
    void read_given_name(std::size_t token);
    [[nodiscard]] Beside beside_what(std::size_t token) const;

    const DocumentWords& words_;
    bool is_read_ = false;
    std::unordered_set<TermId> persons_;  ///< words behind a title, beside a verb of saying
    std::unordered_set<TermId> alone_;    ///< given names that stand by themselves
    /// Given names with the word behind them, and how often.
    std::unordered_map<std::uint64_t, std::uint32_t> pairs_;
};

}  // namespace wortfeld::entity

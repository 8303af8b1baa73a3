// What the lexicon says of the terms of a vocabulary: each is looked up once, not at each token.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/quantity/lexemes.hpp"
#include "wortfeld/text/token.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace wortfeld::quantity {

/// The lexemes of numbered terms in one language. Most terms are nothing that a quantity is made
/// of; those share the few lexemes that tell kinds, capitals and marks. Four bytes a term.
class TermLexemes {
  public:
    /// The language must outlive it.
    explicit TermLexemes(const text::Language& language);

    /// Adds the next term.
    void add(std::string_view surface, text::TokenKind kind);
    /// Adds the terms of another one, of the same language, behind its own.
    void append(const TermLexemes& next);

    [[nodiscard]] const text::Language& language() const noexcept { return *language_; }
    [[nodiscard]] std::size_t size() const noexcept { return of_terms_.size(); }
    /// The lexeme of a term, without span and gap.
    [[nodiscard]] const Lexeme& operator[](TermId term) const noexcept {
        return lexemes_[code(term).number()];
    }
    /// The number of its lexeme among `all`.
    [[nodiscard]] LexemeCode code(TermId term) const noexcept { return of_terms_[number(term)]; }
    [[nodiscard]] const Lexeme* all() const noexcept { return lexemes_.data(); }
    [[nodiscard]] const std::shared_ptr<const Lexicon>& lexicon() const noexcept {
        return lexicon_;
    }

  private:
    [[nodiscard]] std::uint32_t number_of(const Lexeme& lexeme);

    const text::Language* language_;
    std::shared_ptr<const Lexicon> lexicon_;
    std::vector<Lexeme> lexemes_;
    std::vector<LexemeCode> of_terms_;
    std::vector<std::uint32_t> plain_;  ///< numbers of lexemes by kind, capitals and mark
};

}  // namespace wortfeld::quantity

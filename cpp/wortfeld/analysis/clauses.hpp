// The clauses of a document, as far as marks tell, and the words before each token.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/document.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::analysis {

/// One document cut into clauses; to be reused, it keeps its memory.
class Clauses {
  public:
    /// `mentions` are those of the document, in order; marks inside them end no clause.
    void divide(const corpus::Document& document, std::span<const entity::Mention> mentions);

    [[nodiscard]] std::span<const text::Sentence> sentences() const noexcept {
        return decoded_.sentences;
    }
    [[nodiscard]] std::span<const text::Token> tokens() const noexcept { return decoded_.tokens; }
    /// The tokens that a span touches.
    [[nodiscard]] TokenSpan tokens_of(ByteSpan span) const;
    /// The number of the clause of a token.
    [[nodiscard]] std::uint32_t clause_of(std::uint32_t token) const { return clauses_[token]; }
    /// The number of the part of a token: what semicolons cut a sentence into.
    [[nodiscard]] std::uint32_t part_of(std::uint32_t token) const { return parts_[token]; }
    /// The bytes of the clause of a token.
    [[nodiscard]] ByteSpan span_of(std::uint32_t token) const;
    /// Words between two token spans that follow one another, and 1.
    [[nodiscard]] std::uint32_t distance(TokenSpan first, TokenSpan second) const;

  private:
    void find_marks(const corpus::Document& document, std::span<const entity::Mention> mentions);
    void number_clauses();

    corpus::DecodedDocument decoded_;
    std::vector<bool> ends_clause_;             ///< of each token: a mark that belongs to no clause
    std::vector<bool> ends_part_;               ///< of each token: a semicolon
    std::vector<std::uint32_t> clauses_;        ///< of each token
    std::vector<std::uint32_t> parts_;          ///< of each token
    std::vector<std::uint32_t> clause_begins_;  ///< the first token of each
    std::vector<std::uint32_t> words_before_;   ///< each token, and the end
};

}  // namespace wortfeld::analysis

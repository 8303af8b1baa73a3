// The sentences of a passage as lines, from the terms of the tokens where those are known.
#pragma once

#include "wortfeld/quantity/lexemes.hpp"
#include "wortfeld/quantity/quantity.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace wortfeld::quantity {

/// Reads one sentence after another; each line is valid until the next one is read.
class LineReader {
  public:
    /// Refers to both.
    LineReader(const Passage& passage, const Lexicon& lexicon)
        : passage_(&passage), lexicon_(&lexicon) {}

    /// The sentence at a position of the passage; empty if no quantity begins in it.
    [[nodiscard]] Line read(std::size_t sentence);

  private:
    void read_tokens(std::size_t begin, std::size_t end);
    [[nodiscard]] bool begins_anywhere(std::size_t begin, std::size_t end) const;
    void read_terms(std::size_t begin, std::size_t end);
    void read_surfaces(std::size_t begin, std::size_t end);
    void push(const Lexeme& lexeme, std::size_t token, bool begins);

    const Passage* passage_;
    const Lexicon* lexicon_;
    std::vector<Place> places_;     ///< keeps its memory
    std::vector<Lexeme> surfaces_;  ///< of tokens whose terms are not known
};

}  // namespace wortfeld::quantity

// The sentences of a passage as lines, from the terms of the tokens where those are known.
#pragma once

#include "wortfeld/quantity/line.hpp"
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
    /// The codes of the tokens [begin, end), and the lexemes they number.
    const Lexeme* read_codes(std::size_t begin, std::size_t end);
    void read_surfaces(std::size_t begin, std::size_t end);

    const Passage* passage_;
    const Lexicon* lexicon_;
    std::vector<LexemeCode> codes_;  ///< keeps its memory
    std::vector<Lexeme> surfaces_;   ///< of tokens whose terms are not known
};

}  // namespace wortfeld::quantity

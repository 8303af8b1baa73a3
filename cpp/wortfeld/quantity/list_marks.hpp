// Numbers that mark a sentence, a heading or a part of a list instead of counting.
#pragma once

#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/lexemes.hpp"

#include <cstddef>

namespace wortfeld::quantity {

/// "(2) Die Gebühr", "4 Die Sätze 1 bis 3 gelten", "3 Anwenden von Regeltechnik (§ 4 Nr. 7)".
bool numbers_what_follows(const Line& line, const Amount& amount);
/// "…, und 4." before a sentence of its own, "mitwirken 6.": the mark of the next part of a list.
bool is_last_mark(const Line& line, const Amount& amount);
/// Whether nothing but marks follows in the sentence.
bool ends_sentence(const Line& line, std::size_t position);

}  // namespace wortfeld::quantity

// Two corpora as one.
#pragma once

#include "wortfeld/corpus/corpus.hpp"

namespace wortfeld::corpus {

/// The documents of one corpus and behind them those of another: equal, byte for byte once saved,
/// to reading both at once; the warnings of the second stand behind those of the first.
/// `Error{bad_argument}` if rules or metadata columns differ, `Error{bad_input}` if an id comes
/// twice, `Error{memory_limit}` for more tokens than a corpus can have.
[[nodiscard]] Corpus appended(const Corpus& first, const Corpus& second);

}  // namespace wortfeld::corpus

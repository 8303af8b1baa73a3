// Two corpora as one.
#pragma once

#include "wortfeld/corpus/corpus.hpp"

#include <cstdint>

namespace wortfeld::corpus {

/// What becomes of a document whose id the first corpus has already.
enum class KnownIds : std::uint8_t { refuse, leave_out };

/// The documents of one corpus and behind them those of another: equal, byte for byte once saved,
/// to reading both at once. Metadata as `joined_metadata` has it. Warnings about sources stand in
/// the order of the parts, then those about a corpus as a whole, each once.
/// `Error{bad_argument}` if rules or the types of a metadata column differ, `Error{bad_input}` if
/// an id comes twice and is refused, `Error{memory_limit}` for more tokens than a corpus can have.
/// A document that is left out leaves one warning of kind "skipped" in place of its own.
[[nodiscard]] Corpus appended(const Corpus& first,
                              const Corpus& second,
                              KnownIds known = KnownIds::refuse);

}  // namespace wortfeld::corpus

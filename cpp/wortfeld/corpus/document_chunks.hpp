// The documents of a corpus cut into runs of about equal work.
#pragma once

#include "wortfeld/corpus/corpus.hpp"

#include <cstddef>
#include <vector>

namespace wortfeld::corpus {

/// Runs of whole documents of at least so many tokens, the last one excepted: run i is the
/// documents [cuts[i], cuts[i + 1]). Depends on the corpus alone, so results that are folded in
/// order are the same for any number of threads.
std::vector<std::size_t> cut_documents(const Corpus& corpus, std::size_t least_tokens);

/// Documents that a worker takes at a time to count every term of the vocabulary: about so many
/// tokens for each term that joining the dense counts of the chunks stays a small part of the work.
std::size_t documents_per_count(const Corpus& corpus);

}  // namespace wortfeld::corpus

// A corpus in a file: its store, metadata, warnings, and the orders that searches need.
#pragma once

#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/base/section_writer.hpp"
#include "wortfeld/corpus/corpus.hpp"

namespace wortfeld::corpus {

/// What a corpus file must have been made with to be read by this program.
[[nodiscard]] FileVersions corpus_versions();

/// Adds everything a corpus consists of; sorts and folds what has not been sorted and folded yet.
void add_corpus(SectionWriter& file, const Corpus& corpus);
/// What `add_corpus` added. Nothing is made or copied that grows with the corpus.
[[nodiscard]] Corpus read_corpus(SectionReader& file);

}  // namespace wortfeld::corpus

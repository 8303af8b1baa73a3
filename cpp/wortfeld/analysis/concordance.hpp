// Every hit of a pattern with the text around it.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/index/indexed_corpus.hpp"
#include "wortfeld/index/pattern.hpp"

#include <optional>

namespace wortfeld::analysis {

/// document, sentence, start, end, before, match, after: all zones, document order. The context is
/// up to 60 code points of the same document on each side, line breaks shown as spaces. `top`
/// limits the lines.
Columns concordance_table(const index::IndexedCorpus& indexed,
                          const index::Pattern& pattern,
                          std::optional<std::size_t> top);

}  // namespace wortfeld::analysis

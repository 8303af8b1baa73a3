// The lines that repeat across the documents of a corpus.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <cstddef>
#include <cstdint>

namespace wortfeld::corpus {

/// What makes a line a repeated one.
struct RepeatedLineOptions {
    std::uint64_t fewest_documents = 2;  ///< in how many it must stand
    std::size_t longest = 0;             ///< code points that it may have at most
};

/// Columns `line`, `document_count` and `count`; see `text::LineCounts` for lines and order.
Columns find_repeated_lines(const Corpus& corpus, RepeatedLineOptions options, Job& job);

}  // namespace wortfeld::corpus

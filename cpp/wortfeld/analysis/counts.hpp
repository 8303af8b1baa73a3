// How often each term occurs, in how many documents, and per million words.
#pragma once

#include "wortfeld/analysis/word_filter.hpp"
#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/zone_set.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wortfeld::analysis {

/// What was left out, as reason -> how many: words by `kinds`, `layer` (no value) and `stopwords`,
/// terms by `min_count`. Only reasons that apply.
using Excluded = std::map<std::string, std::uint64_t>;

/// Counts of the values of one layer over the words of some zones.
struct TermCounts {
    std::vector<std::uint64_t> count;           ///< of each value
    std::vector<std::uint64_t> document_count;  ///< of each value
    std::vector<TermId> form;                   ///< the commonest term of each value
    std::uint64_t words = 0;                    ///< words of the zones, counted or not
    Excluded excluded;
};

TermCounts count_terms(const CountedValues& values, corpus::ZoneSet zones, Job& job);

struct TermsOptions {
    WordFilter filter = {};
    corpus::ZoneSet zones = corpus::ZoneSet::counted();
    std::uint64_t min_count = 1;
    std::optional<std::size_t> top = {};  ///< rows
};

/// A table of terms and what it leaves out.
struct TermsTable {
    /// term, form, count, document_count, per_million; most frequent first, then by term.
    Columns columns;
    Excluded excluded;
};

TermsTable terms_table(const corpus::Corpus& corpus,
                       const corpus::Layer& layer,
                       const TermsOptions& options,
                       Job& job);

}  // namespace wortfeld::analysis

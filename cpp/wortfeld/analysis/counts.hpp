// How often each term occurs, in how many documents, and per million words.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/zone_set.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace wortfeld::analysis {

/// Counts of the values of one layer over the words of some zones.
struct TermCounts {
    std::vector<std::uint64_t> count;           ///< of each value
    std::vector<std::uint64_t> document_count;  ///< of each value
    std::vector<TermId> form;                   ///< the commonest term of each value
    std::uint64_t words = 0;                    ///< words of the zones
};

TermCounts count_terms(const corpus::Corpus& corpus,
                       std::string_view layer,
                       corpus::ZoneSet zones,
                       Job& job);

struct TermsOptions {
    std::string layer = std::string(corpus::folded_layer);
    corpus::ZoneSet zones = corpus::ZoneSet::counted();
    std::uint64_t min_count = 1;
};

/// term, form, count, document_count, per_million; most frequent first, then by term.
Columns terms_table(const corpus::Corpus& corpus, const TermsOptions& options, Job& job);

}  // namespace wortfeld::analysis

// Small networks of terms for tests.
#pragma once

#include "made_corpus.hpp"
#include "wortfeld/analysis/network.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <memory>
#include <string>
#include <vector>

namespace wortfeld::testing {

/// All terms of German texts as nodes.
inline analysis::Network network_of(const std::vector<std::string>& texts,
                                    analysis::UnitKind unit,
                                    Job& job) {
    const auto indexed = std::make_shared<const index::IndexedCorpus>(corpus_of(texts), job);
    const auto& folded = indexed->corpus.layer(corpus::folded_layer);
    return analysis::count_terms_together(indexed, folded, {.unit = unit, .min_count = 1}, job)
        .network;
}

inline analysis::Network network_of(const std::vector<std::string>& texts,
                                    analysis::UnitKind unit = analysis::UnitKind::sentence) {
    Job job(1);
    return network_of(texts, unit, job);
}

}  // namespace wortfeld::testing

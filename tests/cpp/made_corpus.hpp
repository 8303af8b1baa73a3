// Small corpora for tests of the layers above text.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/builder.hpp"

#include <string>
#include <utility>
#include <vector>

namespace wortfeld::testing {

/// A corpus of German texts with the ids "0", "1", ...
inline corpus::Corpus corpus_of(const std::vector<std::string>& texts, unsigned threads = 1) {
    std::vector<corpus::Source> sources;
    for (const auto& text : texts) {
        sources.push_back({.id = std::to_string(sources.size()), .bytes = text, .language = "de"});
    }
    corpus::Builder builder({});
    Job job(threads);
    builder.add(sources, job);
    return std::move(builder).finish(Columns());
}

}  // namespace wortfeld::testing

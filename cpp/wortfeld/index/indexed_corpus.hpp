// A corpus that can be searched.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/index/postings.hpp"

#include <utility>

namespace wortfeld::index {

/// A corpus with its postings: what searches and counts start from.
struct IndexedCorpus {
    IndexedCorpus(corpus::Corpus read, Job& job) : corpus(std::move(read)), postings(corpus, job) {}
    IndexedCorpus(corpus::Corpus opened, Postings built)
        : corpus(std::move(opened)), postings(std::move(built)) {}

    corpus::Corpus corpus;
    Postings postings;
};

}  // namespace wortfeld::index

// A corpus that can be searched.
#pragma once

#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/index/postings.hpp"

#include <utility>

namespace wortfeld::index {

/// A corpus with its postings: what searches and counts start from.
struct IndexedCorpus {
    explicit IndexedCorpus(corpus::Corpus read) : corpus(std::move(read)), postings(corpus) {}
    IndexedCorpus(corpus::Corpus opened, Postings built)
        : corpus(std::move(opened)), postings(std::move(built)) {}

    corpus::Corpus corpus;
    Postings postings;
};

}  // namespace wortfeld::index

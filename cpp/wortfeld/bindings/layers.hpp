// A layer as Python holds it, together with its corpus.
#pragma once

#include "wortfeld/corpus/layer.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <memory>

namespace wortfeld::bindings {

/// `_core.Layer`: immutable, so that any number of threads and results may share it.
struct SharedLayer {
    std::shared_ptr<const index::IndexedCorpus> indexed;
    std::shared_ptr<const corpus::Layer> layer;
};

}  // namespace wortfeld::bindings

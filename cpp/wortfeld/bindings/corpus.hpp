// A corpus as Python holds it, shared with everything that was counted from it.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::bindings {

/// `_core.Corpus`: immutable, so that any number of threads and results may share it.
struct SharedCorpus {
    std::shared_ptr<const index::IndexedCorpus> indexed;

    [[nodiscard]] const corpus::Corpus& corpus() const noexcept { return indexed->corpus; }
};

/// `None` for the counted zones, "all", or names of zones.
using ZoneNames = std::optional<std::vector<std::string>>;
[[nodiscard]] corpus::ZoneSet zone_set(const ZoneNames& names);

/// The document of that id; `Error{unknown_name}` with near ids.
[[nodiscard]] DocumentId require_document(const corpus::Corpus& corpus, std::string_view id);

}  // namespace wortfeld::bindings

// How often each entity is mentioned in each document.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <string>
#include <vector>

namespace wortfeld::analysis {

struct EntityCountOptions {
    std::vector<std::string> kinds = {};  ///< empty: all kinds but quantities
    corpus::ZoneSet zones = corpus::ZoneSet::counted();
};

/// A matrix without its zeros.
struct EntityCounts {
    Columns cells;     ///< document, entity (numbers from 0), count; by document, then entity
    Columns entities;  ///< entity, kind, id: in order of name, kind, id
};

/// Entities, and quantities by their readings. `Error{unknown_name}` for a kind that is none.
EntityCounts count_entities(const entity::Mentions& mentions, const EntityCountOptions& options);

}  // namespace wortfeld::analysis

// Mentions made of others: entities merged, renamed and dropped, and mentions of two origins.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/entity/mentions.hpp"

namespace wortfeld::entity {

/// entity, kind, id: the entities that are mentioned, in any zone, by first appearance.
Columns mentioned_entities(const Mentions& mentions);

/// The mentions of other entities. Each row of the changes names an entity (entity, kind, id) and
/// what it becomes (new_entity, new_kind, new_id); new_entity null drops its mentions. What no row
/// names stays. Texts null are empty ones.
Mentions edited(const Mentions& mentions, const Columns& changes);

/// The mentions of both, which are of one corpus. Of those that overlap the leftmost stays, then
/// the longest, then that of the first; reference dates are those of the first.
/// `Error{bad_argument}` for mentions of different corpora.
Mentions united(const Mentions& first, const Mentions& second);

}  // namespace wortfeld::entity

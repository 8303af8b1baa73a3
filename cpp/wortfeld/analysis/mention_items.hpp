// Mentions as what is counted: entities, and quantities by their readings.
#pragma once

#include "wortfeld/analysis/network.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wortfeld::analysis {

/// Whether a mention is of one of the kinds; no kinds are all names and no quantities.
[[nodiscard]] bool is_wanted(const entity::Mentions& mentions,
                             const entity::Mention& mention,
                             const std::vector<std::string>& kinds);

/// A mention as an item: an entity, or a quantity by its reading. No reading, no item.
[[nodiscard]] std::optional<Item> item_of(const entity::Mentions& mentions,
                                          const entity::Mention& mention);

}  // namespace wortfeld::analysis

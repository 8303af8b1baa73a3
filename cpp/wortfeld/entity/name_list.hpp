// Entities and names while they are collected.
#pragma once

#include "wortfeld/entity/listed_names.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace wortfeld::entity {

/// Numbers names and entities by first appearance.
class NameList {
  public:
    /// The number of a name of that entity.
    std::uint32_t add(const NamedEntity& entity,
                      std::string_view alias,
                      const AliasPolicies& policies);
    /// The number of a name of that entity, whatever its policies; a new one has none.
    std::uint32_t any(const NamedEntity& entity, std::string_view alias);
    [[nodiscard]] ListedNames finish() && { return std::move(listed_); }

  private:
    EntityId entity_id(const NamedEntity& entity);

    ListedNames listed_;
    std::map<std::tuple<std::string, std::string, std::string>, EntityId> ids_;
    std::map<std::tuple<EntityId, std::string, AliasPolicies>, std::uint32_t> numbers_;
};

}  // namespace wortfeld::entity

#include "wortfeld/entity/name_list.hpp"

namespace wortfeld::entity {

std::uint32_t NameList::add(const NamedEntity& entity,
                            std::string_view alias,
                            const AliasPolicies& policies) {
    const auto id = entity_id(entity);
    const auto next = static_cast<std::uint32_t>(listed_.names.size());
    const auto [found, is_new] = numbers_.try_emplace({id, std::string(alias), policies}, next);
    if (is_new) {
        listed_.names.push_back({.entity = id, .text = std::string(alias), .policies = policies});
    }
    return found->second;
}

std::uint32_t NameList::any(const NamedEntity& entity, std::string_view alias) {
    const auto id = entity_id(entity);
    const auto found = numbers_.lower_bound({id, std::string(alias), AliasPolicies()});
    const auto is_known = found != numbers_.end() && std::get<0>(found->first) == id &&
                          std::get<1>(found->first) == alias;
    return is_known ? found->second : add(entity, alias, {});
}

EntityId NameList::entity_id(const NamedEntity& entity) {
    const auto next = id_at<EntityId>(listed_.entities.size());
    const auto [found, is_new] = ids_.try_emplace(
        {std::string(entity.name), std::string(entity.kind), std::string(entity.id)}, next);
    if (is_new) {
        listed_.entities.push_back(
            {std::string(entity.name), std::string(entity.kind), std::string(entity.id)});
    }
    return found->second;
}

}  // namespace wortfeld::entity

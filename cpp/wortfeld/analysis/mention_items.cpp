#include "wortfeld/analysis/mention_items.hpp"

#include <algorithm>

namespace wortfeld::analysis {

bool is_wanted(const entity::Mentions& mentions,
               const entity::Mention& mention,
               const std::vector<std::string>& kinds) {
    if (kinds.empty()) return mention.alias != entity::none;
    return std::find(kinds.begin(), kinds.end(), mentions.kind(mention)) != kinds.end();
}

std::optional<Item> item_of(const entity::Mentions& mentions, const entity::Mention& mention) {
    if (const auto id = mentions.entity(mention)) {
        const auto entity = mentions.entity(*id);
        return Item{.name = std::string(entity.name),
                    .kind = std::string(entity.kind),
                    .id = std::string(entity.id)};
    }
    const auto& reading = mentions.quantity(mention).reading;
    if (reading.empty()) return std::nullopt;
    return Item{.name = reading, .kind = std::string(mentions.kind(mention)), .id = {}};
}

}  // namespace wortfeld::analysis

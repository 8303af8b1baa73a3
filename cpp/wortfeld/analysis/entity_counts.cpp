#include "wortfeld/analysis/entity_counts.hpp"

#include "wortfeld/analysis/mention_items.hpp"
#include "wortfeld/base/table_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace wortfeld::analysis {
namespace {

using enum ColumnType;

/// Items by first appearance.
class ItemNumbers {
  public:
    explicit ItemNumbers(const entity::Mentions& mentions) : mentions_(mentions) {}

    std::optional<std::size_t> number_of(const entity::Mention& mention) {
        const auto id = mentions_.entity(mention);
        if (id) {
            if (const auto found = numbers_.find(*id); found != numbers_.end()) {
                return found->second;
            }
        }
        auto item = item_of(mentions_, mention);
        if (!item) return std::nullopt;
        const auto number = items_.try_emplace(std::move(*item), items_.size()).first->second;
        if (id) numbers_.emplace(*id, number);
        return number;
    }
    /// The items in their order, with the numbers they had.
    [[nodiscard]] const std::map<Item, std::size_t>& items() const noexcept { return items_; }

  private:
    const entity::Mentions& mentions_;
    std::map<Item, std::size_t> items_;
    std::unordered_map<EntityId, std::size_t> numbers_;
};

struct Cells {
    DocumentId document{};
    std::map<std::size_t, std::uint64_t> counts;  ///< by number of the item
};

}  // namespace

EntityCounts count_entities(const entity::Mentions& mentions, const EntityCountOptions& options) {
    entity::require_kinds(mentions, options.kinds);
    ItemNumbers numbers(mentions);
    std::vector<Cells> documents;
    for (const auto& mention : mentions.all()) {
        if (mention.level > 0 || !is_wanted(mentions, mention, options.kinds)) continue;
        if (!options.zones.contains(mentions.zone(mention))) continue;
        const auto item = numbers.number_of(mention);
        if (!item) continue;
        if (documents.empty() || documents.back().document != mention.document) {
            documents.push_back({.document = mention.document, .counts = {}});
        }
        ++documents.back().counts[*item];
    }
    TableWriter entities({{"entity", text}, {"kind", text}, {"id", text}});
    std::vector<std::size_t> rank(numbers.items().size());
    std::size_t next = 0;
    for (const auto& [item, number] : numbers.items()) {
        rank[number] = next++;
        entities.row(item.name, item.kind, null_if_empty(item.id));
    }
    TableWriter cells({{"document", int64}, {"entity", int64}, {"count", int64}});
    for (const auto& [document, counts] : documents) {
        std::map<std::size_t, std::uint64_t> ranked;
        for (const auto& [item, count] : counts) ranked.emplace(rank[item], count);
        for (const auto& [item, count] : ranked) cells.row(number(document), item, count);
    }
    return {.cells = std::move(cells).finish(), .entities = std::move(entities).finish()};
}

}  // namespace wortfeld::analysis

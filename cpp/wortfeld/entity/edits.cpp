#include "wortfeld/entity/edits.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/name_list.hpp"
#include "wortfeld/entity/overlap.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

using EntityKey = std::tuple<std::string, std::string, std::string>;

EntityKey key_of(const NamedEntity& entity) {
    return {std::string(entity.name), std::string(entity.kind), std::string(entity.id)};
}

NamedEntity view_of(const EntityKey& key) {
    const auto& [name, kind, id] = key;
    return {.name = name, .kind = kind, .id = id};
}

/// What becomes of an entity; nothing drops it.
using Changes = std::map<EntityKey, std::optional<EntityKey>>;

Changes changes_of(const Columns& rows) {
    const auto text = [&](std::string_view column, std::size_t row) {
        return std::string(rows.column(column).text(row));
    };
    Changes changes;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        auto& change = changes[{text("entity", row), text("kind", row), text("id", row)}];
        if (rows.column("new_entity").is_null(row)) continue;
        change = EntityKey{text("new_entity", row), text("new_kind", row), text("new_id", row)};
    }
    return changes;
}

/// Takes over mentions of others, with names and quantities of their own.
class Collector {
  public:
    /// Appends a mention; `entity` is what it names, if it names any.
    void take(const Mentions& from, Mention mention, const std::optional<NamedEntity>& entity) {
        if (mention.quantity != none) {
            quantities_.push_back(from.quantity(mention));
            mention.quantity = static_cast<std::uint32_t>(quantities_.size() - 1);
        } else {
            mention.alias = names_.add(*entity, from.alias(mention), from.policies(mention.alias));
        }
        mentions_.push_back(mention);
    }

    Mentions finish(const Mentions& like, std::map<std::string, std::uint64_t> excluded) && {
        const auto dates = like.reference_dates();
        return Mentions({.indexed = like.indexed_pointer(),
                         .names = std::move(names_).finish(),
                         .quantities = std::move(quantities_),
                         .reference_dates = {dates.begin(), dates.end()},
                         .mentions = std::move(mentions_),
                         .readings = {},
                         .excluded = std::move(excluded)});
    }

  private:
    NameList names_;
    std::vector<quantity::Quantity> quantities_;
    std::vector<Mention> mentions_;
};

/// The entity that a mention names, or nothing for a quantity.
std::optional<NamedEntity> entity_of(const Mentions& mentions, const Mention& mention) {
    const auto id = mentions.entity(mention);
    if (!id) return std::nullopt;
    return mentions.entity(*id);
}

/// Whether two mentions are one: the same span of the same entity or of a quantity.
bool is_same(const Mentions& a, const Mention& in_a, const Mentions& b, const Mention& in_b) {
    if (in_a.document != in_b.document || !(in_a.span == in_b.span)) return false;
    if (a.kind(in_a) != b.kind(in_b)) return false;
    const auto first = entity_of(a, in_a);
    const auto second = entity_of(b, in_b);
    if (!first || !second) return !first && !second;
    return key_of(*first) == key_of(*second);
}

}  // namespace

Columns mentioned_entities(const Mentions& mentions) {
    TableWriter table(
        {{"entity", ColumnType::text}, {"kind", ColumnType::text}, {"id", ColumnType::text}});
    std::set<EntityId> seen;
    for (const auto& mention : mentions.all()) {
        const auto id = mentions.entity(mention);
        if (!id || !seen.insert(*id).second) continue;
        const auto entity = mentions.entity(*id);
        table.row(entity.name, entity.kind, null_if_empty(entity.id));
    }
    return std::move(table).finish();
}

Mentions edited(const Mentions& mentions, const Columns& changes) {
    const auto wanted = changes_of(changes);
    // Every entity is looked up once, whatever the number of its mentions.
    std::unordered_map<EntityId, std::optional<NamedEntity>> becomes;
    const auto new_entity = [&](EntityId id) {
        const auto [found, is_new] = becomes.try_emplace(id);
        if (!is_new) return found->second;
        const auto entity = mentions.entity(id);
        const auto change = wanted.find(key_of(entity));
        if (change == wanted.end()) {
            found->second = entity;
        } else if (change->second) {
            found->second = view_of(*change->second);
        }
        return found->second;
    };
    Collector collector;
    auto excluded = mentions.excluded();
    for (const auto& mention : mentions.all()) {
        const auto id = mentions.entity(mention);
        const auto entity = id ? new_entity(*id) : std::nullopt;
        if (id && !entity) {
            ++excluded["dropped"];
        } else {
            collector.take(mentions, mention, entity);
        }
    }
    return std::move(collector).finish(mentions, std::move(excluded));
}

Mentions united(const Mentions& first, const Mentions& second) {
    const auto& corpus = first.indexed().corpus;
    if (first.indexed_pointer() != second.indexed_pointer() &&
        corpus.fingerprint() != second.indexed().corpus.fingerprint()) {
        throw Error(ErrorKind::bad_argument,
                    "the mentions are of different corpora (" + corpus.fingerprint() + " and " +
                        second.indexed().corpus.fingerprint() + "); find both in the same one");
    }
    std::vector<Mention> all(first.all().begin(), first.all().end());
    all.insert(all.end(), second.all().begin(), second.all().end());
    Collector collector;
    auto excluded = first.excluded();
    for (const auto& [reason, count] : second.excluded()) excluded[reason] += count;
    const auto kept = leftmost_longest(all, first.all().size());
    const auto size_of_first = first.all().size();
    for (const auto i : kept) {
        const auto& from = i < size_of_first ? first : second;
        collector.take(from, all[i], entity_of(from, all[i]));
    }
    std::uint64_t same = 0;
    for (std::size_t a = 0, b = 0; a < size_of_first && b < second.all().size();) {
        const auto& in_a = first.all()[a];
        const auto& in_b = second.all()[b];
        if (is_same(first, in_a, second, in_b)) ++same;
        const auto a_is_first = std::tuple(in_a.document, in_a.span.begin, in_a.span.end) <
                                std::tuple(in_b.document, in_b.span.begin, in_b.span.end);
        a_is_first ? ++a : ++b;
    }
    const auto left_out = all.size() - kept.size() - same;
    if (same > 0) excluded["in_both"] += same;
    if (left_out > 0) excluded["overlap"] += left_out;
    return std::move(collector).finish(first, std::move(excluded));
}

}  // namespace wortfeld::entity

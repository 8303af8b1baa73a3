#include "wortfeld/base/error.hpp"
#include "wortfeld/base/suggest.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/entity/reading_cells.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace wortfeld::entity {
namespace {

using enum ColumnType;

/// Kinds that can be asked for even if the gazetteer has none of them.
constexpr std::array<std::string_view, 9> standard_kinds{
    "person", "organisation", "product", "place", "event", "money", "percent", "number", "date"};

/// An alias or a rule: why the mention is one.
std::string rule_of(const Mentions& mentions, const Mention& mention) {
    if (mention.alias == none) return mentions.quantity(mention).rule;
    return "alias:" + std::string(mentions.alias(mention));
}

/// The readings of a quantity; for a name all of them are null.
quantity::Quantity reading_of(const Mentions& mentions, const Mention& mention) {
    if (mention.quantity != none) return mentions.quantity(mention);
    quantity::Quantity name;
    name.reading = std::string(mentions.entity(*mentions.entity(mention)).name);
    return name;
}

/// What is known of one entity in the counted zones.
struct EntityCount {
    std::uint64_t count = 0;
    std::set<DocumentId> documents;
    std::map<std::string_view, std::uint64_t> forms;
};

std::vector<EntityCount> count_entities(const Mentions& mentions) {
    const auto& corpus = mentions.indexed().corpus;
    std::vector<EntityCount> counts(mentions.entity_count());
    for (const auto& mention : mentions.all()) {
        const auto entity = mentions.entity(mention);
        if (!entity || mention.level > 0 || !text::is_counted(mentions.zone(mention))) continue;
        auto& known = counts[number(*entity)];
        ++known.count;
        known.documents.insert(mention.document);
        ++known.forms[slice(corpus.document(mention.document).text(), mention.span)];
    }
    return counts;
}

/// Surfaces by count, then by bytes, joined by " | ".
std::string joined(const std::map<std::string_view, std::uint64_t>& forms) {
    std::vector<std::pair<std::string_view, std::uint64_t>> sorted(forms.begin(), forms.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.second > b.second;
    });
    std::string text;
    for (const auto& [form, count] : sorted) {
        if (!text.empty()) text += " | ";
        text += form;
    }
    return text;
}

template <typename Names>
void require_known(std::string_view what,
                   const std::vector<std::string>& wanted,
                   const Names& known) {
    for (const auto& name : wanted) {
        if (known.contains(name)) continue;
        const std::vector<std::string_view> all(known.begin(), known.end());
        throw unknown_name(what, name, all);
    }
}

bool is_wanted(const std::vector<std::string>& wanted, std::string_view name) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
}

TableWriter mentions_writer() {
    return TableWriter({{"document", text},   {"sentence", int64}, {"start", int64},
                        {"end", int64},       {"surface", text},   {"kind", text},
                        {"entity", text},     {"value", float64},  {"value_high", float64},
                        {"value_text", text}, {"unit", text},      {"modifier", text},
                        {"date_first", date}, {"date_last", date}, {"timex", text},
                        {"zone", text},       {"rule", text},      {"role", text},
                        {"head", text},       {"level", int64},    {"alternatives", text}});
}

}  // namespace

Columns mentions_table(const Mentions& mentions) {
    auto table = mentions_writer();
    for (const auto& mention : mentions.all()) {
        const auto document = mentions.indexed().corpus.document(mention.document);
        const auto chars = document.chars(mention.span);
        const auto reading = reading_of(mentions, mention);
        table.row(document.id(),
                  mention.sentence,
                  chars.begin,
                  chars.end,
                  slice(document.text(), mention.span),
                  mentions.kind(mention),
                  null_if_empty(reading.reading),
                  reading_cells(reading),
                  text::name_of(mentions.zone(mention)),
                  rule_of(mentions, mention),
                  null_if_empty(name_of(mention.role)),
                  null_if_empty(slice(document.text(), mention.head)),
                  mention.level,
                  null_if_empty(reading.alternatives));
    }
    return std::move(table).finish();
}

Columns candidates_table(const Mentions& mentions) {
    TableWriter table({{"document", text},
                       {"sentence", int64},
                       {"start", int64},
                       {"end", int64},
                       {"surface", text},
                       {"entity", text},
                       {"kind", text},
                       {"id", text},
                       {"rule", text},
                       {"score", float64},
                       {"chosen", int64}});
    for (const auto& reading : mentions.readings()) {
        const auto document = mentions.indexed().corpus.document(reading.document);
        const auto chars = document.chars(reading.span);
        const auto entity = mentions.entity(mentions.entity_of_alias(reading.alias));
        table.row(document.id(),
                  reading.sentence,
                  chars.begin,
                  chars.end,
                  slice(document.text(), reading.span),
                  entity.name,
                  entity.kind,
                  null_if_empty(entity.id),
                  "alias:" + std::string(mentions.alias_text(reading.alias)),
                  reading.score,
                  reading.is_chosen ? 1 : 0);
    }
    return std::move(table).finish();
}

Columns entities_table(const Mentions& mentions) {
    const auto counts = count_entities(mentions);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i].count > 0) order.push_back(i);
    }
    const auto rank = [&](std::size_t i) {
        const auto entity = mentions.entity(id_at<EntityId>(i));
        return std::tuple(
            ~counts[i].count, ~counts[i].documents.size(), entity.name, entity.kind, entity.id);
    };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    TableWriter table({{"entity", text},
                       {"kind", text},
                       {"count", int64},
                       {"document_count", int64},
                       {"forms", text}});
    for (const auto i : order) {
        const auto entity = mentions.entity(id_at<EntityId>(i));
        table.row(entity.name,
                  entity.kind,
                  counts[i].count,
                  counts[i].documents.size(),
                  joined(counts[i].forms));
    }
    return std::move(table).finish();
}

Columns reference_dates_table(const Mentions& mentions) {
    TableWriter table({{"document", text}, {"reference_date", date}, {"origin", text}});
    const auto documents = mentions.indexed().corpus.documents();
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& reference = mentions.reference_dates()[i];
        table.row(documents[i].id(), Day{reference.day}, reference.origin);
    }
    return std::move(table).finish();
}

void require_kinds(const Mentions& mentions, const std::vector<std::string>& wanted) {
    std::set<std::string_view> kinds(standard_kinds.begin(), standard_kinds.end());
    for (std::size_t i = 0; i < mentions.entity_count(); ++i) {
        kinds.insert(mentions.entity(id_at<EntityId>(i)).kind);
    }
    require_known("kind", wanted, kinds);
}

Mentions filter_mentions(const Mentions& mentions, const MentionFilter& filter) {
    const auto& corpus = mentions.indexed().corpus;
    std::set<std::string_view> entities;
    std::set<std::string_view> documents;
    for (std::size_t i = 0; i < mentions.entity_count(); ++i) {
        entities.insert(mentions.entity(id_at<EntityId>(i)).name);
    }
    for (const auto document : corpus.documents()) documents.insert(document.id());
    require_kinds(mentions, filter.kinds);
    require_known("entity", filter.entities, entities);
    require_known("document", filter.documents, documents);
    std::vector<bool> keep;
    for (const auto& mention : mentions.all()) {
        const auto entity = mentions.entity(mention);
        const auto name = entity ? mentions.entity(*entity).name : std::string_view();
        keep.push_back(is_wanted(filter.kinds, mentions.kind(mention)) &&
                       is_wanted(filter.entities, name) &&
                       is_wanted(filter.documents, corpus.document(mention.document).id()));
    }
    return mentions.filter(keep);
}

}  // namespace wortfeld::entity

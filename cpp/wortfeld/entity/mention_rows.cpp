#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/given.hpp"
#include "wortfeld/entity/reading_cells.hpp"

#include <utility>

namespace wortfeld::entity {
namespace {

using enum ColumnType;

TableWriter rows_writer() {
    return TableWriter(
        {{"document", text},      {"start", int64},     {"end", int64},   {"kind", text},
         {"entity", text},        {"id", text},         {"alias", text},  {"value", float64},
         {"value_high", float64}, {"value_text", text}, {"unit", text},   {"modifier", text},
         {"date_first", date},    {"date_last", date},  {"timex", text},  {"rule", text},
         {"role", text},          {"head", text},       {"level", int64}, {"alternatives", text}});
}

}  // namespace

Columns name_reasons(const Mentions& mentions) {
    TableWriter table({{"case", text},
                       {"needs", text},
                       {"excludes", text},
                       {"language", text},
                       {"forms", int64}});
    for (const auto& mention : mentions.all()) {
        const auto policies =
            mention.alias == none ? AliasPolicies() : mentions.policies(mention.alias);
        table.row(null_if_empty(policies.letter_case),
                  null_if_empty(policies.needs),
                  null_if_empty(policies.excludes),
                  null_if_empty(policies.language),
                  mention.forms);
    }
    return std::move(table).finish();
}

Columns mention_rows(const Mentions& mentions) {
    auto table = rows_writer();
    const quantity::Quantity no_quantity;
    for (const auto& mention : mentions.all()) {
        const auto document = mentions.indexed().corpus.document(mention.document);
        const auto chars = document.chars(mention.span);
        const auto entity = mentions.entity(mention);
        const auto& read = entity ? no_quantity : mentions.quantity(mention);
        table.row(
            document.id(),
            chars.begin,
            chars.end,
            mentions.kind(mention),
            null_if_empty(entity ? mentions.entity(*entity).name : std::string_view(read.reading)),
            null_if_empty(entity ? mentions.entity(*entity).id : ""),
            null_if_empty(mentions.alias(mention)),
            reading_cells(read),
            null_if_empty(read.rule),
            null_if_empty(name_of(mention.role)),
            null_if_empty(slice(document.text(), mention.head)),
            mention.level,
            null_if_empty(read.alternatives));
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::entity

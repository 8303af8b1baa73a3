#include "wortfeld/entity/rules.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/text/language.hpp"

#include <string_view>
#include <utility>

namespace wortfeld::entity {
namespace {

constexpr std::string_view alias_prefix = "alias:";

void add_alias_rows(const Gazetteer& gazetteer, std::string_view text, TableWriter& table) {
    for (const auto& alias : gazetteer.aliases()) {
        if (alias.text != text) continue;
        const auto& entity = gazetteer.entity(alias.entity);
        table.row("entity", entity.name);
        table.row("kind", entity.kind);
        table.row("alias", alias.text);
        table.row("case", alias.case_policy == CasePolicy::exact ? "exact" : "fold");
        if (alias.needs_full_form) table.row("needs", "full_form");
        for (const auto& word : alias.needs) table.row("needs", word);
        for (const auto& word : alias.excludes) table.row("excludes", word);
    }
}

void add_language_row(std::string_view rule, TableWriter& table) {
    const auto dot = rule.find('.');
    if (dot == std::string_view::npos) return;
    const auto* const row = text::language(rule.substr(0, dot)).find_id(rule.substr(dot + 1));
    if (row == nullptr) return;
    table.row("id", row->id);
    table.row("category", row->category);
    table.row("form", row->form);
    table.row("value", row->value);
    table.row("note", row->note);
}

}  // namespace

Columns rule_table(const Mentions& mentions, const std::string& rule) {
    TableWriter table({{"name", ColumnType::text}, {"value", ColumnType::text}});
    const auto is_alias = rule.starts_with(alias_prefix);
    if (is_alias) {
        add_alias_rows(mentions.gazetteer(), rule.substr(alias_prefix.size()), table);
    } else {
        add_language_row(rule, table);
    }
    auto rows = std::move(table).finish();
    if (rows.rows() == 0) {
        throw Error(ErrorKind::unknown_name,
                    "no rule '" + rule + "'; take one from the column 'rule' of mentions.table()");
    }
    return rows;
}

Columns row_warnings_table(const Gazetteer& gazetteer) {
    TableWriter table({{"row", ColumnType::int64}, {"message", ColumnType::text}});
    for (const auto& warning : gazetteer.warnings()) table.row(warning.row, warning.message);
    return std::move(table).finish();
}

}  // namespace wortfeld::entity

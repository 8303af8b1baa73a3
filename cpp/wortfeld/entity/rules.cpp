#include "wortfeld/entity/rules.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/written_form.hpp"
#include "wortfeld/text/language.hpp"

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

constexpr std::string_view alias_prefix = "alias:";
/// Of quantities that were given without a rule.
constexpr std::string_view given_rule = "given";

std::string joined(const std::vector<std::string_view>& words) {
    std::string all;
    for (const auto word : words) {
        if (!all.empty()) all += '|';
        all += word;
    }
    return all;
}

void add_alias(const Gazetteer& gazetteer, std::uint32_t number, TableWriter& table) {
    const auto& alias = gazetteer.alias(number);
    const auto entity = gazetteer.entity(alias.entity);
    table.row("entity", entity.name);
    table.row("kind", entity.kind);
    if (!entity.id.empty()) table.row("id", entity.id);
    table.row("alias", gazetteer.text(number));
    table.row("case", alias.case_policy == CasePolicy::exact ? "exact" : "fold");
    if (alias.needs_full_form != 0) table.row("needs", "full_form");
    if (const auto words = joined(gazetteer.needs(alias)); !words.empty()) {
        table.row("needs", words);
    }
    if (const auto words = joined(gazetteer.excludes(alias)); !words.empty()) {
        table.row("excludes", words);
    }
    const auto language = gazetteer.language(alias);
    if (!language.empty()) table.row("language", language);
}

void add_alias_rows(const Gazetteer& gazetteer, std::string_view text, TableWriter& table) {
    for (std::uint32_t i = 0; i < gazetteer.aliases().size(); ++i) {
        if (gazetteer.text(i) == text) add_alias(gazetteer, i, table);
    }
}

void add_listed(const Mentions& mentions, const ListedNames::Name& name, TableWriter& table) {
    const auto entity = mentions.entity(name.entity);
    table.row("entity", entity.name);
    table.row("kind", entity.kind);
    if (!entity.id.empty()) table.row("id", entity.id);
    table.row("alias", name.text);
}

void add_listed_rows(const Mentions& mentions, std::string_view text, TableWriter& table) {
    for (const auto& name : mentions.listed()->names) {
        if (name.text == text) add_listed(mentions, name, table);
    }
}

/// What else the span of a mention could be, with the shares of the evidence.
void add_readings(const Mentions& mentions, const Mention& mention, TableWriter& table) {
    std::string all;
    for (const auto& reading : mentions.readings()) {
        if (reading.document != mention.document || reading.span != mention.span) continue;
        const auto& alias = mentions.gazetteer().alias(reading.alias);
        std::array<char, 16> score{};
        std::snprintf(score.data(), score.size(), " %.3f", reading.score);
        if (!all.empty()) all += " | ";
        all += mentions.gazetteer().entity(alias.entity).name;
        all += score.data();
    }
    if (!all.empty()) table.row("candidates", all);
}

void add_name(const Mentions& mentions, const Mention& mention, TableWriter& table) {
    const auto text = mentions.indexed().corpus.document(mention.document).text();
    if (mentions.listed() != nullptr) {
        add_listed(mentions, mentions.listed()->names[mention.alias], table);
    } else {
        const auto alias = mentions.alias(mention);
        const auto form = written_form_of(alias, mention.forms, text, mention.span);
        add_alias(mentions.gazetteer(), mention.alias, table);
        table.row("form", name_of(form));
    }
    if (mention.role != Role::whole) table.row("role", name_of(mention.role));
    if (!mention.head.empty()) table.row("head", slice(text, mention.head));
    add_readings(mentions, mention, table);
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
        const auto alias = std::string_view(rule).substr(alias_prefix.size());
        if (mentions.listed() != nullptr) {
            add_listed_rows(mentions, alias, table);
        } else {
            add_alias_rows(mentions.gazetteer(), alias, table);
        }
    } else if (rule == given_rule) {
        table.row("rule", "it was given with its span");
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

Columns mention_table(const Mentions& mentions, std::uint64_t row) {
    if (row >= mentions.all().size()) {
        throw Error(ErrorKind::bad_argument,
                    "no mention " + std::to_string(row) + "; there are " +
                        std::to_string(mentions.all().size()));
    }
    const auto& mention = mentions.all()[row];
    TableWriter table({{"name", ColumnType::text}, {"value", ColumnType::text}});
    const auto document = mentions.indexed().corpus.document(mention.document);
    table.row("document", document.id());
    table.row("surface", slice(document.text(), mention.span));
    if (mention.alias != none) {
        add_name(mentions, mention, table);
    } else {
        const auto& quantity = mentions.quantity(mention);
        table.row("kind", quantity::name_of(quantity.kind));
        if (!quantity.reading.empty()) table.row("reading", quantity.reading);
        table.row("rule", quantity.rule);
        add_language_row(quantity.rule, table);
    }
    return std::move(table).finish();
}

Columns row_warnings_table(const Gazetteer& gazetteer) {
    TableWriter table({{"row", ColumnType::int64}, {"message", ColumnType::text}});
    for (const auto& warning : gazetteer.warnings()) table.row(warning.row, warning.message);
    return std::move(table).finish();
}

}  // namespace wortfeld::entity

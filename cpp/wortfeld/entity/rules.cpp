#include "wortfeld/entity/rules.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/written_form.hpp"
#include "wortfeld/quantity/calendar.hpp"
#include "wortfeld/text/language.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

constexpr std::string_view alias_prefix = "alias:";
/// Of quantities that were given without a rule.
constexpr std::string_view given_rule = "given";

void add_filled(TableWriter& table, std::string_view name, std::string_view value) {
    if (!value.empty()) table.row(name, value);
}

void add_alias(const Mentions& mentions, std::uint32_t alias, TableWriter& table) {
    const auto entity = mentions.entity(mentions.entity_of_alias(alias));
    const auto policies = mentions.policies(alias);
    table.row("entity", entity.name);
    table.row("kind", entity.kind);
    add_filled(table, "id", entity.id);
    table.row("alias", mentions.alias_text(alias));
    add_filled(table, "case", policies.letter_case);
    if (const auto* known = mentions.word_case(alias); known != nullptr) {
        table.row("profile",
                  std::to_string(known->small) + " small, " + std::to_string(known->inside) +
                      " with a capital within sentences, " + std::to_string(known->start) +
                      " at their start");
    }
    add_filled(table, "needs", policies.needs);
    add_filled(table, "excludes", policies.excludes);
    add_filled(table, "language", policies.language);
}

void add_alias_rows(const Mentions& mentions, std::string_view text, TableWriter& table) {
    for (std::uint32_t alias = 0; alias < mentions.alias_count(); ++alias) {
        if (mentions.alias_text(alias) == text) add_alias(mentions, alias, table);
    }
}

/// What else the span of a mention could be, with the shares of the evidence.
void add_readings(const Mentions& mentions, const Mention& mention, TableWriter& table) {
    std::string all;
    for (const auto& reading : mentions.readings()) {
        if (reading.document != mention.document || reading.span != mention.span) continue;
        std::array<char, 16> score{};
        std::snprintf(score.data(), score.size(), " %.3f", reading.score);
        if (!all.empty()) all += " | ";
        all += mentions.entity(mentions.entity_of_alias(reading.alias)).name;
        all += score.data();
    }
    if (!all.empty()) table.row("candidates", all);
}

void add_name(const Mentions& mentions, const Mention& mention, TableWriter& table) {
    const auto text = mentions.indexed().corpus.document(mention.document).text();
    add_alias(mentions, mention.alias, table);
    if (!mentions.policies(mention.alias).letter_case.empty()) {
        const auto alias = mentions.alias(mention);
        table.row("form", name_of(written_form_of(alias, mention.forms, text, mention.span)));
    }
    if (mention.role != Role::whole) table.row("role", name_of(mention.role));
    if (!mention.head.empty()) table.row("head", slice(text, mention.head));
    add_readings(mentions, mention, table);
}

/// Whether a date has days and does not say of which year.
bool needs_reference(const quantity::Quantity& quantity, std::string_view surface) {
    constexpr std::size_t year_size = 4;
    return quantity.date_first.has_value() &&
           surface.find(quantity.timex.substr(0, year_size)) == std::string_view::npos;
}

/// The day that relative dates are counted from, and who said so.
void add_reference_date(const Mentions& mentions, const Mention& mention, TableWriter& table) {
    const auto& reference = mentions.reference_dates()[number(mention.document)];
    if (!reference.day) return;
    table.row("reference_date",
              quantity::day_period(*reference.day).timex + ", " + std::string(reference.origin));
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
    if (rule.starts_with(alias_prefix)) {
        add_alias_rows(mentions, std::string_view(rule).substr(alias_prefix.size()), table);
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
        add_filled(table, "modifier", quantity::name_of(quantity.modifier));
        add_filled(table, "alternatives", quantity.alternatives);
        if (needs_reference(quantity, slice(document.text(), mention.span))) {
            add_reference_date(mentions, mention, table);
        }
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

#include "wortfeld/entity/gazetteer_compiler.hpp"

#include <utility>

namespace wortfeld::entity {
namespace {

/// Texts of a gazetteer may hold any character, so no mark can end one: its size does.
void append_key(std::string& key, std::string_view part) {
    key += std::to_string(part.size());
    key += ':';
    key += part;
}

}  // namespace

void StringBatch::clear() {
    text_.clear();
    places_.clear();
}

void StringBatch::end_string() {
    const auto begin = places_.empty() ? 0 : places_.back().span.end;
    places_.push_back({{begin, static_cast<std::uint32_t>(text_.size())}});
}

void StringBatch::intern(corpus::Interner& interner) {
    numbers_.resize(places_.size());
    interner.intern(text_, places_, numbers_);
}

void EntityTable::read(std::size_t begin, std::size_t end) {
    batch_keys_.clear();
    batch_names_.clear();
    for (auto at = begin; at < end; ++at) {
        const auto row = rows_.at(at);
        auto& key = batch_keys_.text();
        key += row.id.empty() ? 'n' : 'i';
        append_key(key, row.id.empty() ? row.entity : row.id);
        if (row.id.empty()) append_key(key, row.kind);
        batch_keys_.end_string();
        batch_names_.text() += row.entity;
        batch_names_.end_string();
    }
    batch_keys_.intern(keys_);
    batch_names_.intern(called_);
}

EntityId EntityTable::add(std::size_t at, const GazetteerRow& row) {
    const EntityId id{batch_keys_.number(at)};
    if (number(id) == entity_kinds_.size()) return add_new(batch_names_.number(at), row);
    if (!row.id.empty()) require_same(row, id);
    return id;
}

EntityId EntityTable::add_new(std::uint32_t called, const GazetteerRow& row) {
    // Two entities of one name are told apart by their ids, so both need one.
    const std::uint8_t has_id = row.id.empty() ? 0 : 1;
    if (called == all_have_ids_.size()) {
        all_have_ids_.push_back(has_id);
    } else if (has_id == 0 || all_have_ids_[called] == 0) {
        rows_.refuse(row,
                     "two entities are called '" + std::string(row.entity) +
                         "'; give every row of both an id");
    }
    names_.push(row.entity);
    ids_.push(row.id);
    entity_kinds_.push_back(kinds_.intern(row.kind));
    return id_at<EntityId>(entity_kinds_.size() - 1);
}

void EntityTable::require_same(const GazetteerRow& row, EntityId known) const {
    const auto name = names_.text(number(known));
    const auto kind = kinds_.text(entity_kinds_[number(known)]);
    if (name == row.entity && kind == row.kind) return;
    rows_.refuse(row,
                 "id '" + std::string(row.id) + "' belongs to '" + std::string(name) + "' (" +
                     std::string(kind) + "), not to '" + std::string(row.entity) + "' (" +
                     std::string(row.kind) + ")");
}

void EntityTable::finish(GazetteerColumns& columns) && {
    columns.names = std::move(names_).finish();
    columns.ids = std::move(ids_).finish();
    columns.kinds = std::move(kinds_).finish().finish();
    columns.entity_kinds = Array(std::move(entity_kinds_));
}

Alias AliasConditions::alias_of(const GazetteerRow& row, EntityId entity) {
    Alias alias{.entity = entity, .case_policy = rows_.case_of(row)};
    if (!row.language.empty()) alias.language = languages_.intern(row.language);
    alias.is_common = rows_.is_common(row) ? 1 : 0;
    alias.is_derived = rows_.is_derived(row) ? 1 : 0;
    alias.needs_full_form = row.needs == full_form ? 1 : 0;
    const auto needs = alias.needs_full_form != 0 ? std::string_view() : row.needs;
    if (needs.empty() && row.excludes.empty()) return alias;
    add_words(row, needs);
    add_words(row, row.excludes);
    alias.condition = static_cast<std::uint32_t>(begins_.size() / 2);
    return alias;
}

void AliasConditions::add_words(const GazetteerRow& row, std::string_view list) {
    for (const auto& word : rows_.words_of(row, list)) words_.push(word);
    begins_.push_back(static_cast<std::uint32_t>(words_.size()));
}

void AliasConditions::finish(GazetteerColumns& columns) && {
    columns.languages = std::move(languages_).finish().finish();
    columns.condition_words = std::move(words_).finish();
    columns.condition_begins = Array(std::move(begins_));
}

}  // namespace wortfeld::entity

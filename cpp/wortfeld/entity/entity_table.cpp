#include "wortfeld/entity/gazetteer_compiler.hpp"

#include <utility>

namespace wortfeld::entity {
namespace {

constexpr EntityId nobody{0xFFFFFFFF};

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
    batch_ids_.clear();
    batch_names_.clear();
    for (auto at = begin; at < end; ++at) {
        const auto row = rows_.at(at);
        batch_ids_.text() += row.id;
        batch_ids_.end_string();
        batch_names_.text() += row.entity;
        batch_names_.end_string();
    }
    batch_ids_.intern(given_ids_);
    batch_names_.intern(called_);
    of_given_ids_.resize(given_ids_.size(), nobody);
    of_names_.resize(called_.size(), nobody);
}

EntityId EntityTable::add(std::size_t at, const GazetteerRow& row) {
    const auto called = batch_names_.number(at);
    return row.id.empty() ? add_named(called, row)
                          : add_with_id(batch_ids_.number(at), called, row);
}

EntityId EntityTable::add_named(std::uint32_t called, const GazetteerRow& row) {
    const auto known = of_names_[called];
    if (known == nobody) return add_new(called, row);
    const auto has_id = !ids_.text(number(known)).empty();
    if (has_id || kinds_.text(entity_kinds_[number(known)]) != row.kind) refuse_name(row);
    return known;
}

EntityId EntityTable::add_with_id(std::uint32_t id, std::uint32_t called, const GazetteerRow& row) {
    auto& known = of_given_ids_[id];
    if (known == nobody) {
        const auto namesake = of_names_[called];
        if (namesake != nobody && ids_.text(number(namesake)).empty()) refuse_name(row);
        known = add_new(called, row);
    }
    require_same(row, known);
    return known;
}

void EntityTable::refuse_name(const GazetteerRow& row) const {
    rows_.refuse(
        row,
        "two entities are called '" + std::string(row.entity) + "'; give every row of both an id");
}

EntityId EntityTable::add_new(std::uint32_t called, const GazetteerRow& row) {
    const auto added = id_at<EntityId>(entity_kinds_.size());
    if (of_names_[called] == nobody) of_names_[called] = added;
    names_.push(row.entity);
    ids_.push(row.id);
    entity_kinds_.push_back(kinds_.intern(row.kind));
    return added;
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
    alias.case_origin = rows_.case_origin_of(row);
    alias.role = rows_.role_of(row);
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

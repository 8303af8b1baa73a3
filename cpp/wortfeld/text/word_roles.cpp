#include "wortfeld/text/word_roles.hpp"

#include "wortfeld/text/folded.hpp"
#include "wortfeld/text/language.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <utility>

namespace wortfeld::text {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 10> categories = {{
    {"abbreviation", Role::abbreviation},
    {"title", Role::title},
    {"month", Role::month},
    {"month_short", Role::month_short},
    {"ordinal_before", Role::ordinal_before},
    {"ordinal_noun", Role::ordinal_noun},
    {"sentence_start", Role::sentence_start},
    {"loud_name", Role::loud_name},
    {"timestamp_word", Role::timestamp_word},
    {"byline", Role::byline},
}};

// Folding makes one byte of the three of a full-width letter; nothing shrinks more.
constexpr std::size_t most_shrinkage = 4;

std::optional<Role> role_of(std::string_view category) {
    for (const auto& [name, role] : categories) {
        if (name == category) return role;
    }
    return std::nullopt;
}

/// FNV-1a; forms are short.
std::size_t hash_of(std::string_view form) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : form) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001B3U;
    }
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

}  // namespace

WordRoles::WordRoles(std::span<const LanguageRow> rows) {
    const auto has_role = [](const LanguageRow& row) { return role_of(row.category).has_value(); };
    const auto count = std::count_if(rows.begin(), rows.end(), has_role);
    slots_.resize(std::bit_ceil(2 * static_cast<std::size_t>(count) + 2));
    for (const auto& row : rows) {
        const auto role = role_of(row.category);
        if (!role) continue;
        const bool is_ending = *role == Role::abbreviation && row.form.starts_with('-');
        if (is_ending) endings_.push_back(&row);
        // "geschrieben von" begins with a word of its own.
        const auto size = *role == Role::byline ? row.form.find(' ') : std::string_view::npos;
        add(row.form.substr(0, size), *role, row);
    }
}

std::size_t WordRoles::slot_of(std::string_view folded) const noexcept {
    const auto mask = slots_.size() - 1;
    auto slot = hash_of(folded) & mask;
    while (!slots_[slot].form.empty() && slots_[slot].form != folded) slot = (slot + 1) & mask;
    return slot;
}

void WordRoles::add(std::string_view form, Role role, const LanguageRow& row) {
    if (form.empty()) return;
    auto& slot = slots_[slot_of(form)];
    slot.form = form;
    const auto bit = static_cast<std::uint16_t>(role);
    if (role == Role::abbreviation && slot.roles.abbreviation == nullptr) {
        slot.roles.abbreviation = &row;
    }
    const bool better_month = role == Role::month && !slot.roles.has(Role::month);
    if (better_month || (role == Role::month_short && slot.roles.month == nullptr)) {
        slot.roles.month = &row;
    }
    slot.roles.set |= bit;
    all_.set |= bit;
    longest_ = std::max(longest_, form.size());
}

Roles WordRoles::of(std::string_view surface) const {
    if (surface.size() > longest_ * most_shrinkage) return {};
    return of_folded(Folded(surface).view());
}

Roles WordRoles::of_folded(std::string_view folded) const noexcept {
    if (folded.empty() || folded.size() > longest_) return {};
    return slots_[slot_of(folded)].roles;
}

}  // namespace wortfeld::text

// Which names stand near an amount or a date; who did what with it is not said.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::analysis {

/// How much of the text two mentions share at least; the smaller the nearer. A clause is a stretch
/// of a sentence between commas, semicolons, colons, dashes, brackets, quotes, question and
/// exclamation marks; a comma between two names and a full stop inside a sentence end none.
enum class Scope : std::uint8_t { clause, sentence, paragraph };
std::string_view name_of(Scope scope) noexcept;
/// The scope of that name; `Error{bad_argument}` for any other.
Scope scope_named(std::string_view name);

struct NearbyOptions {
    std::vector<std::string> kinds = {};            ///< of quantities; empty: all
    Scope within = Scope::paragraph;                ///< the widest scope
    std::uint32_t reach = 200;                      ///< the largest distance
    std::optional<std::size_t> top = std::nullopt;  ///< names for an amount, at most
    corpus::ZoneSet zones = corpus::ZoneSet::counted();
};

/// An entity near an amount: its nearest mention. The distance is the number of words between them
/// and 1.
struct NearbyName {
    std::size_t mention = 0;
    Scope scope = Scope::paragraph;
    std::uint32_t distance = 0;
};

/// A quantity and what stands around it; mentions are numbers in `Mentions::all()`.
struct Amount {
    std::size_t mention = 0;
    std::vector<std::size_t> conversions;   ///< said again behind it in other units
    std::optional<std::size_t> later_date;  ///< beside it, up to a semicolon: the first to come
    ByteSpan clause;
    std::vector<NearbyName> names;  ///< by scope, distance, place
};

/// The quantities of the kinds and zones in order, each with the entities near it. Conversions in
/// brackets, between dashes and behind "umgerechnet" are no amounts of their own.
std::vector<Amount> find_nearby(const entity::Mentions& mentions,
                                const NearbyOptions& options,
                                Job& job);

/// A row an amount: as written and as read, names, scopes and distances joined by " | ".
Columns nearby_table(const entity::Mentions& mentions, std::span<const Amount> amounts);
/// A row an amount and name: row (of the other table, from 0), name, name_kind, scope, distance,
/// name_start, name_end.
Columns nearby_names_table(const entity::Mentions& mentions, std::span<const Amount> amounts);

}  // namespace wortfeld::analysis

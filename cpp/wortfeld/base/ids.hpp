// Ids are types of their own, so that a term is never taken for a document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace wortfeld {

enum class DocumentId : std::uint32_t {};
/// A distinct surface form, numbered by first appearance in document order.
enum class TermId : std::uint32_t {};
/// A distinct value of a layer, numbered by first appearance in document order.
enum class ValueId : std::uint32_t {};
/// A thing in the world, numbered by its row in the gazetteer.
enum class EntityId : std::uint32_t {};

template <typename Id>
concept IdType = std::is_enum_v<Id> && std::is_same_v<std::underlying_type_t<Id>, std::uint32_t>;

template <IdType Id>
constexpr std::size_t number(Id id) noexcept {
    return static_cast<std::size_t>(id);
}

template <IdType Id>
constexpr Id id_at(std::size_t position) noexcept {
    return static_cast<Id>(position);
}

template <IdType Id>
inline constexpr Id no_id = static_cast<Id>(std::numeric_limits<std::uint32_t>::max());

}  // namespace wortfeld

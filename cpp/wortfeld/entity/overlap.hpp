// Which of the mentions that overlap stay.
#pragma once

#include "wortfeld/entity/mentions.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace wortfeld::entity {

/// Positions of the mentions that stay, by document and start: of those of level 0 that overlap the
/// leftmost, then the longest, then the first; of those above it with one span the first. With
/// `first_count` that many are of one origin and the others of another one: what the origin that
/// comes first has on one span stays together.
[[nodiscard]] std::vector<std::size_t> leftmost_longest(std::span<const Mention> mentions,
                                                        std::optional<std::size_t> first_count);

}  // namespace wortfeld::entity

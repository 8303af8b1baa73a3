#include "wortfeld/entity/alias_tree.hpp"

#include <algorithm>
#include <utility>

namespace wortfeld::entity {
namespace {

constexpr unsigned step_shift = 32;

constexpr std::uint32_t step_in(std::uint64_t key) noexcept {
    return static_cast<std::uint32_t>(key >> step_shift);
}
constexpr std::uint32_t alias_in(std::uint64_t key) noexcept {
    return static_cast<std::uint32_t>(key);
}

}  // namespace

AliasTree::AliasTree(AliasTreeColumns columns)
    : columns_(std::move(columns)),
      nodes_(columns_.nodes.all()),
      steps_(columns_.steps.all()),
      aliases_(columns_.aliases.all()),
      starts_(columns_.starts.all()) {}

std::uint32_t AliasTree::child(std::uint32_t node, Gap gap, AtomId atom) const noexcept {
    if (node == root) return start(atom);
    const auto wanted = step_of(gap, atom);
    const auto steps = steps_from(node);
    const auto found = std::lower_bound(steps.begin(), steps.end(), wanted);
    if (found == steps.end() || *found != wanted) return nowhere;
    return nodes_[node].first_child + static_cast<std::uint32_t>(found - steps.begin());
}

AliasTreeBuilder::AliasTreeBuilder(const AliasSteps& aliases) : input_(aliases) {
    auto level = first_level();
    for (std::size_t depth = 0; !level.groups.empty(); ++depth) {
        level = next_level(std::move(level), depth);
    }
    nodes_.push_back({.first_alias = static_cast<std::uint32_t>(aliases_.size())});
    begin_children(steps_.size());
}

AliasTreeBuilder::Level AliasTreeBuilder::first_level() const {
    Level level;
    level.keys.reserve(input_.size());
    for (std::size_t alias = 0; alias < input_.size(); ++alias) {
        const std::uint64_t step = input_.steps[input_.begins[alias]];
        level.keys.push_back(step << step_shift | alias);
    }
    if (!level.keys.empty()) level.groups.push_back({AliasTree::root, 0, level.keys.size()});
    return level;
}

AliasTreeBuilder::Level AliasTreeBuilder::next_level(Level level, std::size_t depth) {
    Level next;
    for (const auto& group : level.groups) {
        begin_children(group.parent);
        const auto keys = std::span(level.keys).subspan(group.begin, group.end - group.begin);
        std::sort(keys.begin(), keys.end());
        for (std::size_t begin = 0; begin < keys.size();) {
            auto end = begin + 1;
            while (end < keys.size() && step_in(keys[end]) == step_in(keys[begin])) ++end;
            add_node(keys.subspan(begin, end - begin), depth, next);
            begin = end;
        }
    }
    return next;
}

void AliasTreeBuilder::begin_children(std::size_t node) {
    while (with_children_ <= node) {
        nodes_[with_children_++].first_child = static_cast<std::uint32_t>(steps_.size());
    }
}

void AliasTreeBuilder::add_node(std::span<const std::uint64_t> keys,
                                std::size_t depth,
                                Level& next) {
    const auto node = static_cast<std::uint32_t>(steps_.size());
    const auto first_key = next.keys.size();
    steps_.push_back(step_in(keys.front()));
    nodes_.push_back({.first_alias = static_cast<std::uint32_t>(aliases_.size())});
    for (const auto key : keys) {
        const auto alias = alias_in(key);
        const auto at = input_.begins[alias] + depth + 1;
        if (at == input_.begins[std::size_t{alias} + 1]) {
            aliases_.push_back(alias);
        } else {
            next.keys.push_back(std::uint64_t{input_.steps[at]} << step_shift | alias);
        }
    }
    if (next.keys.size() > first_key) {
        next.groups.push_back({.parent = node, .begin = first_key, .end = next.keys.size()});
    }
}

void AliasTreeBuilder::renumber(std::span<const std::uint32_t> renumbered) {
    std::size_t kept = 0;
    std::size_t begin = 0;
    for (std::size_t node = 0; node + 1 < nodes_.size(); ++node) {
        const auto end = std::size_t{nodes_[node + 1].first_alias};
        for (auto at = begin; at < end; ++at) {
            const auto alias = renumbered[aliases_[at]];
            if (alias != dropped) aliases_[kept++] = alias;
        }
        nodes_[node + 1].first_alias = static_cast<std::uint32_t>(kept);
        begin = end;
    }
    aliases_.resize(kept);
}

AliasTreeColumns AliasTreeBuilder::finish(std::span<const std::uint32_t> renumbered,
                                          std::size_t atom_count) && {
    renumber(renumbered);
    std::vector<std::uint32_t> starts(atom_count, AliasTree::nowhere);
    for (auto node = nodes_[0].first_child; node < nodes_[1].first_child; ++node) {
        starts[steps_[node]] = node;
    }
    return {.nodes = Array(std::move(nodes_)),
            .steps = Array(std::move(steps_)),
            .aliases = Array(std::move(aliases_)),
            .starts = Array(std::move(starts))};
}

}  // namespace wortfeld::entity

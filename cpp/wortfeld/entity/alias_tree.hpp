// The tree of all aliases in flat arrays: a node is reached by a sequence of gaps and atoms.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/entity/atoms.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::entity {

/// A distinct folded atom among all aliases.
enum class AtomId : std::uint32_t {};

/// An atom with the gap before it as one number, which takes the two highest bits.
constexpr unsigned gap_shift = 30;
constexpr std::uint32_t step_of(Gap gap, AtomId atom) noexcept {
    return static_cast<std::uint32_t>(gap) << gap_shift | static_cast<std::uint32_t>(atom);
}
constexpr AtomId atom_of(std::uint32_t step) noexcept {
    return AtomId{step & ((std::uint32_t{1} << gap_shift) - 1)};
}
/// So many atoms can be told apart.
inline constexpr std::size_t atom_limit = std::size_t{1} << gap_shift;

/// Where the children of a node begin, and in `aliases` those that end at it; both go on to where
/// those of the next node begin.
struct AliasNode {
    std::uint32_t first_child = 0;
    std::uint32_t first_alias = 0;
};

/// What the tree consists of. Nodes are numbered level by level, the children of a node one after
/// the other by their steps; the root is node 0, so 0 is nobody's child.
struct AliasTreeColumns {
    Array<AliasNode> nodes;        ///< and one behind the last
    Array<std::uint32_t> steps;    ///< that leads to each node; 0 for the root
    Array<std::uint32_t> aliases;  ///< numbers of those that end at a node, ascending
    Array<std::uint32_t> starts;   ///< by atom: the root's child, or 0
};

/// Immutable; safe to read from many threads.
class AliasTree {
  public:
    static constexpr std::uint32_t root = 0;
    static constexpr std::uint32_t nowhere = 0;

    /// Of columns that are sound.
    explicit AliasTree(AliasTreeColumns columns);

    /// The node that an alias beginning with this atom passes, or `nowhere`.
    [[nodiscard]] std::uint32_t start(AtomId atom) const noexcept {
        return starts_[static_cast<std::uint32_t>(atom)];
    }
    /// The node behind that gap and atom, or `nowhere`.
    [[nodiscard]] std::uint32_t child(std::uint32_t node, Gap gap, AtomId atom) const noexcept;
    [[nodiscard]] bool has_children(std::uint32_t node) const noexcept {
        return nodes_[node].first_child != nodes_[node + 1].first_child;
    }
    /// The steps that lead on from there, ascending.
    [[nodiscard]] std::span<const std::uint32_t> steps_from(std::uint32_t node) const noexcept {
        const auto begin = nodes_[node].first_child;
        return steps_.subspan(begin, nodes_[node + 1].first_child - begin);
    }
    /// The node that the first of them leads to; the others have the next numbers.
    [[nodiscard]] std::uint32_t first_child(std::uint32_t node) const noexcept {
        return nodes_[node].first_child;
    }
    /// Whether that holds of every alias that ends there or further on.
    template <typename Holds>
    [[nodiscard]] bool all_from(std::uint32_t node, const Holds& holds) const {
        const auto aliases = aliases_at(node);
        if (!std::all_of(aliases.begin(), aliases.end(), holds)) return false;
        for (auto at = nodes_[node].first_child; at < nodes_[node + 1].first_child; ++at) {
            if (!all_from(at, holds)) return false;
        }
        return true;
    }
    /// Numbers of the aliases that end there, ascending.
    [[nodiscard]] std::span<const std::uint32_t> aliases_at(std::uint32_t node) const noexcept {
        const auto begin = nodes_[node].first_alias;
        return aliases_.subspan(begin, nodes_[node + 1].first_alias - begin);
    }
    [[nodiscard]] std::size_t node_count() const noexcept { return steps_.size(); }
    [[nodiscard]] const AliasTreeColumns& columns() const noexcept { return columns_; }

  private:
    AliasTreeColumns columns_;
    // Views of all of it: values in a file are verified once, not at every step.
    std::span<const AliasNode> nodes_;
    std::span<const std::uint32_t> steps_;
    std::span<const std::uint32_t> aliases_;
    std::span<const std::uint32_t> starts_;
};

/// The steps of each alias, end to end: those of alias i are [begins[i], begins[i + 1]).
struct AliasSteps {
    std::vector<std::uint32_t> steps;
    std::vector<std::uint64_t> begins{0};

    [[nodiscard]] std::size_t size() const noexcept { return begins.size() - 1; }
};

/// Sorts aliases into a tree, level by level.
class AliasTreeBuilder {
  public:
    /// Every alias has at least one step.
    explicit AliasTreeBuilder(const AliasSteps& aliases);

    /// Calls `look(aliases)` for each node at which two or more aliases end, ascending.
    template <typename Look>
    void for_each_shared(Look look) const {
        for (std::size_t node = 0; node + 1 < nodes_.size(); ++node) {
            const auto begin = nodes_[node].first_alias;
            const auto count = nodes_[node + 1].first_alias - begin;
            if (count > 1) look(std::span(aliases_).subspan(begin, count));
        }
    }
    /// The tree with `renumbered[i]` for the number of alias i, without those that are `dropped`.
    [[nodiscard]] AliasTreeColumns finish(std::span<const std::uint32_t> renumbered,
                                          std::size_t atom_count) &&;
    static constexpr std::uint32_t dropped = 0xFFFFFFFF;

  private:
    /// Aliases that go on behind a node: some of the keys.
    struct Group {
        std::uint32_t parent = 0;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Level {
        std::vector<std::uint64_t> keys;  ///< next step << 32 | alias
        std::vector<Group> groups;        ///< by parent
    };

    [[nodiscard]] Level first_level() const;
    [[nodiscard]] Level next_level(Level level, std::size_t depth);
    void add_node(std::span<const std::uint64_t> keys, std::size_t depth, Level& next);
    /// Children of the nodes before that one begin here, if they have any.
    void begin_children(std::size_t node);
    void renumber(std::span<const std::uint32_t> renumbered);

    const AliasSteps& input_;
    std::vector<AliasNode> nodes_{{}};
    std::vector<std::uint32_t> steps_{0};
    std::vector<std::uint32_t> aliases_;
    std::size_t with_children_ = 0;  ///< nodes whose first child is known
};

}  // namespace wortfeld::entity

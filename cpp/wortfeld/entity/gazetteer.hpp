// Things in the world with their names, compiled for matching. Immutable.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/case_policy.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::entity {

/// A distinct folded atom among all aliases.
enum class AtomId : std::uint32_t {};

struct Entity {
    std::string name;
    std::string kind;
    std::string id;  ///< as given (Wikidata, LEI, ...), or empty
};

struct Alias {
    EntityId entity{};
    std::string text;
    std::vector<std::string> atoms;  ///< as written
    CasePolicy case_policy = CasePolicy::fold;
    bool needs_full_form = false;            ///< counts only beside a name that needs nothing
    std::vector<std::string> needs = {};     ///< folded words, one of which the document must hold
    std::vector<std::string> excludes = {};  ///< folded words that must not stand in the sentence
    std::string language = {};               ///< only in documents of this language, or empty
};

/// A row that was accepted with a remark.
struct RowWarning {
    std::uint64_t row = 0;
    std::string message;
};

class Gazetteer {
  public:
    /// Rows with the text columns entity, kind, alias, id, case, needs, excludes, language and the
    /// integer column row (for messages). `Error{bad_input}` names the row; `source` the file.
    static Gazetteer compile(const Columns& rows, const std::string& source);

    [[nodiscard]] std::span<const Entity> entities() const noexcept { return entities_; }
    [[nodiscard]] const Entity& entity(EntityId id) const { return entities_[number(id)]; }
    [[nodiscard]] std::span<const Alias> aliases() const noexcept { return aliases_; }
    [[nodiscard]] std::span<const RowWarning> warnings() const noexcept { return warnings_; }

    /// The id of a folded atom, if any alias has it.
    [[nodiscard]] std::optional<AtomId> find_atom(std::string_view folded) const {
        const auto found = atoms_.find(folded);
        if (!found) return std::nullopt;
        return AtomId{*found};
    }

    /// The tree of aliases: a node is reached by a sequence of gaps and atoms.
    static constexpr std::uint32_t root = 0;
    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t node,
                                                     Gap gap,
                                                     AtomId atom) const;
    /// Numbers of the aliases that end at a node.
    [[nodiscard]] std::span<const std::uint32_t> aliases_at(std::uint32_t node) const {
        return ends_[node];
    }

  private:
    class Compiler;
    void insert(std::uint32_t alias, std::span<const Atom> atoms, std::string_view text);

    std::vector<Entity> entities_;
    std::vector<Alias> aliases_;
    std::vector<RowWarning> warnings_;
    corpus::Interner atoms_;  ///< `AtomId` by folded atom
    std::unordered_map<std::uint64_t, std::uint32_t> children_;
    std::vector<std::vector<std::uint32_t>> ends_{1};
};

/// The atoms of an alias with the gaps between its words; spans are bytes of `text`.
std::vector<Atom> atoms_of_name(std::string_view text);

/// Hyphens join the words of a name; dashes do not.
bool is_hyphen(std::string_view token) noexcept;

}  // namespace wortfeld::entity

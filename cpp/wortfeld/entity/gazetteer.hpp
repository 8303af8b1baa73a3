// Things in the world with their names, compiled for matching: flat arrays that never change.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/lazy.hpp"
#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/corpus/strings.hpp"
#include "wortfeld/entity/alias_tree.hpp"
#include "wortfeld/entity/case_policy.hpp"
#include "wortfeld/entity/listed_names.hpp"
#include "wortfeld/text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// What is known of an entity; views into the gazetteer.
struct Entity {
    std::string_view name;
    std::string_view kind;
    std::string_view id;  ///< as given (Wikidata, LEI, ...), or empty
};

/// What kind of word an alias is.
enum class AliasRole : std::uint8_t {
    name,
    derived,  ///< a word derived from the name (`deutsch`)
    noun      ///< a common noun, with a plural
};

/// One name of an entity; its text and its words are asked from the gazetteer.
struct Alias {
    EntityId entity{};
    std::uint32_t language = 0;   ///< number among the languages; 0: any
    std::uint32_t condition = 0;  ///< number among the lists of context words; 0: none
    CasePolicy case_policy = CasePolicy::fold;
    std::uint8_t needs_full_form = 0;  ///< 1: counts only beside a name that needs nothing
    AliasRole role = AliasRole::name;
    CaseOrigin case_origin = CaseOrigin::rule;
};

/// A row that was accepted with a remark.
struct RowWarning {
    std::uint64_t row = 0;
    std::string message;
};

/// What a gazetteer consists of: all that a file must hold.
struct GazetteerColumns {
    corpus::Strings texts;  ///< of the aliases, as written
    Array<Alias> aliases;
    corpus::Strings languages;                   ///< the first is empty
    corpus::Strings condition_words;             ///< folded
    Array<std::uint32_t> condition_begins = {};  ///< two a condition: of what it needs, excludes
    corpus::Strings names;                       ///< of the entities
    corpus::Strings ids;                         ///< of the entities
    corpus::Strings kinds;                       ///< distinct
    Array<std::uint32_t> entity_kinds = {};      ///< of the entities
    corpus::Strings atoms;                       ///< by `AtomId`
    AliasTreeColumns tree = {};
    corpus::Strings warnings;
    Array<std::uint64_t> warning_rows = {};
};

/// Safe to read from many threads.
class Gazetteer {
  public:
    /// Rows with the text columns entity, kind, alias, id, case, needs, excludes, language, role
    /// and the integer column row (for messages). `Error{bad_input}` names the row; `source` the
    /// file.
    static Gazetteer compile(const Columns& rows, const std::string& source);
    /// Of columns that are sound.
    explicit Gazetteer(GazetteerColumns columns);

    [[nodiscard]] std::size_t entity_count() const noexcept { return columns_.names.size(); }
    [[nodiscard]] Entity entity(EntityId id) const {
        const auto at = number(id);
        return {.name = columns_.names.text(at),
                .kind = columns_.kinds.text(columns_.entity_kinds.at(at)),
                .id = columns_.ids.text(at)};
    }

    [[nodiscard]] std::span<const Alias> aliases() const noexcept { return aliases_; }
    [[nodiscard]] const Alias& alias(std::uint32_t number) const { return aliases_[number]; }
    /// The alias as written in the gazetteer.
    [[nodiscard]] std::string_view text(std::uint32_t alias) const {
        return columns_.texts.text(alias);
    }
    /// The only language in whose documents it counts; empty: in all.
    [[nodiscard]] std::string_view language(const Alias& alias) const {
        return columns_.languages.text(alias.language);
    }
    /// Whether the alias counts in documents of that language; null: it is not known.
    [[nodiscard]] bool counts_in(const Alias& alias, const text::Language* language) const;
    /// Folded words, one of which the document must hold; none: it needs nothing.
    [[nodiscard]] std::vector<std::string_view> needs(const Alias& alias) const {
        return words(alias, 0);
    }
    /// Folded words that must not stand in the sentence.
    [[nodiscard]] std::vector<std::string_view> excludes(const Alias& alias) const {
        return words(alias, 1);
    }

    /// All that `explain` tells of how the alias counts.
    [[nodiscard]] AliasPolicies policies(std::uint32_t alias) const;

    [[nodiscard]] const AliasTree& tree() const noexcept { return tree_; }
    /// Whether an alias is a common noun; looked up at the first call.
    [[nodiscard]] bool has_nouns() const { return has_nouns_.get(); }
    /// The folded atoms of all aliases, numbered by `AtomId`; made at the first call.
    [[nodiscard]] const corpus::Interner& atoms() const { return atoms_.get(); }

    [[nodiscard]] std::vector<RowWarning> warnings() const;
    /// Sixteen hexadecimal digits over everything that decides what is found.
    [[nodiscard]] std::string fingerprint() const;
    [[nodiscard]] const GazetteerColumns& columns() const noexcept { return columns_; }

  private:
    [[nodiscard]] std::vector<std::string_view> words(const Alias& alias, std::size_t list) const;

    GazetteerColumns columns_;
    std::span<const Alias> aliases_;
    AliasTree tree_;
    Lazy<corpus::Interner> atoms_;
    Lazy<bool> has_nouns_;
};

}  // namespace wortfeld::entity

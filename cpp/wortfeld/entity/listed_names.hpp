// Entities and their names apart from any gazetteer: those of given, opened and edited mentions.
#pragma once

#include "wortfeld/base/ids.hpp"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// What is known of an entity, wherever it lies.
struct NamedEntity {
    std::string_view name;
    std::string_view kind;
    std::string_view id;  ///< as given (Wikidata, LEI, ...), or empty
};

/// How a gazetteer says that an alias counts, as people read it.
struct AliasPolicies {
    std::string letter_case;  ///< `exact` or `fold`; empty: no gazetteer found it
    std::string needs;        ///< `full_form`, or words joined by vertical bars, or empty
    std::string excludes;     ///< words joined by vertical bars, or empty
    std::string language;     ///< or empty
    friend auto operator<=>(const AliasPolicies&, const AliasPolicies&) = default;
};

/// Entities and their names, numbered by first appearance.
struct ListedNames {
    struct Listed {
        std::string name;
        std::string kind;
        std::string id;
    };
    struct Name {
        EntityId entity{};
        std::string text;
        AliasPolicies policies;
    };
    std::vector<Listed> entities;
    std::vector<Name> names;  ///< what `Mention::alias` counts
};

}  // namespace wortfeld::entity

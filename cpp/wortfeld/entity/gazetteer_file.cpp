#include "wortfeld/entity/gazetteer_file.hpp"

#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/corpus/store_sections.hpp"
#include "wortfeld/text/version.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

using corpus::add_strings;
using corpus::read_strings;

/// An alias has at most so many characters, so no way through the tree is longer.
constexpr std::size_t most_levels = 1000;

FileVersions gazetteer_versions() {
    return {.kind = "gazetteer",
            .rules = std::string(text::rules_version),
            .unicode = std::string(text::unicode_version())};
}

/// What the numbers in an alias must be below.
struct SoundAliases {
    std::uint64_t entities = 0;
    std::uint64_t languages = 0;
    std::uint64_t conditions = 0;
};

SectionCheck check_of(std::span<const Alias> aliases, SoundAliases check) {
    return [aliases, check](std::size_t begin, std::size_t end) -> std::optional<std::string> {
        for (auto i = begin; i < end; ++i) {
            const auto& alias = aliases[i];
            const auto is_sound =
                number(alias.entity) < check.entities && alias.language < check.languages &&
                alias.condition <= check.conditions && alias.case_policy <= CasePolicy::fold &&
                alias.needs_full_form <= 1 && alias.role <= AliasRole::noun &&
                alias.case_origin <= CaseOrigin::given;
            if (!is_sound) return "holds alias " + std::to_string(i) + ", which cannot be one";
        }
        return std::nullopt;
    };
}

/// Children lie behind their parent, and nothing begins before what lies before it.
struct SoundNodes {
    std::uint64_t aliases = 0;
};

SectionCheck check_of(std::span<const AliasNode> nodes, SoundNodes check) {
    return [nodes, check](std::size_t begin, std::size_t end) -> std::optional<std::string> {
        for (auto i = begin; i < end; ++i) {
            const auto& node = nodes[i];
            const auto& before = nodes[i == 0 ? 0 : i - 1];
            const auto is_last = i + 1 == nodes.size();
            const auto is_sound =
                node.first_child >= before.first_child &&
                node.first_child + std::size_t{is_last} > i && node.first_child < nodes.size() &&
                node.first_alias >= before.first_alias && node.first_alias <= check.aliases;
            if (!is_sound) return "holds node " + std::to_string(i) + ", which cannot be one";
        }
        return std::nullopt;
    };
}

/// Siblings in the order of their steps, and no way that is longer than an alias.
void require_sound_tree(const SectionReader& file, const AliasTreeColumns& tree) {
    const auto nodes = tree.nodes.all();
    const auto steps = tree.steps.all();
    for (std::size_t node = 0; node < steps.size(); ++node) {
        for (auto at = nodes[node].first_child; at + 1 < nodes[node + 1].first_child; ++at) {
            if (steps[at] >= steps[std::size_t{at} + 1]) {
                file.refuse("tree.steps", "has siblings that are not in order");
            }
        }
    }
    std::size_t begin = 0;
    std::size_t end = 1;
    for (std::size_t level = 0; begin < end; ++level) {
        if (level > most_levels) file.refuse("tree.nodes", "has more levels than an alias has");
        begin = nodes[begin].first_child;
        end = nodes[end].first_child;
    }
    for (const auto start : tree.starts.all()) {
        if (start >= nodes[1].first_child) file.refuse("tree.starts", "leads past the first words");
    }
}

AliasTreeColumns read_tree(SectionReader& file, std::size_t alias_count, std::size_t atom_count) {
    AliasTreeColumns tree;
    tree.aliases = file.array<std::uint32_t>("tree.aliases", Below{alias_count});
    tree.nodes = file.array<AliasNode>("tree.nodes", SoundNodes{tree.aliases.size()});
    if (tree.nodes.size() < 2) file.refuse("tree.nodes", "has no root");
    if (tree.nodes.at(0).first_child != 1) file.refuse("tree.nodes", "has nodes before all others");
    tree.steps = file.array_of<std::uint32_t>(tree.nodes.size() - 1, "tree.steps");
    tree.starts = file.array_of<std::uint32_t>(atom_count, "tree.starts", Below{tree.steps.size()});
    require_sound_tree(file, tree);
    return tree;
}

GazetteerColumns read_columns(SectionReader& file) {
    GazetteerColumns columns;
    columns.texts = read_strings(file, "texts");
    columns.languages = read_strings(file, "languages");
    columns.condition_words = read_strings(file, "condition_words");
    columns.condition_begins =
        file.array<std::uint32_t>("condition_begins", Dividing{columns.condition_words.size()});
    columns.names = read_strings(file, "names");
    columns.ids = read_strings(file, "ids");
    columns.kinds = read_strings(file, "kinds");
    if (columns.ids.size() != columns.names.size()) file.refuse("ids.begins", "has another size");
    columns.entity_kinds = file.array_of<std::uint32_t>(
        columns.names.size(), "entity_kinds", Below{columns.kinds.size()});
    columns.aliases =
        file.array_of<Alias>(columns.texts.size(),
                             "aliases",
                             SoundAliases{.entities = columns.names.size(),
                                          .languages = columns.languages.size(),
                                          .conditions = columns.condition_begins.size() / 2});
    columns.atoms = read_strings(file, "atoms");
    columns.tree = read_tree(file, columns.aliases.size(), columns.atoms.size());
    columns.warnings = read_strings(file, "warnings");
    columns.warning_rows = file.array_of<std::uint64_t>(columns.warnings.size(), "warning_rows");
    return columns;
}

}  // namespace

SectionWriter gazetteer_file(const Gazetteer& gazetteer,
                             const Columns& rows,
                             const std::string& source) {
    const auto& columns = gazetteer.columns();
    SectionWriter file(gazetteer_versions());
    add_strings(file, "texts", columns.texts);
    add_strings(file, "languages", columns.languages);
    add_strings(file, "condition_words", columns.condition_words);
    file.add("condition_begins", columns.condition_begins);
    add_strings(file, "names", columns.names);
    add_strings(file, "ids", columns.ids);
    add_strings(file, "kinds", columns.kinds);
    file.add("entity_kinds", columns.entity_kinds);
    file.add("aliases", columns.aliases);
    add_strings(file, "atoms", columns.atoms);
    file.add("tree.aliases", columns.tree.aliases);
    file.add("tree.nodes", columns.tree.nodes);
    file.add("tree.steps", columns.tree.steps);
    file.add("tree.starts", columns.tree.starts);
    add_strings(file, "warnings", columns.warnings);
    file.add("warning_rows", columns.warning_rows);
    file.add("source", std::vector<char>(source.begin(), source.end()));
    corpus::add_columns(file, "rows", rows);
    return file;
}

StoredGazetteer open_gazetteer(const std::shared_ptr<const FileBytes>& file) {
    SectionReader reader(file, gazetteer_versions());
    auto columns = read_columns(reader);
    const auto source = reader.array<char>("source", WellFormed{});
    // Views are taken of all of it, so all of it is looked at now.
    reader.verify();
    const auto name = source.all();
    StoredGazetteer stored{.gazetteer = std::make_shared<const Gazetteer>(std::move(columns)),
                           .rows = corpus::StoredColumns(reader, "rows"),
                           .source = std::string(name.begin(), name.end())};
    reader.require_all_taken();
    return stored;
}

}  // namespace wortfeld::entity

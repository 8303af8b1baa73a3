#include "wortfeld/entity/gazetteer_compiler.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace wortfeld::entity {
namespace {

constexpr std::size_t rows_per_batch = 2048;
/// Every mention of a shared name is looked at once for each of its entities.
constexpr std::size_t most_entities_of_a_name = 1000;

/// The atoms of an alias one after the other: what it is, whatever stands between them.
std::string letters_of(std::string_view alias) {
    AtomList list;
    list.add(alias);
    list.split();
    std::string letters;
    for (const auto& atom : list.atoms(0)) letters.append(slice(alias, atom.span)) += '\n';
    return letters;
}

bool is_number(std::string_view alias) {
    return std::all_of(alias.begin(), alias.end(), [](char byte) {
        return (byte >= '0' && byte <= '9') || byte == '.' || byte == ',' || byte == ' ';
    });
}

}  // namespace

Gazetteer Gazetteer::compile(const Columns& rows, const std::string& source) {
    const GazetteerRows checked(rows, source);
    return GazetteerCompiler(checked).compile();
}

Gazetteer GazetteerCompiler::compile() && {
    aliases_.reserve(rows_.size());
    for (std::size_t begin = 0; begin < rows_.size(); begin += rows_per_batch) {
        add_rows(begin, std::min(begin + rows_per_batch, rows_.size()));
    }
    AliasTreeBuilder tree(steps_);
    is_repeated_.resize(rows_.size());
    tree.for_each_shared([&](std::span<const std::uint32_t> shared) { drop_repeated(shared); });
    GazetteerColumns columns;
    const auto renumbered = keep(columns);
    columns.tree = std::move(tree).finish(renumbered, atoms_.size());
    finish_warnings(columns);
    std::move(entities_).finish(columns);
    std::move(conditions_).finish(columns);
    columns.atoms = std::move(atoms_).finish().finish();
    return Gazetteer(std::move(columns));
}

void GazetteerCompiler::add_rows(std::size_t begin, std::size_t end) {
    batch_.clear();
    for (auto row = begin; row < end; ++row) batch_.add(rows_.alias(row));
    batch_.split();
    entities_.read(begin, end);
    folded_.clear();
    gaps_.clear();
    for (auto at = begin; at < end; ++at) {
        const auto row = rows_.at(at);
        rows_.check(row);
        if (!batch_.has_word(at - begin)) {
            rows_.refuse(row, "the alias '" + std::string(row.alias) + "' has no word in it");
        }
        aliases_.push_back(conditions_.alias_of(row, entities_.add(at - begin, row)));
        remark_doubtful(at, row.alias);
        for (const auto& atom : batch_.atoms(at - begin)) {
            text::fold_into(slice(row.alias, atom.span), folded_.text());
            folded_.end_string();
            gaps_.push_back(static_cast<std::uint32_t>(atom.before));
        }
        steps_.begins.push_back(steps_.begins.back() + batch_.atoms(at - begin).size());
    }
    add_steps();
}

void GazetteerCompiler::add_steps() {
    folded_.intern(atoms_);
    if (atoms_.size() > atom_limit) {
        throw Error(ErrorKind::memory_limit,
                    "a gazetteer can have " + std::to_string(atom_limit) +
                        " different words; this one has more");
    }
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
        const AtomId atom{folded_.number(i)};
        steps_.steps.push_back(step_of(static_cast<Gap>(gaps_[i]), atom));
    }
}

void GazetteerCompiler::remark(std::size_t row, const std::string& what) {
    const auto given = rows_.at(row);
    warnings_.push_back({.row = given.number,
                         .message = "alias '" + std::string(given.alias) + "' of '" +
                                    std::string(given.entity) + "' " + what});
}

void GazetteerCompiler::remark_doubtful(std::size_t row, std::string_view alias) {
    std::size_t position = 0;
    utf8::next(alias, position);
    if (position == alias.size()) {
        remark(row, "is a single character, which may stand for many things");
    } else if (is_number(alias)) {
        remark(row, "is a number: such numbers in a text become this name");
    }
}

/// What two rows of one alias and entity say differently, or nothing.
std::string GazetteerCompiler::contradiction(std::uint32_t alias, std::uint32_t known) const {
    const auto row = rows_.at(alias);
    const auto first = rows_.at(known);
    const auto& one = aliases_[alias];
    const auto& other = aliases_[known];
    const auto differ = [&](std::string_view column, std::string_view a, std::string_view b) {
        return std::string(column) + " is '" + std::string(a) + "', but '" + std::string(b) +
               "' in row " + std::to_string(first.number);
    };
    const auto is_common = [](const Alias& of) {
        return of.case_origin == CaseOrigin::common_word;
    };
    if (one.case_policy != other.case_policy || is_common(one) != is_common(other)) {
        return differ("case", row.case_policy, first.case_policy);
    }
    if (one.role != other.role) return differ("role", row.role, first.role);
    if (row.needs != first.needs) return differ("needs", row.needs, first.needs);
    if (row.excludes != first.excludes) return differ("excludes", row.excludes, first.excludes);
    return {};
}

/// Whether an alias says what an earlier row of its entity has said. Refuses one that says
/// something else of documents of which both speak.
bool GazetteerCompiler::is_repeated(std::uint32_t alias, std::uint32_t known) {
    const auto row = rows_.at(alias);
    const auto language = aliases_[alias].language;
    const auto first_language = aliases_[known].language;
    if (language != first_language && language != 0 && first_language != 0) return false;
    if (const auto what = contradiction(alias, known); !what.empty()) {
        rows_.refuse(row,
                     "two rows say different things of the alias '" + std::string(row.alias) +
                         "' of '" + std::string(row.entity) + "': " + what +
                         "; keep one of them, or give each a language of its own");
    }
    if (language != first_language && first_language != 0) return false;
    remark(alias, "stands twice, first in row " + std::to_string(rows_.at(known).number));
    return true;
}

/// Refuses a name that more entities share than any mention can be weighed among.
void GazetteerCompiler::require_few_entities(std::span<const std::uint32_t> aliases) const {
    if (aliases.size() <= most_entities_of_a_name) return;
    std::unordered_set<EntityId> entities;
    for (const auto alias : aliases) {
        entities.insert(aliases_[alias].entity);
        if (entities.size() <= most_entities_of_a_name) continue;
        const auto row = rows_.at(alias);
        rows_.refuse(row,
                     "more than " + std::to_string(most_entities_of_a_name) +
                         " entities share the alias '" + std::string(row.alias) +
                         "', which then tells nothing; leave it out or write longer names");
    }
}

/// Of aliases with one way through the tree: remarks on one that its entity or another has already.
void GazetteerCompiler::drop_repeated(std::span<const std::uint32_t> aliases) {
    require_few_entities(aliases);
    std::unordered_map<std::string, std::uint32_t> first_rows;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> of_entity;  ///< letters, entity
    for (const auto alias : aliases) {
        const auto [first, is_first] = first_rows.emplace(letters_of(rows_.alias(alias)), alias);
        constexpr unsigned letters_shift = 32;
        const auto key =
            std::uint64_t{first->second} << letters_shift | number(aliases_[alias].entity);
        auto& known = of_entity[key];
        const auto repeats = std::any_of(known.begin(), known.end(), [&](std::uint32_t earlier) {
            return is_repeated(alias, earlier);
        });
        if (repeats) {
            is_repeated_[alias] = 1;
            continue;
        }
        if (!is_first && known.empty()) {
            const auto owner = entities_.name(aliases_[first->second].entity);
            remark(alias,
                   "is also one of '" + std::string(owner) +
                       "': the document decides, and where it does not, the row that comes first");
        }
        known.push_back(alias);
    }
}

std::vector<std::uint32_t> GazetteerCompiler::keep(GazetteerColumns& columns) {
    std::vector<std::uint32_t> renumbered(rows_.size(), AliasTreeBuilder::dropped);
    corpus::GrowingStrings texts;
    std::uint32_t kept = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (is_repeated_[row] != 0) continue;
        texts.push(rows_.alias(row));
        aliases_[kept] = aliases_[row];
        renumbered[row] = kept++;
    }
    aliases_.resize(kept);
    columns.texts = std::move(texts).finish();
    columns.aliases = Array(std::move(aliases_));
    return renumbered;
}

void GazetteerCompiler::finish_warnings(GazetteerColumns& columns) {
    std::stable_sort(warnings_.begin(),
                     warnings_.end(),
                     [](const RowWarning& a, const RowWarning& b) { return a.row < b.row; });
    corpus::GrowingStrings messages;
    std::vector<std::uint64_t> rows;
    for (const auto& warning : warnings_) {
        messages.push(warning.message);
        rows.push_back(warning.row);
    }
    columns.warnings = std::move(messages).finish();
    columns.warning_rows = Array(std::move(rows));
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/gazetteer.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/token.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace wortfeld::entity {
namespace {

constexpr std::size_t longest_alias = 1000;  ///< code points
constexpr std::array<std::string_view, 4> quantity_kinds{"money", "percent", "number", "date"};

/// One row of the source, with what is needed to complain about it.
struct Row {
    std::string_view entity;
    std::string_view kind;
    std::string_view alias;
    std::string_view id;
    std::string_view case_policy;
    std::string_view needs;
    std::string_view excludes;
    std::string_view language;
    std::uint64_t number;
};

Row row_at(const Columns& rows, std::size_t at) {
    const auto text = [&](std::string_view name) { return rows.column(name).text(at); };
    return {.entity = text("entity"),
            .kind = text("kind"),
            .alias = text("alias"),
            .id = text("id"),
            .case_policy = text("case"),
            .needs = text("needs"),
            .excludes = text("excludes"),
            .language = text("language"),
            .number = static_cast<std::uint64_t>(rows.column("row").int64s()[at])};
}

std::string_view trimmed(std::string_view text) {
    const auto begin = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// The parts of a list between vertical bars, without the empty ones.
std::vector<std::string_view> listed(std::string_view list) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const auto end = std::min(list.find('|'), list.size());
        if (const auto part = trimmed(list.substr(0, end)); !part.empty()) parts.push_back(part);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

std::vector<std::string> folded(const std::vector<std::string_view>& words) {
    std::vector<std::string> values;
    for (const auto word : words) values.push_back(text::fold(word));
    return values;
}

/// What is looked for token by token has to be one.
bool is_one_token(std::string_view word) {
    std::vector<text::Token> tokens;
    text::segment_words(word, tokens);
    return tokens.size() == 1 && tokens.front().span.size() == word.size();
}

/// An atom of a word that starts at `begin`, with what stands before the word.
Atom placed(Atom atom, std::uint32_t begin, Gap before_word) {
    if (atom.span.begin == 0) atom.before = before_word;
    atom.span.begin += begin;
    atom.span.end += begin;
    return atom;
}

std::uint64_t edge(std::uint32_t node, Gap gap, AtomId atom) {
    // An atom id stays far below 2^30, so the gap fits above it.
    return (std::uint64_t{node} << 32U) | (static_cast<std::uint64_t>(gap) << 30U) | number(atom);
}

}  // namespace

bool is_hyphen(std::string_view token) noexcept {
    return token == "-" || token == "\xE2\x80\x90" || token == "\xE2\x80\x91";
}

std::vector<Atom> atoms_of_name(std::string_view text) {
    std::vector<text::Token> tokens;
    text::segment_words(text, tokens);
    std::vector<Atom> all;
    std::uint32_t last_end = 0;
    for (const auto& token : tokens) {
        const auto word = slice(text, token.span);
        if (is_hyphen(word)) continue;
        const auto joins = all.empty() || token.span.begin == last_end;
        for (const auto& atom : atoms_of(word)) {
            all.push_back(placed(atom, token.span.begin, joins ? Gap::none : Gap::open));
        }
        last_end = token.span.end;
    }
    return all;
}

/// Reads the rows one by one and fills the gazetteer.
class Gazetteer::Compiler {
  public:
    Compiler(Gazetteer& gazetteer, const std::string& source)
        : gazetteer_(gazetteer), source_(source) {}

    void add(const Row& row) {
        check(row);
        auto atoms = atoms_of_name(row.alias);
        Alias alias{.entity = entity_of(row), .text = std::string(row.alias), .atoms = {}};
        std::string key;
        for (const auto& atom : atoms) {
            alias.atoms.emplace_back(slice(row.alias, atom.span));
            key += alias.atoms.back() + '\n';
        }
        if (!is_news(row, alias, key)) return;
        alias.case_policy = case_of(row);
        alias.needs_full_form = row.needs == "full_form";
        if (!alias.needs_full_form) alias.needs = words_of(row, row.needs);
        alias.excludes = words_of(row, row.excludes);
        alias.language = row.language;
        gazetteer_.aliases_.push_back(std::move(alias));
        gazetteer_.insert(
            static_cast<std::uint32_t>(gazetteer_.aliases_.size() - 1), atoms, row.alias);
    }

  private:
    /// Whether the row adds a name; remarks on one that its entity or another has already.
    bool is_news(const Row& row, const Alias& alias, const std::string& key) {
        const auto [known, is_new] = rows_.emplace(std::pair(alias.entity, key), row.number);
        if (!is_new) {
            remark(row, "stands twice, first in row " + std::to_string(known->second));
            return false;
        }
        const auto [owner, is_first] = owners_.emplace(key, alias.entity);
        if (!is_first) {
            const auto& other = gazetteer_.entities_[number(owner->second)];
            remark(row, "is also one of '" + other.name + "', whose row comes first and wins");
        }
        return true;
    }

    void remark(const Row& row, const std::string& what) {
        gazetteer_.warnings_.push_back({row.number,
                                        "alias '" + std::string(row.alias) + "' of '" +
                                            std::string(row.entity) + "' " + what});
    }

    [[noreturn]] void refuse(const Row& row, const std::string& what) const {
        throw Error(ErrorKind::bad_input,
                    source_ + ", row " + std::to_string(row.number) + ": " + what,
                    {.source = source_, .line = row.number});
    }

    void check(const Row& row) const {
        if (row.entity.empty()) refuse(row, "the entity is empty");
        if (row.kind.empty()) refuse(row, "the kind of '" + std::string(row.entity) + "' is empty");
        if (row.alias.empty()) {
            refuse(row, "the alias of '" + std::string(row.entity) + "' is empty");
        }
        if (const auto size = utf8::length(row.alias); size > longest_alias) {
            refuse(row,
                   "an alias of '" + std::string(row.entity) + "' has " + std::to_string(size) +
                       " characters; at most " + std::to_string(longest_alias) + " are allowed");
        }
        if (std::find(quantity_kinds.begin(), quantity_kinds.end(), row.kind) !=
            quantity_kinds.end()) {
            refuse(row, "the kind '" + std::string(row.kind) + "' is kept for quantities");
        }
        if (atoms_of_name(row.alias).empty()) {
            refuse(row, "the alias '" + std::string(row.alias) + "' has no word in it");
        }
        if (!row.language.empty() && !text::is_well_formed_code(row.language)) {
            refuse(row, "'" + std::string(row.language) + "' is no language code");
        }
    }

    /// The folded words of a list; names of several words cannot be looked for yet.
    [[nodiscard]] std::vector<std::string> words_of(const Row& row, std::string_view list) const {
        const auto words = listed(list);
        for (const auto word : words) {
            if (is_one_token(word)) continue;
            refuse(row,
                   "'" + std::string(word) +
                       "' in needs or excludes is not one word; separate words by '|'");
        }
        return folded(words);
    }

    [[nodiscard]] CasePolicy case_of(const Row& row) const {
        if (row.case_policy.empty() || row.case_policy == "auto") {
            return automatic_case(row.alias, row.language);
        }
        if (row.case_policy == "exact") return CasePolicy::exact;
        if (row.case_policy == "fold") return CasePolicy::fold;
        refuse(row, "case must be auto, exact or fold, not '" + std::string(row.case_policy) + "'");
    }

    /// The entity of a row: its id is the key, else its name and kind.
    EntityId entity_of(const Row& row) {
        const auto key = row.id.empty()
                             ? std::tuple(std::string(row.entity), std::string(row.kind), false)
                             : std::tuple(std::string(row.id), std::string(), true);
        const auto next = id_at<EntityId>(gazetteer_.entities_.size());
        const auto [known, is_new] = entities_.emplace(key, next);
        if (is_new) {
            refuse_ambiguous(row);
            gazetteer_.entities_.push_back({.name = std::string(row.entity),
                                            .kind = std::string(row.kind),
                                            .id = std::string(row.id)});
            return next;
        }
        const auto& entity = gazetteer_.entities_[number(known->second)];
        if (entity.name != row.entity || entity.kind != row.kind) {
            refuse(row,
                   "id '" + std::string(row.id) + "' belongs to '" + entity.name + "' (" +
                       entity.kind + "), not to '" + std::string(row.entity) + "' (" +
                       std::string(row.kind) + ")");
        }
        return known->second;
    }

    /// Two entities of one name are told apart by their ids, so both need one.
    void refuse_ambiguous(const Row& row) {
        const auto has_id = !row.id.empty();
        const auto [known, is_new] = all_have_ids_.emplace(row.entity, has_id);
        if (is_new || (known->second && has_id)) return;
        refuse(row,
               "two entities are called '" + std::string(row.entity) +
                   "'; give every row of both an id");
    }

    Gazetteer& gazetteer_;
    const std::string& source_;
    std::map<std::pair<EntityId, std::string>, std::uint64_t> rows_;  ///< of entity and atoms
    std::map<std::string, EntityId> owners_;                          ///< of atoms, the first
    std::map<std::tuple<std::string, std::string, bool>, EntityId> entities_;
    std::map<std::string, bool, std::less<>> all_have_ids_;  ///< by name
};

Gazetteer Gazetteer::compile(const Columns& rows, const std::string& source) {
    Gazetteer gazetteer;
    Compiler compiler(gazetteer, source);
    for (std::size_t row = 0; row < rows.rows(); ++row) compiler.add(row_at(rows, row));
    return gazetteer;
}

std::optional<std::uint32_t> Gazetteer::child(std::uint32_t node, Gap gap, AtomId atom) const {
    const auto found = children_.find(edge(node, gap, atom));
    if (found == children_.end()) return std::nullopt;
    return found->second;
}

void Gazetteer::insert(std::uint32_t alias, std::span<const Atom> atoms, std::string_view text) {
    auto node = root;
    for (const auto& atom : atoms) {
        const AtomId id{atoms_.intern(text::fold(slice(text, atom.span)))};
        const auto next = static_cast<std::uint32_t>(ends_.size());
        const auto [at, is_new] = children_.emplace(edge(node, atom.before, id), next);
        if (is_new) ends_.emplace_back();
        node = at->second;
    }
    ends_[node].push_back(alias);
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/gazetteer.hpp"

#include "wortfeld/base/hash.hpp"
#include "wortfeld/entity/gazetteer_rows.hpp"

#include <algorithm>
#include <utility>

namespace wortfeld::entity {
namespace {

/// The lists of context words that a condition has: what it needs and what it excludes.
constexpr std::size_t lists_per_condition = 2;

corpus::Interner interned(const corpus::Strings& strings) {
    corpus::Interner interner;
    for (std::size_t i = 0; i < strings.size(); ++i) interner.intern(strings.text(i));
    return interner;
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string all;
    for (const auto word : words) {
        if (!all.empty()) all += '|';
        all += word;
    }
    return all;
}

template <typename T>
std::uint64_t mixed(const Array<T>& values, std::uint64_t state) {
    const auto bytes = std::as_bytes(values.all());
    return hash_bytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, state);
}

std::uint64_t mixed(const corpus::Strings& strings, std::uint64_t state) {
    return mixed(strings.begins, mixed(strings.bytes, state));
}

bool have_nouns(std::span<const Alias> aliases) {
    return std::any_of(aliases.begin(), aliases.end(), [](const Alias& alias) {
        return alias.role == AliasRole::noun;
    });
}

}  // namespace

Gazetteer::Gazetteer(GazetteerColumns columns)
    : columns_(std::move(columns)),
      aliases_(columns_.aliases.all()),
      tree_(columns_.tree),
      atoms_([atoms = columns_.atoms] { return interned(atoms); }),
      has_nouns_([aliases = columns_.aliases] { return have_nouns(aliases.all()); }) {}

std::vector<std::string_view> Gazetteer::words(const Alias& alias, std::size_t list) const {
    std::vector<std::string_view> words;
    if (alias.condition == 0) return words;
    const auto at = (std::size_t{alias.condition} - 1) * lists_per_condition + list;
    const auto ends = columns_.condition_begins.slice(at, 2);
    for (auto word = ends[0]; word < ends[1]; ++word) {
        words.push_back(columns_.condition_words.text(word));
    }
    return words;
}

std::vector<RowWarning> Gazetteer::warnings() const {
    std::vector<RowWarning> warnings;
    for (std::size_t i = 0; i < columns_.warnings.size(); ++i) {
        warnings.push_back({.row = columns_.warning_rows.at(i),
                            .message = std::string(columns_.warnings.text(i))});
    }
    return warnings;
}

bool Gazetteer::counts_in(const Alias& alias, const text::Language* language) const {
    return alias.language == 0 || language == nullptr ||
           text::language(this->language(alias)).code() == language->code();
}

std::string Gazetteer::fingerprint() const {
    auto state = hash_salt;
    for (const auto* const strings : {&columns_.texts,
                                      &columns_.languages,
                                      &columns_.condition_words,
                                      &columns_.names,
                                      &columns_.ids,
                                      &columns_.kinds}) {
        state = mixed(*strings, state);
    }
    state = mixed(columns_.aliases, state);
    state = mixed(columns_.condition_begins, state);
    return fingerprint_digits(mixed(columns_.entity_kinds, state));
}

AliasPolicies Gazetteer::policies(std::uint32_t alias) const {
    const auto& known = aliases_[alias];
    auto needed = needs(known);
    if (known.needs_full_form != 0) needed.insert(needed.begin(), full_form);
    return {.letter_case = known.case_policy == CasePolicy::exact ? "exact" : "fold",
            .needs = joined(needed),
            .excludes = joined(excludes(known)),
            .language = std::string(language(known))};
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/context_filter.hpp"

#include <algorithm>
#include <unordered_set>

namespace wortfeld::entity {
namespace {

template <typename Keep>
void drop(std::vector<Candidate>& names, Excluded& excluded, const std::string& reason, Keep keep) {
    const auto dropped = std::erase_if(names, [&](const Candidate& name) { return !keep(name); });
    if (dropped > 0) excluded[reason] += dropped;
}

/// Whether any of the names depends on what stands around it.
bool asks_for_anything(const Gazetteer& gazetteer, std::span<const Candidate> names) {
    return std::any_of(names.begin(), names.end(), [&](const Candidate& name) {
        const auto& alias = gazetteer.alias(name.alias);
        return alias.condition != 0 || alias.needs_full_form != 0;
    });
}

}  // namespace

template <typename Visit>
void Context::for_each(TokenSpan tokens, Visit visit) const {
    const auto terms = corpus_.document(id_).terms();
    const auto& layer = corpus_.layer(corpus::folded_layer);
    const auto& folded = layer.in(id_);
    for (auto token = tokens.begin; token < tokens.end; ++token) {
        visit(layer.text(folded.at(number(terms[token]))));
    }
}

bool Context::holds_any(TokenSpan tokens, const std::vector<std::string_view>& words) const {
    auto found = false;
    for_each(tokens, [&](std::string_view word) {
        found = found || std::find(words.begin(), words.end(), word) != words.end();
    });
    return found;
}

std::size_t Context::count(const std::vector<std::string_view>& words) {
    if (words.empty()) return 0;
    if (words_.empty()) {
        const auto all = corpus_.document(id_).token_count();
        for_each({0, all}, [&](std::string_view word) { words_.insert(word); });
    }
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [&](std::string_view word) { return words_.contains(word); }));
}

void filter_by_context(const ResolverInput& input,
                       Context& context,
                       std::vector<Candidate>& names,
                       Excluded& excluded) {
    if (!asks_for_anything(input.gazetteer, names)) return;
    const auto document = input.corpus.document(input.id);
    const auto alias_of = [&](const Candidate& name) -> const Alias& {
        return input.gazetteer.alias(name.alias);
    };
    drop(names, excluded, "needs_words", [&](const Candidate& name) {
        const auto words = input.gazetteer.needs(alias_of(name));
        return words.empty() || context.count(words) > 0;
    });
    drop(names, excluded, "excluded_by_words", [&](const Candidate& name) {
        const auto words = input.gazetteer.excludes(alias_of(name));
        if (words.empty()) return true;
        return !context.holds_any(document.sentence_tokens(name.sentence), words);
    });
    if (input.policies.short_forms == ShortForms::always) return;
    std::unordered_set<EntityId> full_forms;
    for (const auto& name : names) {
        if (alias_of(name).needs_full_form == 0) full_forms.insert(alias_of(name).entity);
    }
    drop(names, excluded, "needs_full_form", [&](const Candidate& name) {
        const auto& alias = alias_of(name);
        return alias.needs_full_form == 0 || full_forms.contains(alias.entity);
    });
}

}  // namespace wortfeld::entity

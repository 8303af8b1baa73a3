// Drops the candidates whose alias asks for words or full forms that are not there.
#pragma once

#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/policies.hpp"
#include "wortfeld/entity/resolver.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace wortfeld::entity {

/// The folded words of one document, for the aliases that ask for context. Nothing is folded before
/// one does.
class Context {
  public:
    explicit Context(const ResolverInput& input) : corpus_(input.corpus), id_(input.id) {}

    /// Whether one of the words stands in the tokens.
    [[nodiscard]] bool holds_any(TokenSpan tokens,
                                 const std::vector<std::string_view>& words) const;
    /// How many of the words the document has.
    [[nodiscard]] std::size_t count(const std::vector<std::string_view>& words);

  private:
    /// Calls `visit(word)` for each of the tokens.
    template <typename Visit>
    void for_each(TokenSpan tokens, Visit visit) const;

    const corpus::Corpus& corpus_;
    DocumentId id_;
    std::unordered_set<std::string_view> words_;  ///< of the document, once they are asked for
};

/// Keeps the candidates whose needed words stand in the document, whose excluded words do not stand
/// in the sentence, and short forms beside a full form (`ShortForms::document`); counts the others.
void filter_by_context(const ResolverInput& input,
                       Context& context,
                       std::vector<Candidate>& names,
                       Excluded& excluded);

}  // namespace wortfeld::entity

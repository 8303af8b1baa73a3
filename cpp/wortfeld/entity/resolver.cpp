#include "wortfeld/entity/resolver.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace wortfeld::entity {
namespace {

/// The folded words of a stretch of tokens, for the aliases that ask for context.
class Context {
  public:
    explicit Context(const ResolverInput& input)
        : terms_(input.corpus.document(input.id).terms()),
          layer_(input.corpus.layer(corpus::folded_layer)),
          folded_(layer_.in(input.id)) {}

    /// Whether one of the words stands in the tokens.
    [[nodiscard]] bool holds(TokenSpan tokens, const std::vector<std::string>& words) const {
        for (auto token = tokens.begin; token < tokens.end; ++token) {
            const auto value = layer_.text(folded_.at(number(terms_[token])));
            if (std::find(words.begin(), words.end(), value) != words.end()) return true;
        }
        return false;
    }

  private:
    std::span<const TermId> terms_;
    const corpus::Layer& layer_;
    const Array<ValueId>& folded_;
};

/// Decides by context words and full forms which candidates of a document may count.
class ContextFilter {
  public:
    explicit ContextFilter(const ResolverInput& input)
        : gazetteer_(input.gazetteer),
          document_(input.corpus.document(input.id)),
          sentences_(input.sentences),
          context_(input) {}

    void apply(std::vector<Candidate>& names, Resolution& resolution) {
        drop(names, resolution, "needs_words", [&](const Candidate& name) {
            const auto& words = alias_of(name).needs;
            return words.empty() || context_.holds({0, document_.token_count()}, words);
        });
        drop(names, resolution, "excluded_by_words", [&](const Candidate& name) {
            const auto& words = alias_of(name).excludes;
            if (words.empty()) return true;
            const auto sentence = document_.sentence_of_token(name.token);
            return !context_.holds(sentences_[sentence].tokens, words);
        });
        std::set<EntityId> full_forms;
        for (const auto& name : names) {
            if (!alias_of(name).needs_full_form) full_forms.insert(alias_of(name).entity);
        }
        drop(names, resolution, "needs_full_form", [&](const Candidate& name) {
            const auto& alias = alias_of(name);
            return !alias.needs_full_form || full_forms.contains(alias.entity);
        });
    }

  private:
    [[nodiscard]] const Alias& alias_of(const Candidate& name) const {
        return gazetteer_.aliases()[name.alias];
    }

    template <typename Keep>
    static void drop(std::vector<Candidate>& names,
                     Resolution& resolution,
                     const std::string& reason,
                     Keep keep) {
        const auto dropped =
            std::erase_if(names, [&](const Candidate& name) { return !keep(name); });
        if (dropped > 0) resolution.excluded[reason] += dropped;
    }

    const Gazetteer& gazetteer_;
    corpus::Document document_;
    std::span<const text::Sentence> sentences_;
    Context context_;
};

/// Leftmost, longest, names before quantities, first row of the gazetteer: a total order.
auto rank(const Mention& mention) {
    return std::tuple(mention.span.begin, ~mention.span.end, mention.alias, mention.quantity);
}

}  // namespace

Resolution resolve(const ResolverInput& input,
                   std::vector<Candidate> names,
                   std::span<const quantity::Quantity> quantities) {
    Resolution resolution;
    ContextFilter(input).apply(names, resolution);
    std::vector<Mention> candidates;
    for (const auto& name : names) {
        candidates.push_back({.document = input.id, .span = name.span, .alias = name.alias});
    }
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        candidates.push_back({.document = input.id,
                              .span = quantities[i].span,
                              .quantity = static_cast<std::uint32_t>(i)});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Mention& a, const Mention& b) {
        return rank(a) < rank(b);
    });
    std::uint32_t free_from = 0;
    std::size_t sentence = 0;
    for (auto& candidate : candidates) {
        if (candidate.span.begin < free_from) {
            ++resolution.excluded["overlap"];
            continue;
        }
        free_from = candidate.span.end;
        while (input.sentences[sentence].span.end <= candidate.span.begin) ++sentence;
        candidate.sentence = static_cast<std::uint32_t>(sentence);
        resolution.mentions.push_back(candidate);
    }
    return resolution;
}

}  // namespace wortfeld::entity

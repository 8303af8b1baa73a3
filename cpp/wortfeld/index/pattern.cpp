#include "wortfeld/index/pattern.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/corpus/search.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/token.hpp"

#include <algorithm>

namespace wortfeld::index {
namespace {

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
    throw Error(ErrorKind::bad_argument,
                "pattern '" + std::string(text) + "' " + why +
                    "; a pattern is one word, or the beginning of one and a star, like 'Markt*'");
}

}  // namespace

Pattern parse_pattern(std::string_view text) {
    const auto is_prefix = text.ends_with('*');
    const auto word = is_prefix ? text.substr(0, text.size() - 1) : text;
    if (word.empty()) refuse(text, is_prefix ? "has nothing before the star" : "is empty");
    std::vector<text::Token> tokens;
    text::segment_words(word, tokens);
    if (tokens.size() != 1 || tokens.front().span.size() != word.size()) {
        refuse(text, "is not one token but " + std::to_string(tokens.size()));
    }
    return {.word = std::string(word), .is_prefix = is_prefix};
}

std::vector<TermId> matching_terms(const corpus::Corpus& corpus,
                                   const Pattern& pattern,
                                   std::size_t group) {
    const auto& layer = corpus.layer(corpus::folded_layer);
    const auto folded = text::fold(pattern.word, text::fold_rules(layer.groups.languages[group]));
    const auto matches = [&](std::string_view value) {
        return pattern.is_prefix ? value.starts_with(folded) : value == folded;
    };
    const auto& values = layer.of_group(group);
    const auto value_of = [&](TermId term) { return layer.text(values.at(number(term))); };
    std::vector<TermId> terms;
    const auto& order = layer.terms_by_value;
    if (order.empty() || group > 0) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto term = id_at<TermId>(i);
            if (matches(value_of(term))) terms.push_back(term);
        }
        return terms;
    }
    const auto first = corpus::first_place(
        order.size(), [&](std::size_t at) { return value_of(order.at(at)) >= folded; });
    for (auto at = first; at < order.size() && matches(value_of(order.at(at))); ++at) {
        terms.push_back(order.at(at));
    }
    std::sort(terms.begin(), terms.end());
    return terms;
}

}  // namespace wortfeld::index

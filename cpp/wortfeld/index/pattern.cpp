#include "wortfeld/index/pattern.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/token.hpp"

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
    return {.folded = text::fold(word), .is_prefix = is_prefix};
}

std::vector<TermId> matching_terms(const corpus::Corpus& corpus, const Pattern& pattern) {
    const auto& layer = corpus.layer(corpus::folded_layer);
    std::vector<bool> matches(layer.values.size());
    for (std::size_t value = 0; value < matches.size(); ++value) {
        const auto form = layer.values.text(id_at<ValueId>(value));
        matches[value] =
            pattern.is_prefix ? form.starts_with(pattern.folded) : form == pattern.folded;
    }
    std::vector<TermId> terms;
    for (std::size_t term = 0; term < layer.value_of_term.size(); ++term) {
        if (matches[number(layer.value_of_term[term])]) {
            terms.push_back(id_at<TermId>(term));
        }
    }
    return terms;
}

}  // namespace wortfeld::index

#include "wortfeld/entity/document_words.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/resolver.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

namespace wortfeld::entity {

bool begins_upper(std::string_view written) {
    std::size_t position = 0;
    return !written.empty() && text::is_upper_case(utf8::next(written, position));
}

bool has_capital_nouns(const text::Language& language) {
    const auto* const nouns = language.find("writing", "nouns");
    return nouns != nullptr && nouns->value == "capital";
}

DocumentWords::DocumentWords(const ResolverInput& input)
    : corpus_(input.corpus),
      document_(input.corpus.document(input.id)),
      terms_(document_.terms()),
      language_(text::language(document_.language())) {}

std::string_view DocumentWords::word(std::size_t token) const {
    return corpus_.vocabulary().text(terms_[token]);
}

bool DocumentWords::is_word(std::size_t token) const {
    return text::is_word(corpus_.kind(terms_[token]));
}

bool DocumentWords::is_number(std::size_t token) const {
    return corpus_.kind(terms_[token]) == text::TokenKind::number;
}

bool DocumentWords::is_attached(std::size_t token) const {
    return document_.is_attached(static_cast<std::uint32_t>(token));
}

bool DocumentWords::is_before_hyphen(std::size_t token) const {
    const auto next = token + 1;
    return next < size() && is_attached(next) && is_hyphen(word(next));
}

bool DocumentWords::is_listed(std::string_view category, std::size_t token) const {
    return language_.find(category, text::fold(word(token))) != nullptr;
}

TokenSpan DocumentWords::sentence(std::uint32_t number) const {
    return document_.sentence_tokens(number);
}

}  // namespace wortfeld::entity

// The words that statistics count, one after another.
#pragma once

#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/zone_set.hpp"

#include <cstdint>

namespace wortfeld::corpus {

/// Calls `visit(sentence, token)` for each token of the document in these zones: the numbers of its
/// sentence and of itself in the document.
template <typename Visit>
void for_each_token(const Document& document, ZoneSet zones, Visit visit) {
    const auto sentences = document.sentence_count();
    for (std::uint32_t s = 0; s < sentences; ++s) {
        if (!zones.contains(document.sentence_zone(s))) continue;
        const auto tokens = document.sentence_tokens(s);
        for (auto token = tokens.begin; token < tokens.end; ++token) visit(s, token);
    }
}

/// The same for each word.
template <typename Visit>
void for_each_word(const Corpus& corpus, const Document& document, ZoneSet zones, Visit visit) {
    const auto terms = document.terms();
    for_each_token(document, zones, [&](std::uint32_t s, std::uint32_t token) {
        if (text::is_word(corpus.kind(terms[token]))) visit(s, token);
    });
}

}  // namespace wortfeld::corpus

// The words that statistics count, one after another.
#pragma once

#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/zone_set.hpp"

#include <cstdint>

namespace wortfeld::corpus {

/// Calls `visit(sentence, position)` for each word of the document in these zones: the number of
/// its sentence in the document and its position in the corpus.
template <typename Visit>
void for_each_word(const Corpus& corpus, const Document& document, ZoneSet zones, Visit visit) {
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const auto& sentence = document.sentences[s];
        if (!zones.contains(sentence.zone)) continue;
        for (auto token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const auto position = document.first_token + token;
            if (text::is_word(corpus.kind(corpus.terms()[position]))) visit(s, position);
        }
    }
}

}  // namespace wortfeld::corpus

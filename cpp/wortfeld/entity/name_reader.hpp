// Stretches of a document that may be names, each with what speaks for it where it stands.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/entity/word_traits.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wortfeld::entity {

/// What a place says about a name that stands there.
enum class Sign : std::uint8_t {
    start,        ///< first in its sentence: the capital says nothing
    article,      ///< right behind an article
    title,        ///< behind a title: Präsident X
    saying,       ///< beside a verb of saying
    apposition,   ///< X, der Gründer von Y
    genitive,     ///< Xs Rede, without an article
    preposition,  ///< in X, without an article
    part,         ///< X-Chef
    capital,      ///< within a sentence of a language that writes nouns small
    cut           ///< behind a capitalised word that may belong to it: Harvard | Business School
};
inline constexpr std::size_t sign_count = 10;

/// One place.
struct NameOccurrence {
    std::string name;  ///< words joined by single spaces, without a genitive's `'s`
    ByteSpan span;
    TokenSpan tokens;
    std::vector<Sign> signs;
};

/// Finds sequences of words that look like names: capitals, with first names, initials and the
/// connectors of persons' names; never across sentences, never within a quantity.
class NameReader {
  public:
    NameReader(const Mentions& mentions, const WordTraits& traits, corpus::ZoneSet zones)
        : mentions_(mentions), traits_(traits), zones_(zones) {}

    /// Those of one document in order, except those that lie within a name the mentions know.
    [[nodiscard]] std::vector<NameOccurrence> read(DocumentId id,
                                                   const corpus::DecodedDocument& decoded) const;

  private:
    class Sentence;
    [[nodiscard]] std::span<const Mention> mentions_of(DocumentId id) const;

    const Mentions& mentions_;
    const WordTraits& traits_;
    corpus::ZoneSet zones_;
};

}  // namespace wortfeld::entity

// One sentence as a search for names sees it: what each token is and what stands between tokens.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/entity/word_traits.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace wortfeld::entity {

/// The words of a stretch, joined by single spaces where there is white space.
std::string normalised(std::string_view text);

/// Tokens are counted from the document's first; everything asked about must outlive it.
class NameSentence {
  public:
    static constexpr std::uint32_t nowhere = ~0U;
    static constexpr unsigned most_doubt = 1;  ///< of a word in a name

    struct Place {
        const corpus::Document& document;
        const corpus::DecodedDocument& decoded;
        std::span<const Mention> mentions;  ///< those of the sentence
        TokenSpan tokens;
    };

    NameSentence(const Mentions& mentions, const WordTraits& traits, const Place& place)
        : mentions_(mentions), traits_(traits), place_(place), terms_(place.document.terms()) {}

    [[nodiscard]] std::uint32_t begin() const { return place_.tokens.begin; }
    [[nodiscard]] std::uint32_t end() const { return place_.tokens.end; }
    [[nodiscard]] bool has(std::uint32_t token) const { return token < end(); }

    [[nodiscard]] const WordTraits& traits() const { return traits_; }
    [[nodiscard]] const WordTrait& trait(std::uint32_t token) const {
        return traits_.of(terms_[token]);
    }
    [[nodiscard]] ByteSpan span(std::uint32_t token) const {
        return place_.decoded.tokens[token].span;
    }
    [[nodiscard]] std::string_view text(ByteSpan span) const {
        return slice(place_.document.text(), span);
    }
    [[nodiscard]] std::string_view surface(std::uint32_t token) const { return text(span(token)); }
    [[nodiscard]] std::string_view language() const { return place_.document.language(); }

    /// Whether there is such a token and it is that mark.
    [[nodiscard]] bool is(std::uint32_t token, std::string_view mark) const {
        return has(token) && surface(token) == mark;
    }
    /// Whether nothing stands before it, or nothing but white space.
    [[nodiscard]] bool is_tight(std::uint32_t token) const;
    [[nodiscard]] bool is_spaced(std::uint32_t token) const;
    /// Whether its capital may be due to its place: first, or behind a colon or quotation mark.
    [[nodiscard]] bool is_start(std::uint32_t token) const;
    /// A word with a capital that is no part of a quantity.
    [[nodiscard]] bool is_capital(std::uint32_t token) const;
    /// The last legal form of the firm whose name begins there (`Muster Bau GmbH & Co KG`), or
    /// `nowhere`. Only the word before a legal form may be any noun.
    [[nodiscard]] std::uint32_t end_of_firm(std::uint32_t token) const;
    [[nodiscard]] bool is_legal_form(std::uint32_t token) const {
        return is_capital(token) && trait(token).cues.has(Cue::legal_form);
    }
    /// Whether a mention of a name, or of a quantity, covers the span.
    [[nodiscard]] bool is_covered(ByteSpan span, bool by_name) const;

  private:
    [[nodiscard]] bool begins_firm(std::uint32_t token) const;

    const Mentions& mentions_;
    const WordTraits& traits_;
    Place place_;
    std::span<const TermId> terms_;
};

}  // namespace wortfeld::entity

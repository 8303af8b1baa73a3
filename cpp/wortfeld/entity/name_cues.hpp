// Words that tell a name from a noun by standing beside it or in it: articles, titles, first names.
#pragma once

#include "wortfeld/base/columns.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wortfeld::entity {

/// What a word says about its neighbours or about itself; the names in the list of cues.
enum class Cue : std::uint8_t {
    determiner,   ///< an article or pronoun before a noun: der, dieser, im
    function,     ///< no part of a name at the start of a sentence: auch, seit
    preposition,  ///< right before a name that needs no article: in, von
    first_name,   ///< Anna, Jensen
    title,        ///< before a person: Frau, Präsident
    saying,       ///< beside who says it: sagte
    role,         ///< behind a comma and an article: der Gründer
    ending,       ///< ends the name of an organisation: GmbH, Labs
    ordinary,     ///< looks like a name and is none: KI, Euro
    connector,    ///< joins the parts of a person's name: von, de
    legal_form    ///< makes a firm of the capitals before it: GmbH, AG
};

/// The cues of one word.
class CueSet {
  public:
    [[nodiscard]] bool has(Cue cue) const noexcept { return (bits_ & bit(cue)) != 0; }
    void add(Cue cue) noexcept { bits_ = static_cast<std::uint16_t>(bits_ | bit(cue)); }
    void add(CueSet other) noexcept { bits_ = static_cast<std::uint16_t>(bits_ | other.bits_); }
    /// Those that hold whatever the letter case: `Der` is an article, `frau` no title.
    [[nodiscard]] CueSet without_case() const noexcept;

  private:
    static constexpr unsigned bit(Cue cue) noexcept { return 1U << static_cast<unsigned>(cue); }

    std::uint16_t bits_ = 0;
};

/// The list of cues.
class NameCues {
  public:
    /// Rows with the text columns cue and word; `Error{bad_argument}` for a cue that is none.
    explicit NameCues(const Columns& rows);

    [[nodiscard]] CueSet of(std::string_view word) const;

  private:
    std::unordered_map<std::string, CueSet> cues_;
};

}  // namespace wortfeld::entity

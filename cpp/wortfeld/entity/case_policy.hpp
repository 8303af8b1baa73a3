// Whether letter case decides that a text is an alias.
#pragma once

#include "wortfeld/text/language.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// How letter case decides whether a text is the alias.
enum class CasePolicy : std::uint8_t { exact, fold };

/// What the case policy of an alias comes from.
enum class CaseOrigin : std::uint8_t {
    rule,         ///< `case=auto`
    common_word,  ///< `case=auto`, and the alias is a common word
    given         ///< somebody said it: the alias is no word in disguise
};

/// What `case=auto` means: exact for acronyms, for aliases of up to three letters and for those
/// that are a common word (`common_word` of the language data) of a language, or, where it is
/// empty, of any language with rules.
class AutomaticCase {
  public:
    AutomaticCase();

    [[nodiscard]] CasePolicy of(std::string_view alias, std::string_view language) const;

    [[nodiscard]] bool is_common_word(std::string_view alias, std::string_view language) const;

  private:
    std::vector<const text::Forms*> common_words_;  ///< of every language with rules
};

}  // namespace wortfeld::entity

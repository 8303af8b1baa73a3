// The names that consist of one atom of a term, decided once a term.
#pragma once

#include "wortfeld/corpus/strings.hpp"
#include "wortfeld/entity/name_rules.hpp"
#include "wortfeld/entity/term_forms.hpp"
#include "wortfeld/entity/word_cases.hpp"
#include "wortfeld/text/language.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::entity {

/// What an alias of one word also is in a language, if nobody said how its case counts.
struct OtherUse {
    bool is_given_name = false;
    bool is_calendar_word = false;  ///< a month or a day of the week
    bool is_plural = false;         ///< another form of a common noun
    bool is_adjective = false;      ///< a declined adjective made a name (`Moderne`)
    bool is_mostly_small =
        false;                   ///< by the profile: a capital that begins a sentence tells nothing
    bool is_small_word = false;  ///< an ordinal or a determiner, and the alias is written small
};

/// An alias of one atom, and how a term writes it.
struct WordName {
    std::uint32_t alias = 0;
    FormSet forms = 0;
    OtherUse also = {};
};

/// What the profile knows of an alias with a capital whose case is not stated, or null.
const WordCase* case_of(const Gazetteer& gazetteer, std::uint32_t alias, const WordCases* cases);

/// For documents of one language: nothing of them decides about such a name but the term.
class WordNames {
  public:
    WordNames(const TermForms& forms,
              const Gazetteer& gazetteer,
              const corpus::Vocabulary& vocabulary,
              const NameRules& rules,
              const text::Language* language,
              const WordCases* cases);

    /// Those of an atom, by its number in `TermForms`.
    [[nodiscard]] std::span<const WordName> of(std::uint32_t atom) const noexcept {
        return std::span(names_).subspan(begins_[atom], begins_[atom + 1] - begins_[atom]);
    }

  private:
    std::vector<std::uint32_t> begins_;  ///< of each atom, and one behind the last
    std::vector<WordName> names_;
};

}  // namespace wortfeld::entity

// The names that consist of one atom of a term, decided once a term.
#pragma once

#include "wortfeld/corpus/strings.hpp"
#include "wortfeld/entity/name_rules.hpp"
#include "wortfeld/entity/term_forms.hpp"
#include "wortfeld/text/language.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::entity {

/// An alias of one atom, and how a term writes it.
struct WordName {
    std::uint32_t alias = 0;
    FormSet forms = 0;
    bool is_given_name = false;  ///< whether the language lists the alias as one
};

/// For documents of one language: nothing of them decides about such a name but the term.
class WordNames {
  public:
    WordNames(const TermForms& forms,
              const Gazetteer& gazetteer,
              const corpus::Vocabulary& vocabulary,
              const NameRules& rules,
              const text::Language* language);

    /// Those of an atom, by its number in `TermForms`.
    [[nodiscard]] std::span<const WordName> of(std::uint32_t atom) const noexcept {
        return std::span(names_).subspan(begins_[atom], begins_[atom + 1] - begins_[atom]);
    }

  private:
    std::vector<std::uint32_t> begins_;  ///< of each atom, and one behind the last
    std::vector<WordName> names_;
};

}  // namespace wortfeld::entity

// When a stretch of text that spells an alias counts as that name.
#pragma once

#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/entity/form_rules.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/gazetteer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// A stretch of words that goes through the tree of aliases to one of them.
struct SpelledName {
    std::uint32_t alias = 0;
    FormSet forms = 0;             ///< how its atoms are written
    Form last_form = Form::plain;  ///< how its last one is
    bool is_capital = false;       ///< whether it begins with a capital
    std::string_view first_word;   ///< as written, from where the name begins
};

/// Language, form and case of one gazetteer. Safe to use from many threads.
class NameRules {
  public:
    NameRules(const Gazetteer& gazetteer, bool umlauts) : gazetteer_(gazetteer), forms_(umlauts) {}

    /// Whether the name counts in documents of that language, null if it is not known;
    /// `letters()` are those of the stretch, asked for where case counts.
    template <typename Letters>
    [[nodiscard]] bool allow(const SpelledName& name,
                             const text::Language* language,
                             Letters letters) const {
        const auto& alias = gazetteer_.alias(name.alias);
        if (!gazetteer_.counts_in(alias, language)) return false;
        // A name in another form is not spelled as the alias is; its first letter was looked at.
        const auto is_inflected = (name.forms & ~forms_of_every_language) != 0;
        // Whether an -s is a genitive depends on the language.
        const auto is_asked = !name.is_capital || name.forms != bit(Form::plain);
        if (is_asked && !is_written_well(name, language)) return false;
        if (alias.case_policy == CasePolicy::fold || is_inflected) return true;
        return has_case_of(name, letters());
    }

  private:
    [[nodiscard]] bool is_written_well(const SpelledName& name,
                                       const text::Language* language) const;
    [[nodiscard]] bool has_case_of(const SpelledName& name, std::string_view letters) const;

    const Gazetteer& gazetteer_;
    FormRules forms_;
};

/// The endings of common nouns in the languages of the corpus; none if the gazetteer has no nouns.
[[nodiscard]] std::vector<const text::LanguageRow*> noun_endings(const Gazetteer& gazetteer,
                                                                 const corpus::Corpus& corpus);

}  // namespace wortfeld::entity

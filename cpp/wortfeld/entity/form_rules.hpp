// When a name counts in a form that is not its own.
#pragma once

#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/text/language.hpp"

#include <string_view>

namespace wortfeld::entity {

/// A written name beside the alias that it may be.
struct WrittenName {
    std::string_view alias;
    std::string_view kind;
    AliasRole role = AliasRole::name;
    std::string_view first_word;  ///< as written, from where the name begins
    FormSet forms = 0;
    Form last_form = Form::plain;              ///< of its last atom
    const text::Language* language = nullptr;  ///< of the document; null if it names none
};

/// Tells which aliases never begin with a small letter in documents of a language, inflected or
/// not: of several words, the first of which could be a common one. It remembers that word for the
/// next alias, which often begins alike.
class KeptCapitals {
  public:
    explicit KeptCapitals(const text::Language& language) : language_(language) {}

    /// The alias is looked at again at the next call.
    [[nodiscard]] bool has(std::string_view alias);

  private:
    const text::Language& language_;
    std::string_view last_word_;
    bool is_common_ = false;  ///< what was found out about it
};

/// Whether the forms are right for the alias: inflection and spelling in German documents only;
/// an adjective at the head of a name of several words keeps its capital (`der Deutschen Bank`, not
/// `einer deutschen Bank`); persons are not inflected but for the -s; -es stands behind the nouns
/// of `es_noun` in the language data and, like a dative -n, behind an inflected adjective; a
/// noun of `head_noun` has its genitive -s within a name, too (`Instituts für X`), which a name has
/// not that owns what follows (`Googles DeepMind`); single words take the endings of adjectives if
/// they begin with a small letter (`französisch`); common nouns have the endings of `noun_ending`
/// of their language; names have an -s of their own where the language has such a genitive
/// (`writing.genitive`) or none is given.
class FormRules {
  public:
    /// Whether ae, oe, ue may stand for umlauts, and umlauts for them.
    explicit FormRules(bool umlauts) : umlauts_(umlauts) {}

    [[nodiscard]] bool allow(const WrittenName& name) const;

  private:
    /// In languages that write nouns with a capital.
    [[nodiscard]] bool allow_german(const WrittenName& name) const;

    bool umlauts_;
};

}  // namespace wortfeld::entity

#include "wortfeld/entity/form_rules.hpp"

#include "wortfeld/entity/common_nouns.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace wortfeld::entity {
namespace {

bool has_several_words(std::string_view alias) {
    return alias.find_first_of(" -") != std::string_view::npos;
}

/// Whether a word is a common one, or ends as adjectives do.
bool is_like_common_words(std::string_view word, const text::Language& language) {
    return inflection_of(language).ends_as_adjective(word) ||
           language.find("common_word", text::fold(word)) != nullptr;
}

bool ends_with_noun_of_es(std::string_view alias, const text::Language& language) {
    const auto& nouns = language.list("es_noun");
    const auto folded = text::fold(alias);
    return std::any_of(nouns.begin(), nouns.end(), [&](const text::LanguageRow* row) {
        return folded.ends_with(row->form);
    });
}

bool has(const WrittenName& name, Form form) {
    return (name.forms & bit(form)) != 0;
}

/// Whether the first word is a genitive of its own, not a declined adjective: `Googles DeepMind` is
/// no `Google DeepMind`, but `Rotes Kreuz` may be `Rote Kreuz`.
bool is_owner(const WrittenName& name) {
    if (!has(name, Form::adjective) || !has_several_words(name.alias)) return false;
    const auto& language = *name.language;
    const auto first = text::fold(name.alias.substr(0, name.alias.find_first_of(" -")));
    return text::fold(name.first_word) ==
               first + std::string(inflection_of(language).own_genitive) &&
           !is_declined_adjective(first, language);
}

bool takes_noun_endings(const WrittenName& name) {
    return name.role == AliasRole::noun && name.language != nullptr &&
           !name.language->list("noun_ending").empty();
}

}  // namespace

bool KeptCapitals::has(std::string_view alias) {
    if (!begins_upper(alias) || !has_several_words(alias)) return false;
    const auto word = alias.substr(0, alias.find_first_of(" -"));
    if (word != last_word_) is_common_ = is_like_common_words(word, language_);
    last_word_ = word;
    return is_common_;
}

bool FormRules::allow(const WrittenName& name) const {
    if (has(name, Form::noun) && !takes_noun_endings(name)) return false;
    if (name.language != nullptr && has_capital_nouns(*name.language)) return allow_german(name);
    const auto forms = name.forms & ~(forms_of_every_language | bit(Form::noun));
    if (forms != 0) return false;
    return !has(name, Form::without_s) || name.role != AliasRole::name ||
           name.language == nullptr || !inflection_of(*name.language).own_genitive.empty();
}

bool FormRules::allow_german(const WrittenName& name) const {
    const auto is_small = !begins_upper(name.first_word);
    if (is_small && KeptCapitals(*name.language).has(name.alias)) return false;
    if ((name.forms & ~forms_of_every_language) == 0) return true;
    const auto lost_capital = is_small && begins_upper(name.alias);
    if (lost_capital || (has(name, Form::umlaut) && !umlauts_)) return false;
    if (name.last_form == Form::adjective &&
        (has_several_words(name.alias) || begins_upper(name.alias))) {
        return false;
    }
    if (name.last_form == Form::head || is_owner(name)) return false;
    const auto has_ending = has(name, Form::without_es) || has(name, Form::without_n);
    const auto is_declined = (name.forms & (bit(Form::adjective) | bit(Form::head))) != 0;
    if (name.kind == "person" && (is_declined || has_ending)) return false;
    if (is_declined || name.role == AliasRole::noun) return true;
    if (has(name, Form::without_n)) return false;
    return !has_ending || ends_with_noun_of_es(name.alias, *name.language);
}

}  // namespace wortfeld::entity

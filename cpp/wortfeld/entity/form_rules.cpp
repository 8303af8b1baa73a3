#include "wortfeld/entity/form_rules.hpp"

#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <cstddef>

namespace wortfeld::entity {
namespace {

bool has_several_words(std::string_view alias) {
    return alias.find_first_of(" -") != std::string_view::npos;
}

/// Whether the first word of a name is a common one, or ends as adjectives do.
bool begins_like_common_words(std::string_view alias, const text::Language& language) {
    const auto word = alias.substr(0, alias.find_first_of(" -"));
    return ends_as_adjective(word) || language.find("common_word", text::fold(word)) != nullptr;
}

bool ends_with_noun_of_es(std::string_view alias, const text::Language& language) {
    const auto& nouns = language.list("es_noun");
    const auto folded = text::fold(alias);
    return std::any_of(nouns.begin(), nouns.end(), [&](const text::LanguageRow* row) {
        return folded.ends_with(row->form);
    });
}

}  // namespace

bool FormRules::capitals_count(const text::Language& language) {
    return language.code() == "de";
}

bool FormRules::keeps_capital(std::string_view alias, const text::Language& language) {
    return begins_upper(alias) && has_several_words(alias) &&
           begins_like_common_words(alias, language);
}

bool FormRules::allow(const WrittenName& name) const {
    const auto is_german = name.language != nullptr && capitals_count(*name.language);
    const auto is_inflected = (name.forms & ~forms_of_every_language) != 0;
    if (!is_german) return !is_inflected;
    const auto is_small = !begins_upper(name.first_word);
    if (is_small && keeps_capital(name.alias, *name.language)) return false;
    if (!is_inflected) return true;
    const auto has = [&](Form form) { return (name.forms & bit(form)) != 0; };
    const auto lost_capital = is_small && begins_upper(name.alias);
    if (lost_capital || (has(Form::umlaut) && !umlauts_)) return false;
    if (name.last_form == Form::adjective &&
        (has_several_words(name.alias) || begins_upper(name.alias))) {
        return false;
    }
    const auto is_person = name.kind == "person";
    if (is_person && (has(Form::adjective) || has(Form::without_es) || has(Form::without_n))) {
        return false;
    }
    if (has(Form::adjective)) return true;
    if (has(Form::without_n)) return false;
    return !has(Form::without_es) || ends_with_noun_of_es(name.alias, *name.language);
}

}  // namespace wortfeld::entity

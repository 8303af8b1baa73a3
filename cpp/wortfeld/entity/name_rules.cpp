#include "wortfeld/entity/name_rules.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/text/language.hpp"

#include <set>

namespace wortfeld::entity {

bool NameRules::is_written_well(const SpelledName& name, const text::Language* language) const {
    return forms_.allow({.alias = gazetteer_.text(name.alias),
                         .kind = gazetteer_.entity(gazetteer_.alias(name.alias).entity).kind,
                         .role = gazetteer_.alias(name.alias).role,
                         .first_word = name.first_word,
                         .forms = name.forms,
                         .last_form = name.last_form,
                         .language = language});
}

bool NameRules::has_case_of(const SpelledName& name, std::string_view letters) const {
    if ((name.forms & bit(Form::without_s)) != 0) {
        // `NATOS` may be anything; `NATOs` is the genitive.
        if (letters.ends_with('S')) return false;
        letters.remove_suffix(1);
    }
    return has_letters_of(letters, gazetteer_.text(name.alias));
}

std::vector<const text::LanguageRow*> noun_endings(const Gazetteer& gazetteer,
                                                   const corpus::Corpus& corpus) {
    std::vector<const text::LanguageRow*> endings;
    if (!gazetteer.has_nouns()) return endings;
    std::set<const text::Language*> known;
    for (const auto& code : corpus.languages()) {
        const auto& language = text::language(code);
        if (!known.insert(&language).second) continue;
        const auto& rows = language.list("noun_ending");
        endings.insert(endings.end(), rows.begin(), rows.end());
    }
    return endings;
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/word_names.hpp"

#include "wortfeld/entity/common_nouns.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/native_spelling.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <string_view>

namespace wortfeld::entity {
namespace {

/// Acronyms are no words, and whoever says how case counts has thought of them.
bool is_stated(const Alias& alias) {
    const auto is_exact =
        alias.case_policy == CasePolicy::exact && alias.case_origin != CaseOrigin::common_word;
    return is_exact || alias.case_origin == CaseOrigin::given;
}

/// Whether the profile wants a capital that the text has not.
bool lacks_capital(const WordCase* known, const TermAtom& atom) {
    return known != nullptr && known->is_often_small() && !atom.is_capital;
}

/// Whether what looks like a genitive is a word itself: `Hans` is not `Han`, `Als` is not `Al`; but
/// `ALs` is no word.
bool is_word_itself(std::string_view written, const text::Language* language) {
    if (language == nullptr) return false;
    const auto stem = written.substr(0, written.size() - genitive_size(written));
    const auto is_acronym = stem.size() > 1 && stem.size() < written.size() &&
                            text::is_upper_case(text::last_character(stem));
    if (is_acronym) return false;
    const auto folded = text::fold(written);
    return language->find("common_word", folded) != nullptr ||
           language->find("given_name", folded) != nullptr;
}

/// Which an alias of one word can be beside a name; `Mon` and `Sun` are no days by themselves.
OtherUse other_use(const Gazetteer& gazetteer,
                   std::uint32_t number,
                   const text::Language& language) {
    const auto written = gazetteer.text(number);
    const auto& alias = gazetteer.alias(number);
    const auto folded = text::fold(written);
    const auto lists = [&](std::string_view category) {
        return language.find(category, folded) != nullptr;
    };
    OtherUse also{.is_given_name = lists("given_name")};
    if (is_stated(alias) || alias.role != AliasRole::name) return also;
    const auto* const weekday = language.find("weekday", folded);
    also.is_calendar_word =
        lists("month") || (weekday != nullptr && !weekday->value.ends_with("short"));
    also.is_small_word = !begins_upper(written) && (lists("ordinal") || lists("noun_determiner") ||
                                                    lists("definite_article"));
    if (!has_capital_nouns(language)) return also;
    also.is_plural = is_form_of_common_noun(written, language);
    also.is_adjective = begins_upper(written) && is_declined_adjective(folded, language);
    return also;
}

}  // namespace

const WordCase* case_of(const Gazetteer& gazetteer, std::uint32_t alias, const WordCases* cases) {
    const auto& known = gazetteer.alias(alias);
    const auto written = gazetteer.text(alias);
    if (cases == nullptr || known.role != AliasRole::name || is_stated(known) ||
        !begins_upper(written)) {
        return nullptr;
    }
    return cases->find(text::fold(written));
}

WordNames::WordNames(const TermForms& forms,
                     const Gazetteer& gazetteer,
                     const corpus::Vocabulary& vocabulary,
                     const NameRules& rules,
                     const text::Language* language,
                     const WordCases* cases) {
    begins_.reserve(forms.atom_count() + 1);
    const auto add = [&](TermId term, const TermAtom& atom, const AtomForm& form) {
        const auto word = vocabulary.text(term);
        const auto written = word.substr(atom.begin, atom.end - atom.begin);
        if (form.form == Form::without_s && is_word_itself(written, language)) return;
        for (const auto alias : gazetteer.tree().aliases_at(form.start)) {
            const SpelledName name{.alias = alias,
                                   .forms = bit(form.form),
                                   .last_form = form.form,
                                   .is_capital = atom.is_capital,
                                   .first_word = word.substr(atom.begin)};
            const auto letters = [&] { return written; };
            if (!rules.allow(name, language, letters)) continue;
            const auto* const known = case_of(gazetteer, alias, cases);
            if (lacks_capital(known, atom)) continue;
            auto also = language == nullptr ? OtherUse{} : other_use(gazetteer, alias, *language);
            also.is_mostly_small = known != nullptr && known->is_mostly_small();
            names_.push_back({alias, name.forms, also});
        }
    };
    forms.for_each_atom([&](TermId term, const TermAtom& atom) {
        begins_.push_back(static_cast<std::uint32_t>(names_.size()));
        for (const auto& form : forms.forms(atom)) {
            if (form.start != AliasTree::nowhere) add(term, atom, form);
        }
    });
    begins_.push_back(static_cast<std::uint32_t>(names_.size()));
}

}  // namespace wortfeld::entity

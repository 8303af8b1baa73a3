#include "wortfeld/entity/word_names.hpp"

#include "wortfeld/text/fold.hpp"

#include <string_view>

namespace wortfeld::entity {

WordNames::WordNames(const TermForms& forms,
                     const Gazetteer& gazetteer,
                     const corpus::Vocabulary& vocabulary,
                     const NameRules& rules,
                     const text::Language* language) {
    const auto is_given_name = [&](std::uint32_t alias) {
        return language != nullptr &&
               language->find("given_name", text::fold(gazetteer.text(alias))) != nullptr;
    };
    begins_.reserve(forms.atom_count() + 1);
    const auto add = [&](TermId term, const TermAtom& atom, const AtomForm& form) {
        const auto word = vocabulary.text(term);
        for (const auto alias : gazetteer.tree().aliases_at(form.start)) {
            const SpelledName name{.alias = alias,
                                   .forms = bit(form.form),
                                   .last_form = form.form,
                                   .is_capital = atom.is_capital,
                                   .first_word = word.substr(atom.begin)};
            const auto letters = [&] { return word.substr(atom.begin, atom.end - atom.begin); };
            if (!rules.allow(name, language, letters)) continue;
            names_.push_back({alias, name.forms, is_given_name(alias)});
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

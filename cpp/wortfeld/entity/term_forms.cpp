#include "wortfeld/entity/term_forms.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/form_rules.hpp"
#include "wortfeld/entity/name_rules.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <utility>

namespace wortfeld::entity {
namespace {

constexpr std::size_t terms_per_batch = 4096;

}  // namespace

/// Some terms, cut into atoms and looked up together.
class TermForms::Batch {
  public:
    Batch(const corpus::Interner& known, WantedForms wanted)
        : known_(known), wanted_(std::move(wanted)) {}

    void read(const corpus::Vocabulary& vocabulary, std::size_t begin, std::size_t end) {
        list_.clear();
        for (auto term = begin; term < end; ++term) list_.add(vocabulary.text(id_at<TermId>(term)));
        list_.split();
        forms_.clear();
        form_ends_.clear();
        for (std::size_t term = 0; term < list_.size(); ++term) {
            const auto name = list_.name(term);
            for (const auto& atom : list_.atoms(term)) {
                add_forms(slice(name, atom.span), wanted_, forms_);
                form_ends_.push_back(forms_.forms.size());
            }
        }
        found_.resize(forms_.forms.size());
        known_.find(forms_.text, forms_.places, found_);
    }

    [[nodiscard]] std::span<const Atom> atoms(std::size_t term) const { return list_.atoms(term); }
    [[nodiscard]] bool is_hyphen(std::size_t term) const {
        return entity::is_hyphen(list_.name(term));
    }
    [[nodiscard]] bool is_capital(std::size_t term, const Atom& atom) const {
        std::size_t position = atom.span.begin;
        return text::is_upper_case(utf8::next(list_.name(term), position));
    }
    /// Where the forms of an atom end; atoms count from the batch's first.
    [[nodiscard]] std::size_t form_end(std::size_t atom) const { return form_ends_[atom]; }
    [[nodiscard]] std::uint32_t found(std::size_t form) const { return found_[form]; }
    [[nodiscard]] Form form(std::size_t form) const { return forms_.forms[form]; }

  private:
    const corpus::Interner& known_;
    WantedForms wanted_;
    AtomList list_;
    FormList forms_;
    std::vector<std::size_t> form_ends_;  ///< of each atom
    std::vector<std::uint32_t> found_;
};

TermForms::TermForms(const Gazetteer& gazetteer, const corpus::Corpus& corpus, bool umlauts)
    : gazetteer_(gazetteer),
      tree_(gazetteer.tree()),
      first_atoms_(corpus.vocabulary().size(), nothing) {
    const auto& vocabulary = corpus.vocabulary();
    const auto& codes = corpus.store().languages;
    std::vector<const Inflection*> inflections;
    for (std::size_t at = 0; at < codes.size(); ++at) {
        const auto& language = text::language(codes.text(at));
        if (has_capital_nouns(language)) languages_with_capitals_.push_back(&language);
        const auto* const inflection = &inflection_of(language);
        if (!inflection->is_empty() &&
            std::ranges::find(inflections, inflection) == inflections.end()) {
            inflections.push_back(inflection);
        }
    }
    const auto capitals_count = !languages_with_capitals_.empty();
    read_starts();
    Batch batch(gazetteer.atoms(),
                {.inflections = std::move(inflections),
                 .umlauts = umlauts,
                 .nouns = noun_endings(gazetteer, corpus)});
    for (std::size_t begin = 0; begin < vocabulary.size(); begin += terms_per_batch) {
        const auto end = std::min(begin + terms_per_batch, vocabulary.size());
        batch.read(vocabulary, begin, end);
        add_terms(begin, end, batch);
    }
    reaches_.reserve(vocabulary.size());
    for (std::size_t term = 0; term < vocabulary.size(); ++term) reaches_.push_back(reach_of(term));
    if (!capitals_count) return;
    capital_reaches_ = reaches_;
    for (std::size_t term = 0; term < vocabulary.size(); ++term) {
        auto& next = capital_reaches_[term].next;
        if (next != 0 && lacks_capital(term)) next = 0;
    }
}

void TermForms::read_starts() {
    const auto first = tree_.first_child(AliasTree::root);
    next_of_starts_.resize(tree_.steps_from(AliasTree::root).size());
    for (std::size_t start = 0; start < next_of_starts_.size(); ++start) {
        for (const auto step : tree_.steps_from(first + static_cast<std::uint32_t>(start))) {
            next_of_starts_[start] |= Reach::bit(atom_of(step));
        }
    }
}

void TermForms::add_terms(std::size_t begin, std::size_t end, Batch& batch) {
    std::size_t next_atom = 0;
    std::size_t next_form = 0;
    for (auto term = begin; term < end; ++term) {
        if (batch.is_hyphen(term - begin)) first_atoms_[term] = hyphen;
        const auto first = atoms_.size();
        auto is_known = false;
        for (const auto& atom : batch.atoms(term - begin)) {
            const auto form_end = batch.form_end(next_atom++);
            const TermAtom added{.begin = atom.span.begin,
                                 .end = atom.span.end,
                                 .first_form = static_cast<std::uint32_t>(next_form),
                                 .before = atom.before,
                                 .is_capital = batch.is_capital(term - begin, atom)};
            is_known = add_atom(added, form_end - next_form, batch) || is_known;
            next_form = form_end;
        }
        if (is_known) {
            first_atoms_[term] = static_cast<std::uint32_t>(first);
            for (auto at = first; at + 1 < atoms_.size(); ++at) atoms_[at].is_last = false;
        } else {
            atoms_.resize(first);
        }
    }
}

bool TermForms::add_atom(const TermAtom& atom, std::size_t count, const Batch& batch) {
    auto added = atom;
    added.first_form = static_cast<std::uint32_t>(forms_.size());
    for (std::size_t form = atom.first_form; form < atom.first_form + count; ++form) {
        const auto found = batch.found(form);
        if (found == corpus::Interner::unknown) continue;
        const AtomId id{found};
        AtomForm known{.atom = id, .form = batch.form(form), .start = tree_.start(id)};
        if (known.start != AliasTree::nowhere && may_go_on(known.form)) {
            known.next = next_of_starts_[known.start - tree_.first_child(AliasTree::root)];
        }
        forms_.push_back(known);
        ++added.form_count;
    }
    atoms_.push_back(added);
    return added.form_count > 0;
}

Reach TermForms::reach_of(std::size_t term) const {
    const auto first = first_atoms_[term];
    if (first == hyphen) return {.own = Reach::everything, .next = 0};
    Reach reach{.own = Reach::anything, .next = 0};
    if (first == nothing) return reach;
    for (const auto& form : forms(atoms_[first])) reach.own |= Reach::bit(form.atom);
    for (auto at = first;; ++at) {
        const auto is_last = atoms_[at].is_last;
        for (const auto& form : forms(atoms_[at])) {
            if (form.start == AliasTree::nowhere) continue;
            // A name may lie in the term, or go on with an atom in its midst.
            const auto may_lie_within = !is_last || !tree_.aliases_at(form.start).empty();
            reach.next |= form.next | (may_lie_within ? Reach::anything : 0);
        }
        if (is_last) return reach;
    }
}

bool TermForms::lacks_capital(std::size_t term) const {
    for (auto at = first_atoms_[term];; ++at) {
        const auto& atom = atoms_[at];
        if (atom.is_capital) return false;
        const auto all_keep_it = std::ranges::all_of(forms(atom), [&](const AtomForm& form) {
            return form.start == AliasTree::nowhere || all_keep_capital(form.start);
        });
        if (!all_keep_it) return false;
        if (atom.is_last) return true;
    }
}

bool TermForms::all_keep_capital(std::uint32_t start) const {
    return std::ranges::all_of(languages_with_capitals_, [&](const auto* language) {
        KeptCapitals kept(*language);
        return tree_.all_from(
            start, [&](std::uint32_t alias) { return kept.has(gazetteer_.text(alias)); });
    });
}

}  // namespace wortfeld::entity

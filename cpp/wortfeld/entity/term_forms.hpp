// What each term of a vocabulary can be in the names of a gazetteer, worked out once a term.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::entity {

/// An atom of names that a written one may stand for.
struct AtomForm {
    AtomId atom{};
    Form form = Form::plain;
    std::uint32_t start = 0;  ///< node of the tree that a name beginning with it passes, or 0
    std::uint64_t next = 0;   ///< what may follow it in such a name, as a `Reach` counts
};

/// One atom of a term.
struct TermAtom {
    std::uint32_t begin = 0;  ///< bytes within the term
    std::uint32_t end = 0;
    std::uint32_t first_form = 0;
    std::uint16_t form_count = 0;
    Gap before = Gap::none;   ///< what separates it from the atom before it in the term
    bool is_last = true;      ///< of the term
    bool is_capital = false;  ///< whether it begins with a capital
};

/// Which terms may stand beside one another in names: sets of atoms in 64 bits, so that two words
/// of the text cost one `and`. Two sets that share no bit have nothing in common; the converse is
/// to be looked up.
struct Reach {
    std::uint64_t own = 0;   ///< what the term's first atom may stand for
    std::uint64_t next = 0;  ///< what may follow the term in names that begin in it

    static constexpr std::uint64_t everything = ~std::uint64_t{0};
    /// One of 63 bits for an atom. Every term has the other one as its own: what asks for it meets
    /// whatever follows.
    static constexpr std::uint64_t bit(AtomId atom) noexcept {
        return std::uint64_t{1} << (static_cast<std::uint32_t>(atom) % 63);
    }
    static constexpr std::uint64_t anything = std::uint64_t{1} << 63U;

    /// Whether a name may begin in the one term and go on in, or end before, the other.
    [[nodiscard]] static bool meet(Reach first, Reach second) noexcept {
        return (first.next & second.own) != 0;
    }
};

/// A gazetteer seen from the vocabulary of a corpus. Terms that no name can hold cost 20 to 36
/// bytes.
class TermForms {
  public:
    /// `umlauts`: whether the forms with other spellings of umlauts are wanted.
    TermForms(const Gazetteer& gazetteer, const corpus::Corpus& corpus, bool umlauts);

    /// The number of the term's first atom, or `nothing` if no name can hold one of them. The
    /// others have the next numbers, up to the one that is the last.
    [[nodiscard]] std::uint32_t first_atom(TermId term) const noexcept {
        return first_atoms_[number(term)];
    }
    [[nodiscard]] const TermAtom& atom(std::uint32_t atom) const noexcept { return atoms_[atom]; }
    [[nodiscard]] std::span<const AtomForm> forms(const TermAtom& atom) const noexcept {
        return std::span(forms_).subspan(atom.first_form, atom.form_count);
    }
    /// Of each term, in documents where capitals count or do not. A hyphen meets all that precede
    /// it, and a term in which a name can lie meets all that follow it.
    [[nodiscard]] std::span<const Reach> reaches(bool capitals_count) const noexcept {
        return capitals_count ? capital_reaches_ : reaches_;
    }
    [[nodiscard]] std::size_t atom_count() const noexcept { return atoms_.size(); }
    /// Calls `visit(term, atom)` for the atoms in the order of their numbers.
    template <typename Visit>
    void for_each_atom(Visit visit) const {
        for (std::size_t term = 0; term < first_atoms_.size(); ++term) {
            if (first_atoms_[term] == nothing || first_atoms_[term] == hyphen) continue;
            for (auto at = first_atoms_[term];; ++at) {
                visit(id_at<TermId>(term), atoms_[at]);
                if (atoms_[at].is_last) break;
            }
        }
    }
    static constexpr std::uint32_t nothing = 0xFFFFFFFF;
    /// In place of a first atom: the term is a hyphen.
    static constexpr std::uint32_t hyphen = 0xFFFFFFFE;

  private:
    class Batch;
    void add_terms(std::size_t begin, std::size_t end, Batch& batch);
    /// Whether the atom has forms that gazetteer atoms have; keeps these.
    bool add_atom(const TermAtom& atom, std::size_t count, const Batch& batch);
    void read_starts();
    [[nodiscard]] Reach reach_of(std::size_t term) const;
    /// Whether all names that begin in the term keep a capital that it lacks.
    [[nodiscard]] bool lacks_capital(std::size_t term) const;
    /// Whether all names from that node of the tree on do.
    [[nodiscard]] bool all_keep_capital(std::uint32_t start) const;

    const Gazetteer& gazetteer_;
    const AliasTree& tree_;
    std::vector<std::uint64_t> next_of_starts_;  ///< what may follow the root's children
    std::vector<std::uint32_t> first_atoms_;
    std::vector<TermAtom> atoms_;
    std::vector<AtomForm> forms_;
    std::vector<const text::Language*> languages_with_capitals_;
    std::vector<Reach> reaches_;
    std::vector<Reach> capital_reaches_;  ///< where capitals count; empty if they do nowhere
};

}  // namespace wortfeld::entity

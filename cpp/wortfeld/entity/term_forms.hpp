// What each term of a vocabulary can be in the names of a gazetteer, worked out once a term.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/strings.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/gazetteer.hpp"

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

/// A gazetteer seen from one vocabulary. Terms that no name can hold cost a bit and a number.
class TermForms {
  public:
    TermForms(const Gazetteer& gazetteer, const corpus::Vocabulary& vocabulary);

    /// Whether a name can begin with one of the term's atoms.
    [[nodiscard]] bool may_begin(TermId term) const noexcept {
        constexpr unsigned bits = 64;
        return ((begins_[number(term) / bits] >> (number(term) % bits)) & 1U) != 0;
    }
    /// The number of the term's first atom, or `nothing` if no name can hold one of them. The
    /// others have the next numbers, up to the one that is the last.
    [[nodiscard]] std::uint32_t first_atom(TermId term) const noexcept {
        return first_atoms_[number(term)];
    }
    [[nodiscard]] const TermAtom& atom(std::uint32_t atom) const noexcept { return atoms_[atom]; }
    [[nodiscard]] std::span<const AtomForm> forms(const TermAtom& atom) const noexcept {
        return std::span(forms_).subspan(atom.first_form, atom.form_count);
    }
    static constexpr std::uint32_t nothing = 0xFFFFFFFF;
    /// In place of a first atom: the term is a hyphen.
    static constexpr std::uint32_t hyphen = 0xFFFFFFFE;

  private:
    class Batch;
    void add_terms(std::size_t begin, std::size_t end, Batch& batch);
    /// Whether the atom has forms that gazetteer atoms have; keeps these.
    bool add_atom(const TermAtom& atom, std::size_t count, const Batch& batch);
    void mark_begin(std::size_t term);

    const AliasTree& tree_;
    std::vector<std::uint64_t> begins_;  ///< a bit a term
    std::vector<std::uint32_t> first_atoms_;
    std::vector<TermAtom> atoms_;
    std::vector<AtomForm> forms_;
};

}  // namespace wortfeld::entity

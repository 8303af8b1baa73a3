#include "wortfeld/entity/matcher.hpp"

#include "wortfeld/text/fold.hpp"

#include <algorithm>

namespace wortfeld::entity {
namespace {

/// The tokens from `first` that share a zone and a paragraph: [first, end) of the document.
std::vector<TokenSpan> zone_runs(std::span<const text::Sentence> sentences) {
    std::vector<TokenSpan> runs;
    const text::Sentence* last = nullptr;
    for (const auto& sentence : sentences) {
        if (last != nullptr && last->zone == sentence.zone &&
            last->paragraph == sentence.paragraph) {
            runs.back().end = sentence.tokens.end;
        } else {
            runs.push_back(sentence.tokens);
        }
        last = &sentence;
    }
    return runs;
}

/// Whether a surface is written as the alias is, but for a genitive -s at its end.
bool has_case_of(const Alias& alias, std::string_view surface) {
    const auto atoms = atoms_of_name(surface);
    if (atoms.size() != alias.atoms.size()) return false;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const auto written = slice(surface, atoms[i].span);
        const auto is_last = i + 1 == atoms.size();
        if (written == alias.atoms[i]) continue;
        if (!is_last || written != alias.atoms[i] + "s") return false;
    }
    return true;
}

}  // namespace

/// Where a walk through the tree of aliases stands in the text.
struct Matcher::Walk {
    std::span<const TermId> terms;  ///< of the document
    std::span<const text::Token> tokens;
    std::string_view text;
    const text::Language& language;
    bool has_language;          ///< whether the document names one
    std::uint32_t run_end;      ///< the name ends before this token
    std::uint32_t first_token;  ///< where it began
    std::uint32_t begin;        ///< its first byte
    std::uint32_t token;        ///< the token of the next atom
    std::size_t atom;           ///< the next atom within it
    Gap gap;                    ///< what stands before the next atom
};

Matcher::Matcher(const Gazetteer& gazetteer, const corpus::Corpus& corpus)
    : gazetteer_(gazetteer),
      corpus_(corpus),
      atoms_(corpus.vocabulary().size()),
      is_hyphen_(corpus.vocabulary().size()) {
    for (std::size_t term = 0; term < atoms_.size(); ++term) {
        const auto id = id_at<TermId>(term);
        is_hyphen_[term] = is_hyphen(corpus.vocabulary().text(id));
        auto atoms = atoms_of_term(id);
        const auto is_known = [](const TermAtom& atom) {
            return atom.plain != no_id<AtomId> || atom.without_s != no_id<AtomId>;
        };
        if (std::any_of(atoms.begin(), atoms.end(), is_known)) atoms_[term] = std::move(atoms);
    }
}

std::vector<Matcher::TermAtom> Matcher::atoms_of_term(TermId term) const {
    const auto word = corpus_.vocabulary().text(term);
    std::vector<TermAtom> result;
    for (const auto& atom : atoms_of_name(word)) {
        const auto surface = slice(word, atom.span);
        TermAtom known{.atom = atom};
        known.plain = gazetteer_.find_atom(text::fold(surface)).value_or(no_id<AtomId>);
        // A genitive is a lower-case s: USS is no genitive of US.
        if (surface.size() > 2 && surface.ends_with('s')) {
            const auto stem = surface.substr(0, surface.size() - 1);
            known.without_s = gazetteer_.find_atom(text::fold(stem)).value_or(no_id<AtomId>);
        }
        result.push_back(known);
    }
    return result;
}

std::vector<Candidate> Matcher::find(const corpus::Document& document,
                                     const corpus::DecodedDocument& decoded) const {
    std::vector<Candidate> found;
    const auto terms = document.terms();
    const auto& language = text::language(document.language());
    for (const auto& run : zone_runs(decoded.sentences)) {
        for (auto token = run.begin; token < run.end; ++token) {
            const auto& atoms = atoms_[number(terms[token])];
            for (std::size_t atom = 0; atom < atoms.size(); ++atom) {
                walk({.terms = terms,
                      .tokens = decoded.tokens,
                      .text = document.text(),
                      .language = language,
                      .has_language = !document.language().empty(),
                      .run_end = run.end,
                      .first_token = token,
                      .begin = decoded.tokens[token].span.begin + atoms[atom].atom.span.begin,
                      .token = token,
                      .atom = atom,
                      .gap = Gap::none},
                     Gazetteer::root,
                     found);
            }
        }
    }
    return found;
}

void Matcher::walk(const Walk& from, std::uint32_t node, std::vector<Candidate>& found) const {
    auto at = from;
    for (;;) {
        const auto& atoms = atoms_[number(at.terms[at.token])];
        if (at.atom >= atoms.size()) return;
        const auto& atom = atoms[at.atom];
        const auto end = at.tokens[at.token].span.begin + atom.atom.span.end;
        if (atom.without_s != no_id<AtomId>) {
            if (const auto last = gazetteer_.child(node, at.gap, atom.without_s)) {
                accept(at, *last, {at.begin, end}, found);
            }
        }
        if (atom.plain == no_id<AtomId>) return;
        const auto next = gazetteer_.child(node, at.gap, atom.plain);
        if (!next) return;
        node = *next;
        accept(at, node, {at.begin, end}, found);
        if (!advance(at)) return;
    }
}

bool Matcher::advance(Walk& at) const {
    const auto& atoms = atoms_[number(at.terms[at.token])];
    if (++at.atom < atoms.size()) {
        at.gap = atoms[at.atom].atom.before;
        return true;
    }
    // The next word: right behind, or after spaces or one hyphen.
    at.atom = 0;
    if (++at.token >= at.run_end) return false;
    const auto is_attached = at.tokens[at.token].span.begin == at.tokens[at.token - 1].span.end;
    at.gap = is_attached ? Gap::none : Gap::open;
    if (is_hyphen_[number(at.terms[at.token])]) {
        at.gap = Gap::open;
        return ++at.token < at.run_end;
    }
    return true;
}

void Matcher::accept(const Walk& at,
                     std::uint32_t node,
                     ByteSpan span,
                     std::vector<Candidate>& found) const {
    for (const auto number_of_alias : gazetteer_.aliases_at(node)) {
        const auto& alias = gazetteer_.aliases()[number_of_alias];
        if (!alias.language.empty() && at.has_language &&
            text::language(alias.language).code() != at.language.code()) {
            continue;
        }
        if (alias.case_policy == CasePolicy::exact && !has_case_of(alias, slice(at.text, span))) {
            continue;
        }
        found.push_back({.span = span, .alias = number_of_alias, .token = at.first_token});
    }
}

}  // namespace wortfeld::entity

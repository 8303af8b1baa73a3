#include "wortfeld/entity/matcher.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/text/language.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace wortfeld::entity {
namespace {

/// The letters of a stretch of tokens; what stands between them does not matter.
std::string letters_of(const corpus::Vocabulary& vocabulary,
                       std::span<const TermId> terms,
                       const Candidate& found) {
    std::string letters;
    for (auto token = found.token; token <= found.last_token; ++token) {
        auto word = vocabulary.text(terms[token]);
        if (token == found.last_token) word = word.substr(0, found.span.end);
        if (token == found.token) word.remove_prefix(found.span.begin);
        letters += word;
    }
    return letters;
}

bool lies_in_one_paragraph(const corpus::Document& document, const Candidate& candidate) {
    const auto last = document.sentence_of_token(candidate.last_token);
    if (last == candidate.sentence) return true;
    return document.sentence_zone(last) == document.sentence_zone(candidate.sentence) &&
           document.sentence_paragraph(last) == document.sentence_paragraph(candidate.sentence);
}

}  // namespace

struct Matcher::Walk {
    std::span<const TermId> terms;  ///< of the document
    const corpus::Document& document;
    const text::Language* language;  ///< of the document; null if it names none
    std::uint32_t first_token;       ///< where the walk began
    std::uint32_t begin;             ///< bytes of it that stand before the name
    bool is_capital;                 ///< whether the text there begins with a capital
    std::vector<Candidate>& found;
};

Matcher::Matcher(const Gazetteer& gazetteer, const corpus::Corpus& corpus, bool umlauts)
    : gazetteer_(gazetteer), corpus_(corpus), forms_(gazetteer, corpus, umlauts), rules_(umlauts) {
    const auto& codes = corpus.store().languages;
    for (std::size_t at = 0; at < codes.size(); ++at) {
        const auto code = codes.text(at);
        languages_.push_back(code.empty() ? nullptr : &text::language(code));
    }
}

void Matcher::find(const corpus::Document& document, std::vector<Candidate>& found) const {
    const auto first = found.size();
    const auto terms = document.terms();
    const auto* language = languages_.at(document.language_number());
    Walk walk{.terms = terms,
              .document = document,
              .language = language,
              .first_token = 0,
              .begin = 0,
              .is_capital = false,
              .found = found};
    const auto reaches =
        forms_.reaches(language != nullptr && FormRules::capitals_count(*language));
    if (terms.empty()) return;
    auto here = reaches[number(terms[0])];
    for (std::uint32_t token = 0; token + 1 < terms.size(); ++token) {
        const auto next = reaches[number(terms[token + 1])];
        if (Reach::meet(here, next)) find_from(walk, token);
        here = next;
    }
    // Nothing follows the last term: a name may lie within it.
    if (here.next != 0) find_from(walk, static_cast<std::uint32_t>(terms.size() - 1));
    if (found.size() > first) place(document, first, found);
}

void Matcher::find_from(Walk& walk, std::uint32_t token) const {
    walk.first_token = token;
    for (auto atom = forms_.first_atom(walk.terms[token]);; ++atom) {
        begin(walk, {.token = token, .atom = atom});
        if (forms_.atom(atom).is_last) return;
    }
}

void Matcher::begin(Walk& walk, const Place& place) const {
    const auto& atom = forms_.atom(place.atom);
    walk.begin = atom.begin;
    walk.is_capital = atom.is_capital;
    for (const auto& form : forms_.forms(atom)) {
        if (form.start != AliasTree::nowhere) go_on(walk, place, form.start, {0, form.form});
    }
}

void Matcher::go_on(Walk& walk, Place place, std::uint32_t node, Spelling before) const {
    const auto& tree = gazetteer_.tree();
    const Spelling forms{before.all | bit(before.last), before.last};
    accept(walk, place, node, forms);
    if (!may_go_on(before.last) || !tree.has_children(node) || !advance(walk, place)) return;
    for (const auto& form : forms_.forms(forms_.atom(place.atom))) {
        const auto next = tree.child(node, place.gap, form.atom);
        if (next != AliasTree::nowhere) go_on(walk, place, next, {forms.all, form.form});
    }
}

bool Matcher::advance(const Walk& walk, Place& place) const {
    if (!forms_.atom(place.atom).is_last) {
        place.gap = forms_.atom(++place.atom).before;
        return true;
    }
    // The next word: right behind, or after spaces or one hyphen.
    if (++place.token == walk.terms.size()) return false;
    auto first = forms_.first_atom(walk.terms[place.token]);
    if (first == TermForms::hyphen) {
        place.gap = Gap::open;
        if (++place.token == walk.terms.size()) return false;
        first = forms_.first_atom(walk.terms[place.token]);
    } else if (first != TermForms::nothing) {
        place.gap = walk.document.is_attached(place.token) ? Gap::none : Gap::open;
    }
    place.atom = first;
    return first != TermForms::nothing && first != TermForms::hyphen;
}

void Matcher::accept(Walk& walk, const Place& place, std::uint32_t node, Spelling forms) const {
    for (const auto alias : gazetteer_.tree().aliases_at(node)) {
        const Candidate candidate{.span = {walk.begin, forms_.atom(place.atom).end},
                                  .alias = alias,
                                  .token = walk.first_token,
                                  .last_token = place.token,
                                  .forms = forms.all};
        if (may_count(walk, candidate, forms.last)) walk.found.push_back(candidate);
    }
}

bool Matcher::may_count(const Walk& walk, const Candidate& candidate, Form last_form) const {
    const auto& alias = gazetteer_.alias(candidate.alias);
    if (alias.language != 0 && walk.language != nullptr &&
        text::language(gazetteer_.language(alias)).code() != walk.language->code()) {
        return false;
    }
    // A name in another form is not spelled as the alias is; its first letter was looked at.
    const auto is_inflected = (candidate.forms & ~forms_of_every_language) != 0;
    const auto allowed = (walk.is_capital && !is_inflected) ||
                         rules_.allow({.alias = gazetteer_.text(candidate.alias),
                                       .kind = gazetteer_.entity(alias.entity).kind,
                                       .first_word = corpus_.vocabulary()
                                                         .text(walk.terms[candidate.token])
                                                         .substr(candidate.span.begin),
                                       .forms = candidate.forms,
                                       .last_form = last_form,
                                       .language = walk.language});
    if (!allowed) return false;
    if (alias.case_policy == CasePolicy::fold || is_inflected) return true;
    auto letters = letters_of(corpus_.vocabulary(), walk.terms, candidate);
    if ((candidate.forms & bit(Form::without_s)) != 0) letters.pop_back();
    return has_letters_of(letters, gazetteer_.text(candidate.alias));
}

void Matcher::place(const corpus::Document& document,
                    std::size_t first,
                    std::vector<Candidate>& found) {
    // Two windows, so that names across a border of blocks do not move one to and fro.
    corpus::TokenSpans begins(document);
    corpus::TokenSpans ends(document);
    const auto sentences = document.sentence_count();
    std::uint32_t sentence = 0;
    auto kept = first;
    for (auto at = first; at < found.size(); ++at) {
        auto candidate = found[at];
        while (sentence + 1 < sentences &&
               document.sentence_tokens(sentence + 1).begin <= candidate.token) {
            ++sentence;
        }
        candidate.sentence = sentence;
        if (candidate.token != candidate.last_token &&
            !lies_in_one_paragraph(document, candidate)) {
            continue;
        }
        const auto first_span = begins.at(candidate.token);
        const auto is_near =
            corpus::TokenSpans::are_together(candidate.token, candidate.last_token);
        const auto last_span = (is_near ? begins : ends).at(candidate.last_token);
        candidate.begins_token = candidate.span.begin == 0;
        candidate.ends_token = candidate.span.end == last_span.size();
        candidate.span.begin += first_span.begin;
        candidate.span.end += last_span.begin;
        found[kept++] = candidate;
    }
    found.resize(kept);
}

}  // namespace wortfeld::entity

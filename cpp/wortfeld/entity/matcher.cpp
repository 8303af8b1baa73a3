#include "wortfeld/entity/matcher.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/document_words.hpp"
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
    const InLanguage& in_language;  ///< of the document
    std::uint32_t first_token;      ///< where the walk began
    std::uint32_t begin;            ///< bytes of it that stand before the name
    bool is_capital;                ///< whether the text there begins with a capital
    std::vector<Candidate>& found;
};

Matcher::Matcher(const Gazetteer& gazetteer,
                 const corpus::Corpus& corpus,
                 bool umlauts,
                 const WordCases* cases)
    : gazetteer_(gazetteer),
      corpus_(corpus),
      forms_(gazetteer, corpus, umlauts),
      rules_(gazetteer, umlauts),
      cases_(cases) {
    const auto& codes = corpus.store().languages;
    for (std::size_t at = 0; at < codes.size(); ++at) {
        const auto code = codes.text(at);
        language_numbers_.push_back(number_of(code.empty() ? nullptr : &text::language(code)));
    }
}

std::uint32_t Matcher::number_of(const text::Language* language) {
    for (std::uint32_t at = 0; at < languages_.size(); ++at) {
        if (languages_[at].language == language) return at;
    }
    const auto capitals_count = language != nullptr && has_capital_nouns(*language);
    languages_.push_back(
        {.language = language,
         .reaches = forms_.reaches(capitals_count),
         .words = {forms_, gazetteer_, corpus_.vocabulary(), rules_, language, cases_}});
    return static_cast<std::uint32_t>(languages_.size() - 1);
}

void Matcher::find(const corpus::Document& document, std::vector<Candidate>& found) const {
    const auto first = found.size();
    const auto terms = document.terms();
    if (terms.empty()) return;
    const auto& in_language = languages_[language_numbers_.at(document.language_number())];
    const auto reaches = in_language.reaches;
    Walk walk{.terms = terms,
              .document = document,
              .in_language = in_language,
              .first_token = 0,
              .begin = 0,
              .is_capital = false,
              .found = found};
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
    for (const auto& name : walk.in_language.words.of(place.atom)) {
        walk.found.push_back({.span = {atom.begin, atom.end},
                              .alias = name.alias,
                              .token = place.token,
                              .last_token = place.token,
                              .forms = name.forms,
                              .also = name.also});
    }
    for (const auto& form : forms_.forms(atom)) {
        if (form.next != 0) go_on(walk, place, form.start, form.next, {bit(form.form), form.form});
    }
}

void Matcher::go_on(
    Walk& walk, Place place, std::uint32_t node, std::uint64_t next, Spelling before) const {
    const auto& tree = gazetteer_.tree();
    if (!may_follow(walk, place, next) || !advance(walk, place)) return;
    for (const auto& form : forms_.forms(forms_.atom(place.atom))) {
        if ((next & Reach::bit(form.atom)) == 0) continue;
        const auto child = tree.child(node, place.gap, form.atom);
        if (child == AliasTree::nowhere) continue;
        const Spelling forms{before.all | bit(form.form), form.form};
        accept(walk, place, child, forms);
        if (may_go_on(form.form) && tree.has_children(child)) {
            go_on(walk, place, child, Reach::everything, forms);
        }
    }
}

bool Matcher::may_follow(const Walk& walk, const Place& place, std::uint64_t next) const {
    if (!forms_.atom(place.atom).is_last) return true;
    const std::size_t token = place.token + 1;
    return token < walk.terms.size() &&
           (walk.in_language.reaches[number(walk.terms[token])].own & next) != 0;
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
        const auto& vocabulary = corpus_.vocabulary();
        const SpelledName name{
            .alias = alias,
            .forms = forms.all,
            .last_form = forms.last,
            .is_capital = walk.is_capital,
            .first_word = vocabulary.text(walk.terms[walk.first_token]).substr(walk.begin)};
        const auto letters = [&] { return letters_of(vocabulary, walk.terms, candidate); };
        if (rules_.allow(name, walk.in_language.language, letters)) {
            walk.found.push_back(candidate);
        }
    }
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

#include "wortfeld/entity/matcher.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/text/language.hpp"

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
    std::vector<Candidate>& found;
};

Matcher::Matcher(const Gazetteer& gazetteer, const corpus::Corpus& corpus, bool umlauts)
    : gazetteer_(gazetteer),
      corpus_(corpus),
      forms_(gazetteer, corpus.vocabulary()),
      rules_(umlauts) {}

void Matcher::find(const corpus::Document& document, std::vector<Candidate>& found) const {
    const auto first = found.size();
    const auto terms = document.terms();
    const auto code = document.language();
    Walk walk{.terms = terms,
              .document = document,
              .language = code.empty() ? nullptr : &text::language(code),
              .first_token = 0,
              .begin = 0,
              .found = found};
    for (std::uint32_t token = 0; token < terms.size(); ++token) {
        if (!forms_.may_begin(terms[token])) continue;
        walk.first_token = token;
        for (auto atom = forms_.first_atom(terms[token]);; ++atom) {
            walk.begin = forms_.atom(atom).begin;
            follow(walk, {.token = token, .atom = atom}, AliasTree::root, 0);
            if (forms_.atom(atom).is_last) break;
        }
    }
    if (found.size() > first) place(document, first, found);
}

void Matcher::follow(Walk& walk, Place place, std::uint32_t node, FormSet forms) const {
    const auto& tree = gazetteer_.tree();
    for (const auto& form : forms_.forms(forms_.atom(place.atom))) {
        const auto next = tree.child(node, place.gap, form.atom);
        if (next == AliasTree::nowhere) continue;
        const auto all = forms | bit(form.form);
        accept(walk, place, next, {all, form.form});
        auto behind = place;
        if (may_go_on(form.form) && tree.has_children(next) && advance(walk, behind)) {
            follow(walk, behind, next, all);
        }
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
    const auto allowed = rules_.allow(
        {.alias = gazetteer_.text(candidate.alias),
         .kind = gazetteer_.entity(alias.entity).kind,
         .first_word =
             corpus_.vocabulary().text(walk.terms[candidate.token]).substr(candidate.span.begin),
         .forms = candidate.forms,
         .last_form = last_form,
         .language = walk.language});
    if (!allowed) return false;
    // A name in another form is not spelled as the alias is; its first letter was looked at.
    const auto is_inflected = (candidate.forms & ~forms_of_every_language) != 0;
    if (alias.case_policy == CasePolicy::fold || is_inflected) return true;
    auto letters = letters_of(corpus_.vocabulary(), walk.terms, candidate);
    if ((candidate.forms & bit(Form::without_s)) != 0) letters.pop_back();
    return has_letters_of(letters, gazetteer_.text(candidate.alias));
}

void Matcher::place(const corpus::Document& document,
                    std::size_t first,
                    std::vector<Candidate>& found) {
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
        candidate.span.begin += begins.at(candidate.token).begin;
        candidate.span.end += ends.at(candidate.last_token).begin;
        found[kept++] = candidate;
    }
    found.resize(kept);
}

}  // namespace wortfeld::entity

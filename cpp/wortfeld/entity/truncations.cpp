#include "wortfeld/entity/truncations.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <functional>

namespace wortfeld::entity {
namespace {

/// Truncated words that can follow one another: `Öl-, Gas- und Kohlefelder`.
constexpr std::uint32_t most_parts = 8;
constexpr std::size_t shortest_head = 3;       ///< bytes that two words can share
constexpr std::size_t longest_word = 64;       ///< bytes
constexpr std::size_t shortest_beginning = 2;  ///< bytes of an alias that are looked up
constexpr std::size_t longest_beginning = 5;
constexpr std::size_t beginning_bits = 1U << 20U;

std::size_t bit_of(std::string_view beginning) {
    return std::hash<std::string_view>{}(beginning) % beginning_bits;
}

bool joins(std::string_view word, const text::Language& language) {
    return word == "," || word == "/" || language.find("conjunction", text::fold(word)) != nullptr;
}

}  // namespace

Truncations::Truncations(const Gazetteer& gazetteer,
                         const index::IndexedCorpus& indexed,
                         bool umlauts)
    : gazetteer_(gazetteer), rules_(umlauts) {
    if (gazetteer.aliases().empty()) return;
    const auto& vocabulary = indexed.corpus.vocabulary();
    for (std::size_t term = 0; term < vocabulary.size(); ++term) {
        if (is_hyphen(vocabulary.text(id_at<TermId>(term)))) read(indexed, id_at<TermId>(term));
    }
    known_.clear();
}

void Truncations::add(DocumentId document, std::vector<Candidate>& found) const {
    if (by_document_.empty()) return;
    const auto known = by_document_.find(document);
    if (known == by_document_.end()) return;
    found.insert(found.end(), known->second.begin(), known->second.end());
}

void Truncations::read(const index::IndexedCorpus& indexed, TermId hyphen) {
    const auto& corpus = indexed.corpus;
    std::optional<corpus::Document> document;
    DocumentId id{};
    std::uint32_t end = 0;
    for (const auto position : indexed.postings.positions(hyphen)) {
        if (!document || position >= end) {
            id = corpus.document_at(position);
            document.emplace(corpus.document(id));
            end = document->first_token() + document->token_count();
        }
        const auto place = place_at(corpus, *document, position - document->first_token());
        if (place) add_place(corpus, id, *place);
    }
}

std::optional<Truncations::Place> Truncations::place_at(const corpus::Corpus& corpus,
                                                        const corpus::Document& document,
                                                        std::uint32_t hyphen) {
    const auto terms = document.terms();
    const auto is_word = [&](std::size_t at) {
        return at < terms.size() && text::is_word(corpus.kind(terms[at]));
    };
    const auto is_attached_hyphen = [&](std::uint32_t at) {
        return at < terms.size() && document.is_attached(at) &&
               is_hyphen(corpus.vocabulary().text(terms[at]));
    };
    if (hyphen == 0 || !document.is_attached(hyphen) || !is_word(hyphen - 1)) return std::nullopt;
    const auto& language = text::language(document.language());
    auto joint = hyphen + 1;
    for (std::uint32_t part = 0; part < most_parts && joint + 1 < terms.size(); ++part) {
        const auto next = joint + 1;
        if (!joins(corpus.vocabulary().text(terms[joint]), language) || !is_word(next)) break;
        if (!is_attached_hyphen(next + 1)) return Place{hyphen - 1, next, false};
        if (is_word(next + 2) && document.is_attached(next + 2)) {
            return Place{hyphen - 1, next + 2, true};
        }
        joint = next + 2;
    }
    return std::nullopt;
}

void Truncations::add_place(const corpus::Corpus& corpus, DocumentId id, const Place& place) {
    const auto document = corpus.document(id);
    const auto terms = document.terms();
    const auto sentence = document.sentence_of_token(place.token);
    if (place.last_token >= document.sentence_tokens(sentence).end) return;
    const auto first = corpus.vocabulary().text(terms[place.token]);
    for (const auto& completion : completions(corpus, terms, place)) {
        if (!may_count(completion, first, text::language(document.language()))) continue;
        const auto hyphen = place.token + 1;
        by_document_[id].push_back(
            {.span = {document.token_span(place.token).begin, document.token_span(hyphen).end},
             .alias = completion.alias,
             .token = place.token,
             .last_token = hyphen,
             .sentence = sentence,
             .forms = bit(completion.form) | bit(Form::truncated)});
    }
}

const Truncations::Completions& Truncations::completions(const corpus::Corpus& corpus,
                                                         std::span<const TermId> terms,
                                                         const Place& place) {
    constexpr unsigned first_shift = 32;
    constexpr unsigned flag_shift = 31;
    const auto key = std::uint64_t{number(terms[place.token])} << first_shift ^
                     std::uint64_t{place.is_behind_hyphen} << flag_shift ^
                     number(terms[place.last_token]);
    const auto [known, is_new] = known_.try_emplace(key);
    if (!is_new) return known->second;
    const auto first = corpus.vocabulary().text(terms[place.token]);
    const auto last = corpus.vocabulary().text(terms[place.last_token]);
    if (first.size() + last.size() > longest_word) return known->second;
    if (place.is_behind_hyphen) {
        complete(first, last, known->second);
        complete_open(first, last, known->second);
        return known->second;
    }
    if (!begins_alias(first)) return known->second;
    for (std::size_t at = 0; at + shortest_head < last.size();) {
        utf8::next(last, at);
        if (last.size() - at >= shortest_head) complete(first, last.substr(at), known->second);
    }
    return known->second;
}

void Truncations::complete(std::string_view first,
                           std::string_view rest,
                           Completions& found) const {
    const auto written = std::string(first).append(rest);
    FormList forms;
    add_forms(written, {.umlauts = true}, forms);
    for (std::size_t form = 0; form < forms.forms.size(); ++form) {
        const auto atom = gazetteer_.atoms().find(slice(forms.text, forms.places[form].span));
        if (!atom) continue;
        add_aliases(gazetteer_.tree().start(AtomId{*atom}), forms.forms[form], written, found);
    }
}

void Truncations::complete_open(std::string_view first,
                                std::string_view head,
                                Completions& found) const {
    const auto first_atom = gazetteer_.atoms().find(text::fold(first));
    if (!first_atom) return;
    const auto node = gazetteer_.tree().start(AtomId{*first_atom});
    if (node == AliasTree::nowhere || !gazetteer_.tree().has_children(node)) return;
    FormList forms;
    add_forms(head, {.umlauts = true}, forms);
    for (std::size_t form = 0; form < forms.forms.size(); ++form) {
        const auto atom = gazetteer_.atoms().find(slice(forms.text, forms.places[form].span));
        if (!atom) continue;
        add_aliases(gazetteer_.tree().child(node, Gap::open, AtomId{*atom}),
                    forms.forms[form],
                    std::string(first).append("-").append(head),
                    found);
    }
}

void Truncations::add_aliases(std::uint32_t node,
                              Form form,
                              std::string_view written,
                              Completions& found) const {
    if (node == AliasTree::nowhere) return;
    for (const auto alias : gazetteer_.tree().aliases_at(node)) {
        const auto is_known =
            std::any_of(found.begin(), found.end(), [&](const Completion& completion) {
                return completion.alias == alias;
            });
        if (!is_known) found.push_back({alias, form, std::string(written)});
    }
}

bool Truncations::may_count(const Completion& completion,
                            std::string_view first,
                            const text::Language& language) const {
    const auto& alias = gazetteer_.alias(completion.alias);
    if (alias.language != 0 &&
        text::language(gazetteer_.language(alias)).code() != language.code()) {
        return false;
    }
    const auto written = gazetteer_.text(completion.alias);
    const auto is_plain = completion.form == Form::plain;
    if (alias.case_policy == CasePolicy::exact && is_plain) {
        return has_letters_of(completion.written, written);
    }
    return rules_.allow({.alias = written,
                         .kind = gazetteer_.entity(alias.entity).kind,
                         .first_word = first,
                         .forms = bit(completion.form),
                         .last_form = completion.form,
                         .language = &language});
}

void Truncations::read_beginnings() {
    beginnings_.resize(beginning_bits);
    const auto& tree = gazetteer_.tree();
    const auto& atoms = gazetteer_.atoms();
    for (std::uint32_t atom = 0; atom < atoms.size(); ++atom) {
        const auto node = tree.start(AtomId{atom});
        if (node == AliasTree::nowhere || tree.aliases_at(node).empty()) continue;
        const auto text = atoms.text(atom);
        const auto longest = std::min(longest_beginning, text.size());
        for (auto size = shortest_beginning; size <= longest; ++size) {
            beginnings_[bit_of(text.substr(0, size))] = true;
        }
    }
}

bool Truncations::begins_alias(std::string_view first) {
    if (beginnings_.empty()) read_beginnings();
    const auto folded = text::fold(first);
    if (folded.size() < shortest_beginning) return false;
    return beginnings_[bit_of(std::string_view(folded).substr(0, longest_beginning))];
}

}  // namespace wortfeld::entity

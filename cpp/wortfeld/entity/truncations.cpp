#include "wortfeld/entity/truncations.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace wortfeld::entity {
namespace {

/// Truncated words that can follow one another: `Öl-, Gas- und Kohlefelder`.
constexpr std::uint32_t most_parts = 8;
constexpr std::size_t shortest_head = 3;   ///< bytes that two words can share
constexpr std::size_t longest_word = 64;   ///< bytes
constexpr std::size_t beginning_size = 2;  ///< bytes of an alias that are looked up
constexpr std::size_t drawer_count = 1U << 16U;

/// Where aliases lie that begin like the text, which has enough bytes.
std::size_t drawer_of(std::string_view text) {
    return std::hash<std::string_view>{}(text.substr(0, beginning_size)) % drawer_count;
}

/// Whether a form of the beginning of a word leaves the rest to another word.
bool may_begin(Form form) {
    return form == Form::plain || form == Form::sharp_s || form == Form::umlaut;
}

bool joins(std::string_view word, const text::Language& language) {
    return word == "," || word == "/" || language.find("conjunction", text::fold(word)) != nullptr;
}

}  // namespace

Truncations::Truncations(const Gazetteer& gazetteer,
                         const index::IndexedCorpus& indexed,
                         bool umlauts)
    : gazetteer_(gazetteer),
      wanted_{.umlauts = umlauts, .nouns = noun_endings(gazetteer, indexed.corpus)},
      rules_(gazetteer, umlauts) {
    if (gazetteer.aliases().empty()) return;
    const auto& vocabulary = indexed.corpus.vocabulary();
    for (std::size_t term = 0; term < vocabulary.size(); ++term) {
        if (is_hyphen(vocabulary.text(id_at<TermId>(term)))) read(indexed, id_at<TermId>(term));
    }
    known_.clear();
    joints_.clear();
    first_words_.clear();
    drawer_begins_ = {};
    atoms_in_drawers_ = {};
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
    const auto& terms = corpus.store().terms;
    for (const auto position : indexed.postings.positions(hyphen)) {
        if (position == 0 || position + 1 >= terms.size()) continue;
        // Most hyphens join the parts of a compound: no joint stands behind them.
        if (!is_joint(corpus, terms.at(position + 1))) continue;
        if (first_word(corpus.vocabulary(), terms.at(position - 1)).begins_nothing()) continue;
        if (!document || position >= end) {
            id = corpus.document_at(position);
            document.emplace(corpus.document(id));
            end = document->first_token() + document->token_count();
        }
        const auto place = place_at(corpus, *document, position - document->first_token());
        if (place) add_place(corpus, id, *place);
    }
}

bool Truncations::is_joint(const corpus::Corpus& corpus, TermId term) {
    const auto [known, is_new] = joints_.try_emplace(term);
    if (!is_new) return known->second;
    const auto word = corpus.vocabulary().text(term);
    const auto& codes = corpus.store().languages;
    for (std::size_t at = 0; at < codes.size() && !known->second; ++at) {
        known->second = joins(word, text::language(codes.text(at)));
    }
    return known->second;
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
    const auto& word = first_word(corpus.vocabulary(), terms[place.token]);
    const auto first = corpus.vocabulary().text(terms[place.token]);
    const auto last = corpus.vocabulary().text(terms[place.last_token]);
    if (first.size() + last.size() > longest_word) return known->second;
    if (place.is_behind_hyphen) {
        complete(first, last, known->second);
        complete_open(word.node, first, last, known->second);
        return known->second;
    }
    complete_by_end(word.beginnings, first, last, known->second);
    return known->second;
}

void Truncations::complete(std::string_view first,
                           std::string_view rest,
                           Completions& found) const {
    const auto written = std::string(first).append(rest);
    FormList forms;
    add_forms(written, wanted_, forms);
    for (std::size_t form = 0; form < forms.forms.size(); ++form) {
        const auto atom = gazetteer_.atoms().find(slice(forms.text, forms.places[form].span));
        if (!atom) continue;
        add_aliases(gazetteer_.tree().start(AtomId{*atom}), forms.forms[form], written, found);
    }
}

void Truncations::complete_open(std::uint32_t node,
                                std::string_view first,
                                std::string_view head,
                                Completions& found) const {
    if (node == AliasTree::nowhere) return;
    FormList forms;
    add_forms(head, wanted_, forms);
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
    return rules_.allow({.alias = completion.alias,
                         .forms = bit(completion.form),
                         .last_form = completion.form,
                         .is_capital = begins_upper(first),
                         .first_word = first},
                        &language,
                        [&] { return std::string_view(completion.written); });
}

void Truncations::sort_atoms() {
    const auto& tree = gazetteer_.tree();
    const auto& atoms = gazetteer_.atoms();
    const auto for_each = [&](auto visit) {
        for (std::uint32_t atom = 0; atom < atoms.size(); ++atom) {
            const auto node = tree.start(AtomId{atom});
            if (node == AliasTree::nowhere || tree.aliases_at(node).empty()) continue;
            const auto text = atoms.text(atom);
            if (text.size() > beginning_size) visit(AtomId{atom}, drawer_of(text));
        }
    };
    drawer_begins_.resize(drawer_count + 1);
    for_each([&](AtomId, std::size_t drawer) { ++drawer_begins_[drawer]; });
    std::partial_sum(drawer_begins_.begin(), drawer_begins_.end(), drawer_begins_.begin());
    atoms_in_drawers_.resize(drawer_begins_.back());
    for_each([&](AtomId atom, std::size_t drawer) {
        atoms_in_drawers_[--drawer_begins_[drawer]] = atom;
    });
}

const Truncations::FirstWord& Truncations::first_word(const corpus::Vocabulary& vocabulary,
                                                      TermId term) {
    if (drawer_begins_.empty()) sort_atoms();
    const auto [known, is_new] = first_words_.try_emplace(term);
    auto& word = known->second;
    if (!is_new) return word;
    FormList forms;
    add_forms(vocabulary.text(term), wanted_, forms);
    for (std::size_t form = 0; form < forms.forms.size(); ++form) {
        const auto folded = slice(forms.text, forms.places[form].span);
        if (may_begin(forms.forms[form])) add_beginnings(folded, word.beginnings);
        if (forms.forms[form] != Form::plain) continue;
        const auto atom = gazetteer_.atoms().find(folded);
        const auto node = atom ? gazetteer_.tree().start(AtomId{*atom}) : AliasTree::nowhere;
        if (node != AliasTree::nowhere && gazetteer_.tree().has_children(node)) word.node = node;
    }
    return word;
}

void Truncations::add_beginnings(std::string_view folded, std::vector<Beginning>& found) const {
    if (folded.size() < beginning_size) return;
    const auto drawer = drawer_of(folded);
    for (auto at = drawer_begins_[drawer]; at < drawer_begins_[drawer + 1]; ++at) {
        const auto text =
            gazetteer_.atoms().text(static_cast<std::uint32_t>(atoms_in_drawers_[at]));
        if (text.size() >= folded.size() + shortest_head && text.starts_with(folded)) {
            found.push_back({atoms_in_drawers_[at], static_cast<std::uint32_t>(folded.size())});
        }
    }
}

void Truncations::complete_by_end(std::span<const Beginning> beginnings,
                                  std::string_view first,
                                  std::string_view last,
                                  Completions& found) const {
    if (beginnings.empty()) return;
    FormList forms;
    add_forms(last, wanted_, forms);
    for (const auto& [atom, size] : beginnings) {
        const auto rest = gazetteer_.atoms().text(static_cast<std::uint32_t>(atom)).substr(size);
        for (std::size_t form = 0; form < forms.forms.size(); ++form) {
            const auto end = slice(forms.text, forms.places[form].span);
            if (end.size() <= rest.size() || !end.ends_with(rest)) continue;
            const auto lost = last.size() - std::min(last.size(), end.size());
            const auto tail = std::min(last.size(), rest.size() + lost);
            const auto written = std::string(first).append(last.substr(last.size() - tail));
            add_aliases(gazetteer_.tree().start(atom), forms.forms[form], written, found);
        }
    }
}

}  // namespace wortfeld::entity

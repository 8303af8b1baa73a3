#include "wortfeld/entity/closed_compounds.hpp"

#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/name_rules.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <iterator>

namespace wortfeld::entity {
namespace {

constexpr std::size_t shortest_compound = 8;  ///< bytes
constexpr std::size_t shortest_name = 4;      ///< bytes

}  // namespace

ClosedCompounds::ClosedCompounds(const Gazetteer& gazetteer, const index::IndexedCorpus& indexed)
    : gazetteer_(gazetteer),
      noun_endings_(noun_endings(gazetteer, indexed.corpus)),
      indexed_(indexed) {
    const auto& vocabulary = indexed.corpus.vocabulary();
    for (const auto& code : indexed.corpus.languages()) {
        const auto& language = text::language(code);
        if (by_language_.contains(&language) || language.list("compound_joint").empty()) continue;
        CompoundSplitter splitter(indexed, language);
        auto& parts = by_language_[&language];
        for (std::size_t i = 0; i < vocabulary.size(); ++i) {
            const auto term = id_at<TermId>(i);
            const auto written = vocabulary.text(term);
            if (written.size() < shortest_compound || !begins_upper(written)) continue;
            if (auto found = parts_of(written, splitter); !found.empty()) {
                parts.emplace(term, std::move(found));
            }
        }
    }
}

void ClosedCompounds::add(DocumentId document, std::vector<Candidate>& found) const {
    const auto place = indexed_.corpus.document(document);
    const auto& language = text::language(place.language());
    const auto known = by_language_.find(&language);
    if (known == by_language_.end() || known->second.empty()) return;
    const auto terms = place.terms();
    for (std::uint32_t token = 0; token < terms.size(); ++token) {
        const auto parts = known->second.find(terms[token]);
        if (parts == known->second.end()) continue;
        const auto word = place.token_span(token);
        for (const auto& part : parts->second) {
            if (!gazetteer_.counts_in(gazetteer_.alias(part.alias), &language)) continue;
            found.push_back({.span = {word.begin + part.span.begin, word.begin + part.span.end},
                             .alias = part.alias,
                             .token = token,
                             .last_token = token,
                             .sentence = place.sentence_of_token(token),
                             .forms = bit(Form::closed),
                             .joint = part.joint,
                             .begins_token = part.span.begin == 0,
                             .ends_token = part.span.end == word.size()});
        }
    }
}

bool ClosedCompounds::is_alias(std::string_view folded) const {
    const auto atom = gazetteer_.atoms().find(folded);
    if (!atom) return false;
    const auto node = gazetteer_.tree().start(AtomId{*atom});
    return node != AliasTree::nowhere && !gazetteer_.tree().aliases_at(node).empty();
}

std::vector<ClosedCompounds::Part> ClosedCompounds::parts_of(std::string_view written,
                                                             CompoundSplitter& splitter) const {
    const auto folded = text::fold(written);
    // Spans of the folded word must be those of the written one.
    if (folded.size() != written.size() || is_alias(folded)) return {};
    auto may_begin = false;
    for (auto end = shortest_name; end < folded.size(); ++end) {
        const auto beginning = std::string_view(folded).substr(0, end);
        if (!is_alias(beginning)) continue;
        splitter.know(beginning);
        may_begin = true;
    }
    const auto has_end = may_end(folded, splitter);
    if (!may_begin && !has_end) return {};
    const auto cut = splitter.split(folded);
    std::vector<Part> parts;
    // The end of one part and the beginning of the next: what begins a compound may itself be one.
    for (std::size_t last = 0; last + 1 < cut.size(); ++last) {
        const ByteSpan span{0, cut[last].end};
        add_aliases(slice(folded, span), span, cut[last + 1].begin - span.end, parts);
    }
    if (has_end) add_ends(folded, cut, parts);
    return parts;
}

std::vector<std::string> ClosedCompounds::bases_of(std::string_view folded) const {
    FormList forms;
    add_forms(folded, {.inflections = {}, .nouns = noun_endings_}, forms);
    std::vector<std::string> bases;
    for (const auto& place : forms.places) {
        const auto base = slice(forms.text, place.span);
        if (is_alias(base)) bases.emplace_back(base);
    }
    if (folded.ends_with('s') && is_alias(folded.substr(0, folded.size() - 1))) {
        bases.emplace_back(folded.substr(0, folded.size() - 1));
    }
    return bases;
}

bool ClosedCompounds::may_end(std::string_view folded, CompoundSplitter& splitter) const {
    auto is_found = false;
    for (auto begin = shortest_name; begin + shortest_name <= folded.size(); ++begin) {
        const auto end = folded.substr(begin);
        if (bases_of(end).empty()) continue;
        splitter.know(end);
        is_found = true;
    }
    return is_found;
}

void ClosedCompounds::add_ends(std::string_view folded,
                               const std::vector<ByteSpan>& cut,
                               std::vector<Part>& parts) const {
    for (std::size_t first = 1; first < cut.size(); ++first) {
        const ByteSpan span{cut[first].begin, static_cast<std::uint32_t>(folded.size())};
        const auto written = slice(folded, span);
        for (const auto& base : bases_of(written)) {
            std::vector<Part> found;
            add_aliases(base, span, 0, found);
            std::copy_if(found.begin(), found.end(), std::back_inserter(parts), [&](Part part) {
                const auto& alias = gazetteer_.alias(part.alias);
                if (alias.role == AliasRole::noun) return true;
                const auto is_genitive = base.size() + 1 == written.size();
                return gazetteer_.entity(alias.entity).kind == "place" &&
                       (base == written || is_genitive);
            });
        }
    }
}

void ClosedCompounds::add_aliases(std::string_view atom,
                                  ByteSpan span,
                                  std::uint32_t joint,
                                  std::vector<Part>& parts) const {
    if (atom.size() < shortest_name || !is_alias(atom)) return;
    const auto node = gazetteer_.tree().start(AtomId{*gazetteer_.atoms().find(atom)});
    for (const auto alias : gazetteer_.tree().aliases_at(node)) {
        if (gazetteer_.alias(alias).case_policy == CasePolicy::fold) {
            parts.push_back({alias, span, joint});
        }
    }
}

}  // namespace wortfeld::entity

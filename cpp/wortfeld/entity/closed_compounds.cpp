#include "wortfeld/entity/closed_compounds.hpp"

#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>

namespace wortfeld::entity {
namespace {

constexpr std::size_t shortest_compound = 8;  ///< bytes
constexpr std::size_t shortest_name = 4;      ///< bytes

}  // namespace

ClosedCompounds::ClosedCompounds(const Gazetteer& gazetteer, const index::IndexedCorpus& indexed)
    : gazetteer_(gazetteer), indexed_(indexed) {
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
    if (!may_begin) return {};
    const auto cut = splitter.split(folded);
    std::vector<Part> parts;
    // The end of one part and the beginning of the next: what begins a compound may itself be one.
    for (std::size_t last = 0; last + 1 < cut.size(); ++last) {
        const ByteSpan span{0, cut[last].end};
        add_aliases(slice(folded, span), span, cut[last + 1].begin - span.end, parts);
    }
    return parts;
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

#include "wortfeld/corpus/store_builder.hpp"

#include "wortfeld/base/hash.hpp"
#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace wortfeld::corpus {
namespace {

/// Tokens that are numbered between two looks at the stop sign: a few milliseconds.
constexpr std::size_t tokens_per_look = std::size_t{1} << 16;

}  // namespace

StoreBuilder::StoreBuilder() {
    begin();
}

void StoreBuilder::begin() {
    for (auto* begins : {&store_.token_begins,
                         &store_.block_begins,
                         &store_.sentence_begins,
                         &store_.zone_begins,
                         &store_.mark_begins}) {
        begins->push(0);
    }
}

void StoreBuilder::add(const NewDocument& document,
                       const text::DocumentLayout& layout,
                       StopSign stop) {
    store_.texts.push(document.text);
    store_.ids.push(document.id);
    store_.document_languages.push(languages_.intern(document.language));
    store_.breaks_off.push(layout.breaks_off ? 1 : 0);
    add_tokens(document.text, layout.tokens, stop);
    add_sentences(layout.sentences);
    add_zones(layout.zones);
    add_found(layout.found);
    add_characters(document.text);
    add_hash(hash_bytes(document.text, hash_bytes(document.language, hash_bytes(document.id, 0))));
}

void StoreBuilder::add_tokens(std::string_view text,
                              std::span<const text::Token> tokens,
                              StopSign stop) {
    const auto first = static_cast<std::uint32_t>(store_.terms.size());
    const auto terms = store_.terms.extend(tokens.size());
    for (std::size_t begin = 0; begin < tokens.size(); begin += tokens_per_look) {
        stop.heed();
        const auto size = std::min(tokens_per_look, tokens.size() - begin);
        vocabulary_.intern(text, tokens.subspan(begin, size), terms.subspan(begin, size));
    }
    std::uint32_t words = 0;
    std::uint32_t end = 0;
    std::uint64_t gaps = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (number(terms[i]) == store_.kinds.size()) {
            store_.kinds.push(static_cast<std::uint8_t>(token.kind));
        }
        words += text::is_word(token.kind) ? 1 : 0;
        const auto place = i % tokens_per_block;
        const auto gap = token.span.begin - end;
        end = token.span.end;
        if (place == 0) {
            if (i > 0) store_.gaps.push(gaps);
            store_.block_bytes.push(token.span.begin);
            gaps = 0;
            continue;
        }
        gaps |= std::uint64_t{std::min(gap, wide_gap)} << (2 * place);
        if (gap >= wide_gap) {
            store_.wide_gap_positions.push(first + i);
            store_.wide_gaps.push(gap);
        }
    }
    if (!tokens.empty()) store_.gaps.push(gaps);
    store_.word_counts.push(words);
    totals_.word_count += words;
    store_.token_begins.push(static_cast<std::uint32_t>(store_.terms.size()));
    store_.block_begins.push(static_cast<std::uint32_t>(store_.gaps.size()));
}

void StoreBuilder::add_sentences(std::span<const text::Sentence> sentences) {
    for (const auto& sentence : sentences) {
        store_.sentence_tokens.push(sentence.tokens.begin);
        store_.sentence_paragraphs.push(sentence.paragraph);
        store_.sentence_zones.push(static_cast<std::uint8_t>(sentence.zone));
    }
    store_.sentence_begins.push(static_cast<std::uint32_t>(store_.sentence_tokens.size()));
}

void StoreBuilder::add_zones(std::span<const text::ZoneSpan> zones) {
    for (const auto& zone : zones) {
        store_.zones.push({.begin = zone.span.begin,
                           .end = zone.span.end,
                           .paragraph = zone.paragraph,
                           .rule = static_cast<std::uint16_t>(rules_.intern(zone.rule)),
                           .zone = static_cast<std::uint8_t>(zone.zone)});
    }
    store_.zone_begins.push(static_cast<std::uint32_t>(store_.zones.size()));
}

void StoreBuilder::add_found(const text::FoundMetadata& found) {
    const auto document = static_cast<std::uint32_t>(document_count());
    if (found.title) {
        store_.title_documents.push(document);
        store_.titles.push(*found.title);
    }
    if (found.author) {
        store_.author_documents.push(document);
        store_.authors.push(*found.author);
    }
    if (found.date) {
        store_.date_documents.push(document);
        store_.dates.push(*found.date);
    }
}

void StoreBuilder::add_characters(std::string_view text) {
    const auto first = store_.marks.size();
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < text.size(); begin += bytes_per_mark) {
        if (begin > 0) store_.marks.push(static_cast<std::uint32_t>(count));
        count += utf8::length(text.substr(begin, bytes_per_mark));
    }
    // In ASCII a byte is a character: nothing to look up.
    if (count == text.size()) store_.marks.shorten(first);
    store_.character_counts.push(static_cast<std::uint32_t>(count));
    store_.mark_begins.push(static_cast<std::uint32_t>(store_.marks.size()));
}

void StoreBuilder::add_hash(std::uint64_t hash) {
    store_.hashes.push(hash);
    totals_.fingerprint = fold_product(totals_.fingerprint ^ hash_salt, hash ^ other_hash_salt);
}

void StoreBuilder::clear() {
    const auto empty = [](auto&... lists) { (lists.clear(), ...); };
    std::apply(empty, document_lists(store_));
    std::apply(empty, inner_lists(store_));
    std::apply(empty, string_lists(store_));
    for (auto* strings : {&vocabulary_, &languages_, &rules_}) strings->clear();
    totals_ = {};
    begin();
}

Store StoreBuilder::finish() && {
    store_.vocabulary = std::move(vocabulary_).finish();
    store_.languages = std::move(languages_).finish();
    store_.rules = std::move(rules_).finish();
    return corpus::finish(std::move(store_));
}

}  // namespace wortfeld::corpus

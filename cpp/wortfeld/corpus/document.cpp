#include "wortfeld/corpus/document.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/corpus/search.hpp"

namespace wortfeld::corpus {
namespace {

/// Walks over the tokens of one block: where each begins and ends.
class BlockWalk {
  public:
    /// `position` is the corpus-wide one of the block's first token.
    BlockWalk(const Store& store, std::size_t block, std::uint32_t position, std::size_t text_size)
        : store_(store),
          block_(block),
          gaps_(store.gaps.at(block)),
          position_(position),
          begin_(store.block_bytes.at(block)),
          text_size_(text_size) {}

    [[nodiscard]] ByteSpan span(TermId term) const {
        const auto end = begin_ + store_.vocabulary.length(number(term));
        if (end > text_size_) store_.block_bytes.refuse(block_, "leads tokens out of the text");
        return {.begin = static_cast<std::uint32_t>(begin_),
                .end = static_cast<std::uint32_t>(end)};
    }
    /// Moves to the one behind the block's token of that number, which ends there.
    void resume(std::uint32_t token, std::uint32_t end) {
        gaps_ >>= 2 * token;
        position_ += token;
        advance(end);
    }
    /// Moves to the token behind one that ends there.
    void advance(std::uint32_t end) {
        gaps_ >>= 2U;
        ++position_;
        const auto gap = static_cast<std::uint32_t>(gaps_ & wide_gap);
        begin_ = std::size_t{end} + (gap == wide_gap ? wide() : gap);
    }

  private:
    [[nodiscard]] std::uint32_t wide() const {
        const auto& positions = store_.wide_gap_positions;
        const auto place = first_place(
            positions.size(), [&](std::size_t at) { return positions.at(at) >= position_; });
        if (place == positions.size() || positions.at(place) != position_) {
            store_.gaps.refuse(block_, "names a wide gap that is nowhere told");
        }
        return store_.wide_gaps.at(place);
    }

    const Store& store_;
    std::size_t block_;
    std::uint64_t gaps_;
    std::uint32_t position_;
    std::size_t begin_;
    std::size_t text_size_;
};

/// The place of a document in an ascending list of some, or nothing.
std::optional<std::size_t> place_in(const Array<std::uint32_t>& documents, std::size_t document) {
    const auto place =
        first_place(documents.size(), [&](std::size_t at) { return documents.at(at) >= document; });
    if (place == documents.size() || documents.at(place) != document) return std::nullopt;
    return place;
}

}  // namespace

ByteSpan Document::token_span(std::uint32_t token) const {
    const auto first = token / tokens_per_block * tokens_per_block;
    const auto position = first_token() + first;
    const auto block = store_->block_begins.at(at_) + token / tokens_per_block;
    BlockWalk walk(*store_, block, position, store_->texts.length(at_));
    const auto terms = store_->terms.slice(position, token - first + 1);
    for (std::size_t i = 0; i + 1 < terms.size(); ++i) walk.advance(walk.span(terms[i]).end);
    const auto span = walk.span(terms.back());
    require_whole(span, block);
    return span;
}

bool Document::is_attached(std::uint32_t token) const {
    // What stands before the first token of a block is not in its gaps.
    if (token % tokens_per_block == 0) {
        return token > 0 && token_span(token - 1).end == token_span(token).begin;
    }
    const auto block = store_->block_begins.at(at_) + token / tokens_per_block;
    const auto gaps = store_->gaps.at(block) >> (2 * (token % tokens_per_block));
    return (gaps & wide_gap) == 0;
}

void TokenSpans::decode(std::uint32_t wanted) {
    const auto& store = *document_.store_;
    const auto first = block_ * tokens_per_block;
    const auto position = document_.first_token() + first;
    const auto stored_block = store.block_begins.at(document_.at_) + block_;
    BlockWalk walk(store, stored_block, position, store.texts.length(document_.at_));
    const auto terms = store.terms.slice(position, wanted);
    if (known_ > 0) walk.resume(known_ - 1, spans_[known_ - 1].end);
    for (auto i = known_; i < wanted; ++i) {
        if (i > known_) walk.advance(spans_[i - 1].end);
        spans_[i] = walk.span(terms[i]);
        document_.require_whole(spans_[i], stored_block);
    }
    known_ = wanted;
}

void Document::require_whole(ByteSpan span, std::size_t block) const {
    if (!store_->checks || store_->checks->tokens_lie_well(at_)) return;
    const auto whole = text();
    const auto is_cut = [&](std::size_t at) {
        return at < whole.size() && utf8::continues(whole[at]);
    };
    if (!is_cut(span.begin) && !is_cut(span.end)) return;
    store_->block_bytes.refuse(block, "leads to a token that cuts a character");
}

TokenSpan Document::sentence_tokens(std::uint32_t sentence) const {
    const auto at = store_->sentence_begins.at(at_) + sentence;
    const auto is_last = sentence + 1 == sentence_count();
    return {.begin = store_->sentence_tokens.at(at),
            .end = is_last ? token_count() : store_->sentence_tokens.at(at + 1)};
}

text::Sentence Document::sentence(std::uint32_t sentence) const {
    const auto at = store_->sentence_begins.at(at_) + sentence;
    const auto tokens = sentence_tokens(sentence);
    const ByteSpan span{.begin = token_span(tokens.begin).begin,
                        .end = token_span(tokens.end - 1).end};
    if (span.begin > span.end) store_->sentence_tokens.refuse(at, "begins behind its end");
    return {.span = span,
            .tokens = tokens,
            .paragraph = store_->sentence_paragraphs.at(at),
            .zone = sentence_zone(sentence)};
}

std::uint32_t Document::sentence_of_token(std::uint32_t token) const {
    const auto first = store_->sentence_begins.at(at_);
    const auto above = first_place(sentence_count(), [&](std::size_t sentence) {
        return store_->sentence_tokens.at(first + sentence) > token;
    });
    return static_cast<std::uint32_t>(above) - 1;
}

text::ZoneSpan Document::zone(std::uint32_t zone) const {
    const auto at = store_->zone_begins.at(at_) + zone;
    const auto& stored = store_->zones.at(at);
    if (store_->checks && !utf8::is_whole(slice(text(), {stored.begin, stored.end}))) {
        store_->zones.refuse(at, "cuts a character");
    }
    return {.span = {.begin = stored.begin, .end = stored.end},
            .zone = static_cast<text::Zone>(stored.zone),
            .paragraph = stored.paragraph,
            .rule = store_->rules.text(stored.rule)};
}

std::optional<std::string_view> Document::found_title() const {
    const auto place = place_in(store_->title_documents, at_);
    if (!place) return std::nullopt;
    return store_->titles.text(*place);
}

std::optional<std::string_view> Document::found_author() const {
    const auto place = place_in(store_->author_documents, at_);
    if (!place) return std::nullopt;
    return store_->authors.text(*place);
}

std::optional<std::int32_t> Document::found_date() const {
    const auto place = place_in(store_->date_documents, at_);
    if (!place) return std::nullopt;
    return store_->dates.at(*place);
}

std::uint32_t Document::chars_before(std::uint32_t byte) const {
    if (is_ascii()) return byte;
    const auto mark = byte / bytes_per_mark;
    const auto start = mark * bytes_per_mark;
    // Text ends with a mark only if something stands behind it.
    if (byte == text().size()) return character_count();
    const auto before = mark == 0 ? 0 : store_->marks.at(store_->mark_begins.at(at_) + mark - 1);
    return before + static_cast<std::uint32_t>(utf8::length(text().substr(start, byte - start)));
}

std::uint32_t Document::byte_of(std::uint32_t code_point) const {
    const auto whole = text();
    if (code_point >= character_count()) return static_cast<std::uint32_t>(whole.size());
    const auto byte = is_ascii() ? code_point : marked_byte_of(code_point);
    // Only a file can count wrongly.
    if (!utf8::continues(whole[byte])) return byte;
    store_->character_counts.refuse(at_, "is not the number of characters of its document");
}

std::uint32_t Document::marked_byte_of(std::uint32_t code_point) const {
    const auto whole = text();
    const auto first = store_->mark_begins.at(at_);
    const auto mark = first_place(count(store_->mark_begins), [&](std::size_t at) {
        return store_->marks.at(first + at) > code_point;
    });
    auto byte = mark * bytes_per_mark;
    auto missing = code_point - (mark == 0 ? 0 : store_->marks.at(first + mark - 1));
    const auto next_mark = std::min(whole.size(), byte + bytes_per_mark);
    // A mark may lie inside a code point that was counted before it.
    while (byte < next_mark && utf8::continues(whole[byte])) ++byte;
    for (; missing > 0 && byte < next_mark; --missing) utf8::next(whole, byte);
    if (byte < next_mark) return static_cast<std::uint32_t>(byte);
    // Only a file can count wrongly.
    store_->character_counts.refuse(at_, "is not the number of characters of its document");
}

void DecodedDocument::decode(const Document& document) {
    const auto& store = *document.store_;
    const auto terms = document.terms();
    const auto text_size = store.texts.length(document.at_);
    tokens.resize(terms.size());
    const auto first_block = store.block_begins.at(document.at_);
    for (std::uint32_t first = 0; first < terms.size(); first += tokens_per_block) {
        const auto block = first_block + first / tokens_per_block;
        BlockWalk walk(store, block, document.first_token() + first, text_size);
        const auto end = std::min<std::size_t>(terms.size(), first + tokens_per_block);
        for (std::size_t token = first; token < end; ++token) {
            if (token > first) walk.advance(tokens[token - 1].span.end);
            tokens[token] = {
                .span = walk.span(terms[token]),
                .kind = static_cast<text::TokenKind>(store.kinds.at(number(terms[token])))};
        }
    }
    require_sound_tokens(document);
    decode_sentences(document);
}

void DecodedDocument::require_sound_tokens(const Document& document) const {
    const auto& store = *document.store_;
    if (!store.checks || store.checks->tokens_lie_well(document.at_)) return;
    const auto first_block = store.block_begins.at(document.at_);
    std::uint32_t before = 0;
    for (std::size_t token = 0; token < tokens.size(); ++token) {
        const auto span = tokens[token].span;
        const auto block = first_block + token / tokens_per_block;
        if (span.begin < before || span.empty()) {
            store.block_bytes.refuse(block, "leads to tokens that are not in order");
        }
        document.require_whole(span, block);
        before = span.end;
    }
    store.checks->set_tokens_lie_well(document.at_);
}

void DecodedDocument::decode_sentences(const Document& document) {
    const auto& store = *document.store_;
    sentences.resize(document.sentence_count());
    const auto first_sentence = store.sentence_begins.at(document.at_);
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        const auto range = document.sentence_tokens(s);
        sentences[s] = {.span = {.begin = tokens[range.begin].span.begin,
                                 .end = tokens[range.end - 1].span.end},
                        .tokens = range,
                        .paragraph = store.sentence_paragraphs.at(first_sentence + s),
                        .zone = document.sentence_zone(s)};
    }
}

}  // namespace wortfeld::corpus

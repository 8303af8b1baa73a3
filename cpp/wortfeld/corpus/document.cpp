#include "wortfeld/corpus/document.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/corpus/search.hpp"

namespace wortfeld::corpus {
namespace {

/// Walks over the tokens of one block: where each begins and ends.
class BlockWalk {
  public:
    /// `position` is the corpus-wide one of the block's first token.
    BlockWalk(const Store& store, std::size_t block, std::uint32_t position)
        : store_(store),
          gaps_(store.gaps.at(block)),
          position_(position),
          begin_(store.block_bytes.at(block)) {}

    [[nodiscard]] ByteSpan span(TermId term) const {
        const auto length = store_.vocabulary.length(number(term));
        return {.begin = begin_, .end = begin_ + static_cast<std::uint32_t>(length)};
    }
    /// Moves to the token behind one that ends there.
    void advance(std::uint32_t end) {
        gaps_ >>= 2U;
        ++position_;
        const auto gap = static_cast<std::uint32_t>(gaps_ & wide_gap);
        begin_ = end + (gap == wide_gap ? wide() : gap);
    }

  private:
    [[nodiscard]] std::uint32_t wide() const {
        const auto& positions = store_.wide_gap_positions;
        return store_.wide_gaps.at(first_place(
            positions.size(), [&](std::size_t at) { return positions.at(at) >= position_; }));
    }

    const Store& store_;
    std::uint64_t gaps_;
    std::uint32_t position_;
    std::uint32_t begin_;
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
    BlockWalk walk(*store_, store_->block_begins.at(at_) + token / tokens_per_block, position);
    const auto terms = store_->terms.slice(position, token - first + 1);
    for (std::size_t i = 0; i + 1 < terms.size(); ++i) walk.advance(walk.span(terms[i]).end);
    return walk.span(terms.back());
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
    return {
        .span = {.begin = token_span(tokens.begin).begin, .end = token_span(tokens.end - 1).end},
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
    const auto& stored = store_->zones.at(store_->zone_begins.at(at_) + zone);
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
    if (is_ascii()) return code_point;
    const auto first = store_->mark_begins.at(at_);
    const auto mark = first_place(count(store_->mark_begins), [&](std::size_t at) {
        return store_->marks.at(first + at) > code_point;
    });
    auto byte = mark * bytes_per_mark;
    auto missing = code_point - (mark == 0 ? 0 : store_->marks.at(first + mark - 1));
    // A mark may lie inside a code point that was counted before it.
    const auto is_inside = [&] {
        return (static_cast<unsigned char>(whole[byte]) & 0xC0U) == 0x80U;
    };
    while (is_inside()) ++byte;
    for (; missing > 0; --missing) utf8::next(whole, byte);
    return static_cast<std::uint32_t>(byte);
}

void DecodedDocument::decode(const Document& document) {
    const auto& store = *document.store_;
    const auto terms = document.terms();
    tokens.resize(terms.size());
    const auto first_block = store.block_begins.at(document.at_);
    for (std::uint32_t first = 0; first < terms.size(); first += tokens_per_block) {
        BlockWalk walk(
            store, first_block + first / tokens_per_block, document.first_token() + first);
        const auto end = std::min<std::size_t>(terms.size(), first + tokens_per_block);
        for (std::size_t token = first; token < end; ++token) {
            if (token > first) walk.advance(tokens[token - 1].span.end);
            tokens[token] = {
                .span = walk.span(terms[token]),
                .kind = static_cast<text::TokenKind>(store.kinds.at(number(terms[token])))};
        }
    }
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

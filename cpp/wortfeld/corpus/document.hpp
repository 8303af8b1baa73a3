// One document of a corpus, looked at through the columns that hold it.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/document_checks.hpp"
#include "wortfeld/corpus/store.hpp"
#include "wortfeld/text/document_layout.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// A light value: a place in a store, which must outlive it. Spans are bytes of the document's own
/// text; tokens, sentences and zones count from its first. What it returns lives in the store.
class Document {
  public:
    /// In a store that lies in a file, `Error{bad_file}` if the columns do not agree about it.
    Document(const Store& store, DocumentId id) : store_(&store), at_(number(id)) {
        if (store.checks) store.checks->require_sound(store, at_);
    }

    [[nodiscard]] std::string_view id() const { return store_->ids.text(at_); }
    /// The code as given, or empty.
    [[nodiscard]] std::string_view language() const {
        return store_->languages.text(store_->document_languages.at(at_));
    }
    /// Its number among the distinct codes of the store.
    [[nodiscard]] std::uint32_t language_number() const {
        return store_->document_languages.at(at_);
    }
    /// The source, untouched but for a byte-order mark.
    [[nodiscard]] std::string_view text() const { return store_->texts.text(at_); }

    /// Its first position in the corpus.
    [[nodiscard]] std::uint32_t first_token() const { return store_->token_begins.at(at_); }
    [[nodiscard]] std::uint32_t token_count() const { return count(store_->token_begins); }
    [[nodiscard]] std::uint32_t word_count() const { return store_->word_counts.at(at_); }
    [[nodiscard]] std::uint32_t character_count() const { return store_->character_counts.at(at_); }
    [[nodiscard]] std::uint32_t sentence_count() const { return count(store_->sentence_begins); }
    [[nodiscard]] std::uint32_t zone_count() const { return count(store_->zone_begins); }

    /// The term of each token.
    [[nodiscard]] std::span<const TermId> terms() const {
        return store_->terms.slice(first_token(), token_count());
    }
    /// Walks at most 31 tokens; for all of them see `DecodedDocument`.
    [[nodiscard]] ByteSpan token_span(std::uint32_t token) const;

    /// Whether nothing stands between that token and the one before it.
    [[nodiscard]] bool is_attached(std::uint32_t token) const;

    [[nodiscard]] text::Sentence sentence(std::uint32_t sentence) const;
    [[nodiscard]] TokenSpan sentence_tokens(std::uint32_t sentence) const;
    [[nodiscard]] text::Zone sentence_zone(std::uint32_t sentence) const {
        return static_cast<text::Zone>(
            store_->sentence_zones.at(store_->sentence_begins.at(at_) + sentence));
    }
    [[nodiscard]] std::uint32_t sentence_paragraph(std::uint32_t sentence) const {
        return store_->sentence_paragraphs.at(store_->sentence_begins.at(at_) + sentence);
    }
    /// The sentence to which that token belongs.
    [[nodiscard]] std::uint32_t sentence_of_token(std::uint32_t token) const;
    [[nodiscard]] text::ZoneSpan zone(std::uint32_t zone) const;
    /// Whether the last sentence of the counted zones ends without a closing mark.
    [[nodiscard]] bool breaks_off() const { return store_->breaks_off.at(at_) != 0; }

    /// What its head says about it.
    [[nodiscard]] std::optional<std::string_view> found_title() const;
    [[nodiscard]] std::optional<std::string_view> found_author() const;
    [[nodiscard]] std::optional<std::int32_t> found_date() const;

    [[nodiscard]] CharSpan chars(ByteSpan span) const {
        return {.begin = chars_before(span.begin), .end = chars_before(span.end)};
    }
    /// Code points before a byte that starts one or ends the text.
    [[nodiscard]] std::uint32_t chars_before(std::uint32_t byte) const;
    /// The byte at which that code point starts; the end of the text if it has fewer.
    [[nodiscard]] std::uint32_t byte_of(std::uint32_t code_point) const;

  private:
    friend struct DecodedDocument;
    friend class TokenSpans;
    [[nodiscard]] std::uint32_t marked_byte_of(std::uint32_t code_point) const;
    /// In a file, `Error{bad_file}` if the span cuts a code point; it lies within the text.
    void require_whole(ByteSpan span, std::size_t block) const;
    template <typename Begins>
    [[nodiscard]] std::uint32_t count(const Begins& begins) const {
        const auto ends = begins.slice(at_, 2);
        return ends[1] - ends[0];
    }
    [[nodiscard]] bool is_ascii() const { return character_count() == text().size(); }

    const Store* store_;
    std::size_t at_;
};

/// The spans of some tokens of a document, quick if those of one neighbourhood are asked together
/// and from left to right.
class TokenSpans {
  public:
    explicit TokenSpans(const Document& document) : document_(document) {}

    [[nodiscard]] ByteSpan at(std::uint32_t token) {
        const auto place = token % tokens_per_block;
        if (token / tokens_per_block != block_) {
            block_ = token / tokens_per_block;
            known_ = 0;
        }
        if (place >= known_) decode(place + 1);
        return spans_[place];
    }

    /// Whether two tokens lie in one neighbourhood.
    [[nodiscard]] static constexpr bool are_together(std::uint32_t a, std::uint32_t b) noexcept {
        return a / tokens_per_block == b / tokens_per_block;
    }

  private:
    /// Goes on until so many spans of the block are known.
    void decode(std::uint32_t wanted);

    Document document_;
    std::uint32_t block_ = 0xFFFFFFFF;
    std::uint32_t known_ = 0;
    std::array<ByteSpan, tokens_per_block> spans_{};
};

/// All tokens and sentences of a document, for passes that look at each of them. To be reused: it
/// keeps its memory.
struct DecodedDocument {
    std::vector<text::Token> tokens;
    std::vector<text::Sentence> sentences;

    /// In a file, `Error{bad_file}` for tokens that are not in order within the text.
    void decode(const Document& document);

  private:
    void require_sound_tokens(const Document& document) const;
    void decode_sentences(const Document& document);
};

/// The documents of a corpus in order.
class Documents {
  public:
    explicit Documents(const Store& store) : store_(&store) {}

    [[nodiscard]] std::size_t size() const noexcept { return store_->hashes.size(); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] Document operator[](std::size_t position) const {
        return {*store_, id_at<DocumentId>(position)};
    }

    class Iterator {
      public:
        Iterator(const Store& store, std::size_t at) : store_(&store), at_(at) {}
        Document operator*() const { return {*store_, id_at<DocumentId>(at_)}; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

      private:
        const Store* store_;
        std::size_t at_;
    };
    [[nodiscard]] Iterator begin() const { return {*store_, 0}; }
    [[nodiscard]] Iterator end() const { return {*store_, size()}; }

  private:
    const Store* store_;
};

}  // namespace wortfeld::corpus

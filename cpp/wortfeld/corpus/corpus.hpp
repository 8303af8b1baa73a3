// An immutable ordered collection of documents with one vocabulary.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/layer.hpp"
#include "wortfeld/corpus/vocabulary.hpp"
#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/offsets.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::corpus {

/// Something a user should know about the input; nothing is dropped silently.
struct Warning {
    std::string source;   ///< document or file
    std::string place;    ///< where in it: "byte 17", "line 3", or empty
    std::string kind;     ///< for example "replaced", "empty", "language"
    std::string message;  ///< a sentence
};

/// One document of a corpus. Spans inside are bytes of its own text, tokens count from its first.
struct Document {
    std::string id;
    std::string language;  ///< code as given, or empty
    std::string text;      ///< the source, untouched but for a byte-order mark
    text::CodePointIndex code_points = {};
    std::uint32_t first_token = 0;  ///< its first position in the corpus
    std::uint32_t token_count = 0;
    std::uint32_t word_count = 0;
    std::vector<text::ZoneSpan> zones = {};
    std::vector<text::Sentence> sentences = {};
    text::FoundMetadata found = {};
    bool breaks_off = false;
    std::size_t input = 0;  ///< its number among all that were offered, skipped ones included

    [[nodiscard]] CharSpan chars(ByteSpan span) const { return code_points.chars(text, span); }
    [[nodiscard]] std::uint32_t chars_before(std::uint32_t byte) const {
        return code_points.code_points_before(text, byte);
    }
    /// The sentence to which that token (of this document) belongs.
    [[nodiscard]] std::uint32_t sentence_of_token(std::uint32_t token) const;
};

/// Everything that was read, made by a `Builder`. Safe to read from many threads.
class Corpus {
  public:
    [[nodiscard]] std::span<const Document> documents() const noexcept { return documents_; }
    [[nodiscard]] const Document& document(DocumentId id) const { return documents_[number(id)]; }
    /// The document of that id, or nothing.
    [[nodiscard]] std::optional<DocumentId> find(std::string_view id) const;
    /// The document that holds this corpus-wide position.
    [[nodiscard]] DocumentId document_at(std::uint32_t position) const;

    [[nodiscard]] const Vocabulary& vocabulary() const noexcept { return vocabulary_; }
    [[nodiscard]] text::TokenKind kind(TermId term) const { return kinds_[number(term)]; }

    /// Term of each corpus-wide position, and its first byte in its document.
    [[nodiscard]] std::span<const TermId> terms() const noexcept { return terms_; }
    [[nodiscard]] std::span<const std::uint32_t> token_begins() const noexcept { return begins_; }
    /// Bytes of the token at a corpus-wide position, in its document.
    [[nodiscard]] ByteSpan token_span(std::uint32_t position) const;

    [[nodiscard]] std::uint64_t word_count() const noexcept { return word_count_; }
    [[nodiscard]] const Columns& metadata() const noexcept { return metadata_; }
    [[nodiscard]] std::span<const Warning> warnings() const noexcept { return warnings_; }
    /// The distinct language codes of the documents, sorted, without the empty one.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// Sixteen hexadecimal digits over ids, languages and texts in order.
    [[nodiscard]] std::string fingerprint() const;

    /// The layer of that name, computed at the first call.
    [[nodiscard]] const Layer& layer(std::string_view name) const;

    /// Days since 1970-01-01: the metadata's date, else the byline's, else nothing.
    [[nodiscard]] std::optional<std::int32_t> date(DocumentId id) const;

  private:
    friend class Builder;
    struct LayerCache {
        std::array<std::once_flag, layer_names.size()> once;
        std::array<Layer, layer_names.size()> layers;
    };

    std::vector<Document> documents_;
    std::unordered_map<std::string_view, DocumentId> ids_;
    Vocabulary vocabulary_;
    std::vector<text::TokenKind> kinds_;
    std::vector<TermId> terms_;
    std::vector<std::uint32_t> begins_;
    std::uint64_t word_count_ = 0;
    Columns metadata_;
    std::vector<Warning> warnings_;
    std::unique_ptr<LayerCache> layers_ = std::make_unique<LayerCache>();
};

}  // namespace wortfeld::corpus

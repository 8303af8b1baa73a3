// An immutable ordered collection of documents with one vocabulary.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/lazy.hpp"
#include "wortfeld/base/once.hpp"
#include "wortfeld/corpus/document.hpp"
#include "wortfeld/corpus/layer.hpp"
#include "wortfeld/corpus/store.hpp"
#include "wortfeld/corpus/store_builder.hpp"
#include "wortfeld/text/kept_forms.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// Something a user should know about the input; nothing is dropped silently.
struct Warning {
    std::string source;   ///< document or file
    std::string place;    ///< where in it: "byte 17", "line 3", or empty
    std::string kind;     ///< for example "replaced", "empty", "language"
    std::string message;  ///< a sentence
    friend bool operator==(const Warning&, const Warning&) = default;
};

/// How documents were read, as far as it decides what was found in them.
struct ReadingRules {
    std::string version;          ///< of the rules for words, sentences and zones
    std::string unicode_version;  ///< of the character properties
    bool detect_zones = true;
    text::KeptForms keep = {};  ///< what became one token each beyond the word rules
    std::uint64_t profile = 0;  ///< the fingerprint of the one that was used; 0: none

    /// Those of this program.
    static ReadingRules current(bool detect_zones,
                                text::KeptForms keep = {},
                                std::uint64_t profile = 0);
    friend bool operator==(const ReadingRules&, const ReadingRules&) = default;
};

/// What a corpus is made of: all that a file must hold.
struct CorpusParts {
    Store store;
    StoreTotals totals;
    ReadingRules rules;
    Lazy<Columns> metadata = {};  ///< a row a document, or no columns
    Lazy<std::vector<Warning>> warnings = {};
    Array<DocumentId> documents_by_id = {};  ///< in the order of their ids' bytes; empty: not known
    std::optional<Layer> folded = std::nullopt;  ///< if it is known already
};

/// Everything that was read, made by a `Builder`. Safe to read from many threads.
class Corpus {
  public:
    explicit Corpus(CorpusParts parts);

    [[nodiscard]] Documents documents() const noexcept { return Documents(parts_->store); }
    [[nodiscard]] Document document(DocumentId id) const { return {parts_->store, id}; }
    /// The document of that id, or nothing.
    [[nodiscard]] std::optional<DocumentId> find(std::string_view id) const;
    /// The document that holds this corpus-wide position.
    [[nodiscard]] DocumentId document_at(std::uint32_t position) const;

    [[nodiscard]] const Vocabulary& vocabulary() const noexcept { return vocabulary_; }
    [[nodiscard]] text::TokenKind kind(TermId term) const {
        return static_cast<text::TokenKind>(parts_->store.kinds.at(number(term)));
    }
    [[nodiscard]] std::uint32_t token_count() const noexcept {
        return static_cast<std::uint32_t>(parts_->store.terms.size());
    }
    [[nodiscard]] std::uint64_t word_count() const noexcept { return parts_->totals.word_count; }
    [[nodiscard]] const Columns& metadata() const { return parts_->metadata.get(); }
    [[nodiscard]] std::span<const Warning> warnings() const { return parts_->warnings.get(); }
    /// The distinct language codes of the documents, sorted, without the empty one.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// Sixteen hexadecimal digits over ids, languages and texts in order.
    [[nodiscard]] std::string fingerprint() const;

    /// The layer of that name, computed at the first call.
    [[nodiscard]] const Layer& layer(std::string_view name) const;
    /// The documents in the order of their ids' bytes, sorted at the first call.
    [[nodiscard]] const Array<DocumentId>& documents_by_id() const;

    /// Days since 1970-01-01: the metadata's date, else the byline's, else nothing.
    [[nodiscard]] std::optional<std::int32_t> date(DocumentId id) const;

    /// The corpus of those documents alone, ascending and without repetition: equal in everything
    /// to one that was read from them. Warnings stay if they are about one of the documents or
    /// about none, except for one about a language that none of them has. `Error{bad_argument}` if
    /// the documents are not in order.
    [[nodiscard]] Corpus take(std::span<const DocumentId> documents) const;

    [[nodiscard]] const Store& store() const noexcept { return parts_->store; }
    [[nodiscard]] const StoreTotals& totals() const noexcept { return parts_->totals; }
    [[nodiscard]] const ReadingRules& rules() const noexcept { return parts_->rules; }

  private:
    struct Cache {
        std::array<Once, layer_names.size()> once;
        std::array<Layer, layer_names.size()> layers;
        Once once_sorted;
        Array<DocumentId> documents_by_id;
    };

    std::unique_ptr<CorpusParts> parts_;  ///< documents point into it, also when a corpus is moved
    Vocabulary vocabulary_;
    std::unique_ptr<Cache> cache_ = std::make_unique<Cache>();
};

}  // namespace wortfeld::corpus

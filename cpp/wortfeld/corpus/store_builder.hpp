// Documents on their way into a store: laid out by a worker, or taken from another store.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/corpus/store.hpp"
#include "wortfeld/text/document_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// Sums over all documents of a store.
struct StoreTotals {
    std::uint64_t word_count = 0;
    std::uint64_t fingerprint = 0;  ///< of ids, languages and texts in their order
    friend bool operator==(const StoreTotals&, const StoreTotals&) = default;
};

/// One document as it enters a store; the views need to live only during the call.
struct NewDocument {
    std::string_view id;
    std::string_view language;
    std::string_view text;  ///< well-formed UTF-8
};

/// A store that grows by documents.
class StoreBuilder {
  public:
    StoreBuilder();

    /// `Error{cancelled}` soon after a stop, and then the builder must be discarded.
    void add(const NewDocument& document, const text::DocumentLayout& layout, StopSign stop = {});
    /// Appends all documents of another builder.
    void append(const StoreBuilder& other);
    /// Appends documents of a store, ascending and without repetition.
    void append(const Store& other, std::span<const DocumentId> documents);

    [[nodiscard]] std::size_t document_count() const noexcept { return store_.hashes.size(); }
    [[nodiscard]] std::size_t token_count() const noexcept { return store_.terms.size(); }
    [[nodiscard]] const StoreTotals& totals() const noexcept { return totals_; }
    [[nodiscard]] Store finish() &&;
    /// Forgets all documents and keeps the memory for others.
    void clear();

  private:
    template <typename AnyStrings>
    struct SourceNames {
        const AnyStrings& vocabulary;
        const AnyStrings& languages;
        const AnyStrings& rules;
    };
    class Numbers;
    template <typename From>
    class Transfer;

    /// The columns of begins start with the begin of the first document.
    void begin();
    void add_tokens(std::string_view text, std::span<const text::Token> tokens, StopSign stop);
    void add_sentences(std::span<const text::Sentence> sentences);
    void add_zones(std::span<const text::ZoneSpan> zones);
    void add_found(const text::FoundMetadata& found);
    void add_characters(std::string_view text);
    void add_hash(std::uint64_t hash);

    GrowingStore store_;
    StoreTotals totals_;
    Interner vocabulary_;
    Interner languages_;
    Interner rules_;
};

}  // namespace wortfeld::corpus

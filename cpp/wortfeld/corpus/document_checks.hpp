// Whether what the columns of a file say of a document fits together.
#pragma once

#include "wortfeld/base/atomic_bits.hpp"
#include "wortfeld/corpus/store.hpp"

#include <cstddef>

namespace wortfeld::corpus {

/// Checksums fit whatever somebody wrote into a file; what computes with it relies on more. Each
/// document is checked when it is first looked at. Safe to ask from many threads.
class DocumentChecks {
  public:
    explicit DocumentChecks(std::size_t document_count)
        : sound_(document_count), tokens_lie_well_(document_count) {}

    /// `Error{bad_file}` naming the section if counts, blocks, sentences, zones and marks of the
    /// document do not agree. Its text and the terms are not looked at.
    void require_sound(const Store& store, std::size_t document) const {
        if (!sound_.is_set(document)) check(store, document);
    }

    /// Whether all tokens of the document are known to lie within its text, in order and cutting no
    /// code point.
    [[nodiscard]] bool tokens_lie_well(std::size_t document) const noexcept {
        return tokens_lie_well_.is_set(document);
    }
    void set_tokens_lie_well(std::size_t document) const noexcept {
        tokens_lie_well_.set(document);
    }

  private:
    void check(const Store& store, std::size_t document) const;

    mutable AtomicBits sound_;
    mutable AtomicBits tokens_lie_well_;
};

}  // namespace wortfeld::corpus

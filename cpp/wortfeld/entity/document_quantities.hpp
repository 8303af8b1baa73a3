// The quantities of one document and the day its relative dates refer to.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/quantity/term_lexemes.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

struct DocumentQuantities {
    std::vector<quantity::Quantity> quantities;
    ReferenceDate reference;
};

/// Reads the quantities of any document of a corpus. Thread-safe once it is made.
class QuantityReader {
  public:
    /// Looks up every term in the languages of the corpus that have rules.
    QuantityReader(const corpus::Corpus& corpus, MentionOptions options, Job& job);

    /// Whether it looks for anything; only then it needs decoded documents.
    [[nodiscard]] bool reads() const noexcept { return options_.quantities || options_.dates; }
    [[nodiscard]] DocumentQuantities read(DocumentId id,
                                          const corpus::DecodedDocument& decoded) const;

    /// The day that is known without reading: asked for, or the document's own.
    [[nodiscard]] ReferenceDate known_date(DocumentId id) const;

  private:
    const corpus::Corpus* corpus_;
    MentionOptions options_;
    /// What was kept whole is taken apart: amounts and dates do not depend on it.
    bool has_kept_forms_ = false;
    std::map<const text::Language*, quantity::TermLexemes> lexemes_;
};

/// The day that relative dates of each document refer to where mentions were given, not found: the
/// one asked for, else the document's own, else the first full date in a text with quantities.
[[nodiscard]] std::vector<ReferenceDate> reference_dates(const Mentions& mentions,
                                                         std::optional<std::int32_t> asked_for,
                                                         Job& job);

}  // namespace wortfeld::entity

// Lays out the units of a corpus, collects occurrences and counts the pairs that meet.
#pragma once

#include "wortfeld/analysis/network.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace wortfeld::analysis {

class NetworkBuilder {
  public:
    NetworkBuilder(std::shared_ptr<const index::IndexedCorpus> indexed,
                   UnitKind unit_kind,
                   corpus::ZoneSet zones);

    /// The unit of a sentence of a document, or nothing if its zone is not counted.
    [[nodiscard]] std::optional<std::uint32_t> unit_of(DocumentId document,
                                                       std::uint32_t sentence) const;

    std::size_t add_item(Item item);
    /// Occurrences come in ascending order, those of all items together. Of one item they do not
    /// overlap.
    void add_occurrence(std::size_t item, Occurrence occurrence);

    /// Puts the items in their total order and counts.
    [[nodiscard]] Network finish(Job& job) &&;

  private:
    void add_units_of(DocumentId id, corpus::ZoneSet zones);
    void sort_items();
    void count_margins();
    void count_cells(Job& job);
    void find_pairs_apart(std::span<const std::size_t> begins,
                          std::span<const std::uint32_t> items);

    Network network_;
    std::vector<std::uint32_t> crowded_;  ///< units with occurrences that overlap, ascending
    std::optional<Occurrence> last_;
    corpus::DecodedDocument decoded_;  ///< the document at work
    /// Unit of each sentence of each document.
    std::vector<std::vector<std::optional<std::uint32_t>>> unit_of_sentence_;
};

}  // namespace wortfeld::analysis

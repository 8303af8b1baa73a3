// Items, the units they share, and where: what co-occurrence is counted from.
#pragma once

#include "wortfeld/analysis/counts.hpp"
#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/index/indexed_corpus.hpp"
#include "wortfeld/stats/contingency.hpp"

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::analysis {

/// What counts as together.
enum class UnitKind : std::uint8_t { sentence, paragraph, document };

/// The unit of that name; `Error{bad_argument}` for any other.
UnitKind unit_named(std::string_view name);

/// A stretch of the counted zones in which two items can meet.
struct Unit {
    DocumentId document{};
    std::optional<std::uint32_t> sentence;  ///< its number, for sentences
    ByteSpan span;
};

/// One mention or token of an item.
struct Occurrence {
    std::uint32_t unit = 0;
    ByteSpan span;
};

/// A node: an entity or a term. Items are ordered by name, kind, id.
struct Item {
    std::string name;
    std::string kind;
    std::string id;  ///< tells two entities of one name apart, or empty
    friend auto operator<=>(const Item&, const Item&) = default;
};

/// A pair that met: in how many units, of how many documents. `b` has the higher number.
struct Cell {
    std::uint32_t b = 0;
    std::uint32_t count = 0;
    std::uint32_t document_count = 0;
};

/// Two items, a below b, that share a unit without meeting in it.
struct Apart {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t unit = 0;
    friend auto operator<=>(const Apart&, const Apart&) = default;
};

/// Units of one document, or of one document that hold an item.
struct DocumentUnits {
    std::uint32_t document = 0;
    std::uint32_t units = 0;
};

/// Items in their total order, their occurrences and the pairs that met.
/// Presence in a unit counts, not multiplicity. Immutable once counted.
class Network {
  public:
    [[nodiscard]] const index::IndexedCorpus& indexed() const noexcept { return *indexed_; }
    [[nodiscard]] std::shared_ptr<const index::IndexedCorpus> indexed_pointer() const noexcept {
        return indexed_;
    }
    [[nodiscard]] UnitKind unit_kind() const noexcept { return unit_kind_; }
    [[nodiscard]] std::span<const Unit> units() const noexcept { return units_; }
    [[nodiscard]] std::span<const Item> items() const noexcept { return items_; }
    /// Occurrences of an item, ascending.
    [[nodiscard]] std::span<const Occurrence> occurrences(std::size_t item) const {
        return occurrences_[item];
    }
    /// Those in one unit.
    [[nodiscard]] std::span<const Occurrence> occurrences_in(std::size_t item,
                                                             std::uint32_t unit) const;
    /// Whether two items of a unit meet there: mentions of them do not overlap. In any order.
    [[nodiscard]] bool meet(std::size_t a, std::size_t b, std::uint32_t unit) const;
    /// The distinct units of an item, ascending: R1 is their number.
    [[nodiscard]] std::span<const std::uint32_t> units_of(std::size_t item) const {
        return units_of_[item];
    }
    /// The same per document, for expectations within documents.
    [[nodiscard]] std::span<const DocumentUnits> documents_of(std::size_t item) const {
        return documents_of_[item];
    }
    [[nodiscard]] std::uint32_t units_in(std::size_t document) const {
        return units_in_document_[document];
    }
    /// The pairs (item, b) that met, b above item, ascending.
    [[nodiscard]] std::span<const Cell> cells(std::size_t item) const { return cells_[item]; }

    /// The item of that name; `Error{unknown_name}` with near ones. A name with several kinds
    /// needs one.
    [[nodiscard]] std::size_t find(std::string_view name, std::string_view kind) const;
    /// Units in which two items are candidates of one ambiguous span, or one is within the other,
    /// and nothing more, are left out of their table.
    [[nodiscard]] stats::Contingency contingency(std::size_t a, std::size_t b) const;

  private:
    friend class NetworkBuilder;

    /// The units that two items share without meeting there.
    [[nodiscard]] std::span<const Apart> apart(std::size_t a, std::size_t b) const;

    std::shared_ptr<const index::IndexedCorpus> indexed_;
    UnitKind unit_kind_ = UnitKind::sentence;
    std::vector<Unit> units_;
    std::vector<Item> items_;
    std::vector<std::vector<Occurrence>> occurrences_;
    std::vector<std::vector<std::uint32_t>> units_of_;
    std::vector<std::vector<DocumentUnits>> documents_of_;
    std::vector<std::uint32_t> units_in_document_;
    std::vector<std::vector<Cell>> cells_;
    std::vector<Apart> apart_;
};

struct EntityNetworkOptions {
    UnitKind unit = UnitKind::sentence;
    std::vector<std::string> kinds = {};  ///< empty: all kinds but quantities
    corpus::ZoneSet zones = corpus::ZoneSet::counted();
    bool nested = false;  ///< whether mentions within or across others count too
};
/// Who is mentioned with whom.
Network count_entities_together(const entity::Mentions& mentions,
                                const EntityNetworkOptions& options,
                                Job& job);

struct TermNetworkOptions {
    UnitKind unit = UnitKind::sentence;
    std::vector<std::string> terms = {};  ///< values of the layer; empty: all with min_count
    std::uint64_t min_count = 5;
    WordFilter filter = {};
    corpus::ZoneSet zones = corpus::ZoneSet::counted();
};
/// A network of terms and what it leaves out.
struct TermNetwork {
    Network network;
    Excluded excluded;
};
/// Which terms of a layer stand together.
TermNetwork count_terms_together(const std::shared_ptr<const index::IndexedCorpus>& indexed,
                                 const corpus::Layer& layer,
                                 const TermNetworkOptions& options,
                                 Job& job);

}  // namespace wortfeld::analysis

#include "wortfeld/analysis/network_builder.hpp"

#include "wortfeld/analysis/apart.hpp"
#include "wortfeld/base/parallel.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace wortfeld::analysis {
namespace {

/// Rows that one worker counts at a time.
constexpr std::size_t rows_per_chunk = 16;

/// The items of each unit, ascending, as compressed rows.
struct ItemsOfUnits {
    std::vector<std::size_t> begins;
    std::vector<std::uint32_t> items;

    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t unit) const {
        return std::span(items).subspan(begins[unit], begins[unit + 1] - begins[unit]);
    }
};

ItemsOfUnits transpose(const Network& network) {
    ItemsOfUnits result{.begins = std::vector<std::size_t>(network.units().size() + 1),
                        .items = {}};
    for (std::size_t item = 0; item < network.items().size(); ++item) {
        for (const auto unit : network.units_of(item)) ++result.begins[unit + 1];
    }
    std::partial_sum(result.begins.begin(), result.begins.end(), result.begins.begin());
    result.items.resize(result.begins.back());
    auto next = result.begins;
    for (std::size_t item = 0; item < network.items().size(); ++item) {
        for (const auto unit : network.units_of(item)) {
            result.items[next[unit]++] = static_cast<std::uint32_t>(item);
        }
    }
    return result;
}

/// Counts the partners of one item after another; dense, emptied by what was touched.
class RowCounter {
  public:
    explicit RowCounter(const Network& network, const ItemsOfUnits& items)
        : network_(network),
          items_(items),
          count_(network.items().size()),
          documents_(network.items().size()),
          last_document_(network.items().size()) {}

    std::vector<Cell> row(std::uint32_t item) {
        for (const auto unit : network_.units_of(item)) {
            const auto document = static_cast<std::uint32_t>(network_.units()[unit].document);
            const auto items = items_.of(unit);
            for (auto b = std::upper_bound(items.begin(), items.end(), item); b != items.end();
                 ++b) {
                if (!network_.meet(item, *b, unit)) continue;
                if (count_[*b]++ == 0) {
                    touched_.push_back(*b);
                    documents_[*b] = 1;
                } else if (last_document_[*b] != document) {
                    ++documents_[*b];
                }
                last_document_[*b] = document;
            }
        }
        std::sort(touched_.begin(), touched_.end());
        std::vector<Cell> cells;
        cells.reserve(touched_.size());
        for (const auto b : touched_) {
            cells.push_back({.b = b, .count = count_[b], .document_count = documents_[b]});
            count_[b] = 0;
        }
        touched_.clear();
        return cells;
    }

  private:
    const Network& network_;
    const ItemsOfUnits& items_;
    std::vector<std::uint32_t> count_;
    std::vector<std::uint32_t> documents_;
    std::vector<std::uint32_t> last_document_;
    std::vector<std::uint32_t> touched_;
};

/// The parts of a unit: a sentence, or all sentences of a paragraph or document.
bool continues(UnitKind kind, const text::Sentence& last, const text::Sentence& next) {
    if (kind == UnitKind::document) return true;
    return kind == UnitKind::paragraph && last.paragraph == next.paragraph;
}

}  // namespace

NetworkBuilder::NetworkBuilder(std::shared_ptr<const index::IndexedCorpus> indexed,
                               UnitKind unit_kind,
                               corpus::ZoneSet zones) {
    network_.indexed_ = std::move(indexed);
    network_.unit_kind_ = unit_kind;
    const auto documents = network_.indexed_->corpus.documents().size();
    unit_of_sentence_.resize(documents);
    network_.units_in_document_.resize(documents);
    for (std::size_t d = 0; d < documents; ++d) add_units_of(id_at<DocumentId>(d), zones);
}

void NetworkBuilder::add_units_of(DocumentId id, corpus::ZoneSet zones) {
    auto& units = network_.units_;
    decoded_.decode(network_.indexed_->corpus.document(id));
    const auto& sentences = decoded_.sentences;
    auto& unit_of_sentence = unit_of_sentence_[number(id)];
    unit_of_sentence.resize(sentences.size());
    const text::Sentence* last = nullptr;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        const auto& sentence = sentences[s];
        if (!zones.contains(sentence.zone)) continue;
        if (last != nullptr && continues(network_.unit_kind_, *last, sentence)) {
            units.back().span.end = sentence.span.end;
        } else {
            units.push_back({.document = id, .sentence = {}, .span = sentence.span});
            if (network_.unit_kind_ == UnitKind::sentence) units.back().sentence = s;
            ++network_.units_in_document_[number(id)];
        }
        unit_of_sentence[s] = static_cast<std::uint32_t>(units.size() - 1);
        last = &sentence;
    }
}

std::optional<std::uint32_t> NetworkBuilder::unit_of(DocumentId document,
                                                     std::uint32_t sentence) const {
    return unit_of_sentence_[number(document)][sentence];
}

void NetworkBuilder::add_occurrence(std::size_t item, Occurrence occurrence) {
    // Occurrences of all items come by start, so overlaps are seen at the last end of the unit.
    const auto overlaps =
        last_ && last_->unit == occurrence.unit && occurrence.span.begin < last_->span.end;
    if (overlaps && (crowded_.empty() || crowded_.back() != occurrence.unit)) {
        crowded_.push_back(occurrence.unit);
    }
    last_ = occurrence;
    network_.occurrences_[item].push_back(occurrence);
}

std::size_t NetworkBuilder::add_item(Item item) {
    network_.items_.push_back(std::move(item));
    network_.occurrences_.emplace_back();
    return network_.items_.size() - 1;
}

Network NetworkBuilder::finish(Job& job) && {
    sort_items();
    count_margins();
    count_cells(job);
    return std::move(network_);
}

void NetworkBuilder::sort_items() {
    std::vector<std::size_t> order(network_.items_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return network_.items_[a] < network_.items_[b];
    });
    std::vector<Item> items;
    std::vector<std::vector<Occurrence>> occurrences;
    for (const auto item : order) {
        items.push_back(std::move(network_.items_[item]));
        occurrences.push_back(std::move(network_.occurrences_[item]));
    }
    network_.items_ = std::move(items);
    network_.occurrences_ = std::move(occurrences);
}

void NetworkBuilder::count_margins() {
    for (const auto& occurrences : network_.occurrences_) {
        auto& units = network_.units_of_.emplace_back();
        auto& documents = network_.documents_of_.emplace_back();
        for (const auto& occurrence : occurrences) {
            if (!units.empty() && units.back() == occurrence.unit) continue;
            units.push_back(occurrence.unit);
            const auto document =
                static_cast<std::uint32_t>(network_.units_[occurrence.unit].document);
            if (documents.empty() || documents.back().document != document) {
                documents.push_back({.document = document, .units = 0});
            }
            ++documents.back().units;
        }
    }
}

void NetworkBuilder::find_pairs_apart(std::span<const std::size_t> begins,
                                      std::span<const std::uint32_t> items) {
    std::vector<std::vector<std::uint32_t>> of_units;
    for (const auto unit : crowded_) {
        of_units.emplace_back(items.begin() + static_cast<std::ptrdiff_t>(begins[unit]),
                              items.begin() + static_cast<std::ptrdiff_t>(begins[unit + 1]));
    }
    network_.apart_ = pairs_apart(network_, crowded_, of_units);
}

void NetworkBuilder::count_cells(Job& job) {
    using Rows = std::vector<std::vector<Cell>>;
    const auto items = transpose(network_);
    find_pairs_apart(items.begins, items.items);
    network_.cells_ = parallel_reduce(
        job,
        Chunks{.size = network_.items_.size(), .chunk_size = rows_per_chunk},
        Rows{},
        [&](std::size_t begin, std::size_t end, Rows& rows) {
            RowCounter counter(network_, items);
            for (auto item = begin; item < end; ++item) {
                rows.push_back(counter.row(static_cast<std::uint32_t>(item)));
            }
        },
        [](Rows& all, Rows&& rows) {
            std::move(rows.begin(), rows.end(), std::back_inserter(all));
        });
}

}  // namespace wortfeld::analysis

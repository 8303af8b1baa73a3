#include "wortfeld/analysis/evidence.hpp"

#include "wortfeld/base/table_writer.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace wortfeld::analysis {
namespace {

struct Nearest {
    CharSpan a;
    CharSpan b;
    std::uint32_t gap = std::numeric_limits<std::uint32_t>::max();

    void offer(CharSpan other_a, CharSpan other_b) {
        const auto other_gap = other_a.end <= other_b.begin ? other_b.begin - other_a.end
                                                            : other_a.begin - other_b.end;
        if (other_gap < gap) *this = {.a = other_a, .b = other_b, .gap = other_gap};
    }
};

/// The pair of occurrences with the smallest gap. Those of one item never overlap and come in
/// order, so each a needs a look at the b before and behind it only, and the first of equally near
/// pairs has the smaller starts.
Nearest nearest(const corpus::Document& document,
                std::span<const Occurrence> of_a,
                std::span<const Occurrence> of_b) {
    Nearest best;
    auto behind = of_b.begin();
    for (const auto& a : of_a) {
        while (behind != of_b.end() && behind->span.begin < a.span.end) ++behind;
        auto before = behind;
        while (before != of_b.begin() && std::prev(before)->span.end > a.span.begin) --before;
        const auto a_chars = document.chars(a.span);
        if (before != of_b.begin()) best.offer(a_chars, document.chars(std::prev(before)->span));
        if (behind != of_b.end()) best.offer(a_chars, document.chars(behind->span));
    }
    return best;
}

}  // namespace

Columns evidence_table(const Network& network,
                       std::size_t a,
                       std::size_t b,
                       std::optional<std::size_t> top) {
    std::vector<std::uint32_t> shared;
    const auto units_a = network.units_of(a);
    const auto units_b = network.units_of(b);
    std::set_intersection(
        units_a.begin(), units_a.end(), units_b.begin(), units_b.end(), std::back_inserter(shared));
    std::erase_if(shared, [&](std::uint32_t unit) { return !network.meet(a, b, unit); });
    if (top && shared.size() > *top) shared.resize(*top);
    TableWriter table({{"document", ColumnType::text},
                       {"sentence", ColumnType::int64},
                       {"start", ColumnType::int64},
                       {"end", ColumnType::int64},
                       {"a_start", ColumnType::int64},
                       {"a_end", ColumnType::int64},
                       {"b_start", ColumnType::int64},
                       {"b_end", ColumnType::int64},
                       {"text", ColumnType::text}});
    for (const auto number_of_unit : shared) {
        const auto& unit = network.units()[number_of_unit];
        const auto document = network.indexed().corpus.document(unit.document);
        const auto chars = document.chars(unit.span);
        const auto best = nearest(document,
                                  network.occurrences_in(a, number_of_unit),
                                  network.occurrences_in(b, number_of_unit));
        table.row(document.id(),
                  unit.sentence,
                  chars.begin,
                  chars.end,
                  best.a.begin,
                  best.a.end,
                  best.b.begin,
                  best.b.end,
                  slice(document.text(), unit.span));
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::analysis

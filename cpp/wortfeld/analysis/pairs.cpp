#include "wortfeld/analysis/pairs.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/stats/adjustment.hpp"
#include "wortfeld/stats/hypergeometric.hpp"
#include "wortfeld/stats/registry.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

namespace wortfeld::analysis {
namespace {

/// Pairs that one worker scores at a time.
constexpr std::size_t pairs_per_chunk = 1024;

struct Pair {
    std::uint32_t a = 0;
    Cell cell;
};

/// A column of scores: one direction of one measure.
struct ScoreColumn {
    std::string name;
    double (*score)(const stats::Contingency&);
    bool transposed = false;
};

struct Scores {
    std::vector<double> measures;  ///< row by row
    std::vector<stats::TailProbability> tails;
};

std::vector<Pair> all_pairs(const Network& network) {
    std::vector<Pair> pairs;
    for (std::uint32_t a = 0; a < network.items().size(); ++a) {
        for (const auto& cell : network.cells(a)) pairs.push_back({.a = a, .cell = cell});
    }
    return pairs;
}

/// delta_p_b_given_a names its direction already; other directed measures get one column each way.
bool names_direction(std::string_view name) {
    return name.ends_with("_given_a") || name.ends_with("_given_b");
}

std::vector<ScoreColumn> score_columns(const std::vector<std::string>& names) {
    std::vector<ScoreColumn> columns;
    for (const auto& name : names) {
        const auto& measure = stats::find_measure(name);
        if (measure.symmetric || names_direction(name)) {
            columns.push_back({.name = name, .score = measure.score});
        } else {
            columns.push_back({.name = name + "_b_given_a", .score = measure.score});
            columns.push_back(
                {.name = name + "_a_given_b", .score = measure.score, .transposed = true});
        }
    }
    return columns;
}

Scores score_pairs(const Network& network,
                   const std::vector<Pair>& pairs,
                   const std::vector<ScoreColumn>& columns,
                   Job& job) {
    return parallel_reduce(
        job,
        Chunks{.size = pairs.size(), .chunk_size = pairs_per_chunk},
        Scores{},
        [&](std::size_t begin, std::size_t end, Scores& scores) {
            for (auto i = begin; i < end; ++i) {
                const auto table = network.contingency(pairs[i].a, pairs[i].cell.b);
                for (const auto& column : columns) {
                    scores.measures.push_back(
                        column.score(column.transposed ? table.transposed() : table));
                }
                scores.tails.push_back(stats::fisher(table));
            }
        },
        [](Scores& all, Scores&& part) {
            all.measures.insert(all.measures.end(), part.measures.begin(), part.measures.end());
            all.tails.insert(all.tails.end(), part.tails.begin(), part.tails.end());
        });
}

std::vector<double> q_values(const Scores& scores, std::uint64_t candidates) {
    std::vector<double> log10_p;
    log10_p.reserve(scores.tails.size());
    for (const auto& tail : scores.tails) log10_p.push_back(tail.log10_p);
    return stats::benjamini_hochberg(log10_p, candidates);
}

/// What the pairs are and how often they meet, without scores.
Columns counts_table(const Network& network, const std::vector<Pair>& pairs) {
    TableWriter table({{"a", ColumnType::text},
                       {"b", ColumnType::text},
                       {"kind_a", ColumnType::text},
                       {"kind_b", ColumnType::text},
                       {"count", ColumnType::int64},
                       {"document_count", ColumnType::int64},
                       {"expected", ColumnType::float64},
                       {"expected_within", ColumnType::float64}});
    const auto has_within = network.unit_kind() != UnitKind::document;
    for (const auto& [a, cell] : pairs) {
        std::optional<double> within;
        if (has_within) within = expected_within(network, a, cell.b);
        table.row(network.items()[a].name,
                  network.items()[cell.b].name,
                  network.items()[a].kind,
                  network.items()[cell.b].kind,
                  cell.count,
                  cell.document_count,
                  network.contingency(a, cell.b).e11(),
                  within);
    }
    return std::move(table).finish();
}

Column numbers(std::size_t rows, const auto& value_at) {
    ColumnWriter column(ColumnType::float64);
    for (std::size_t row = 0; row < rows; ++row) column.push(value_at(row));
    return std::move(column).finish();
}

/// Small values and names from the beginning of the alphabet come first, all else by size.
bool is_ascending(std::string_view column) {
    constexpr std::array<std::string_view, 7> ascending{
        "p_value", "log10_p", "q_value", "a", "b", "kind_a", "kind_b"};
    return std::find(ascending.begin(), ascending.end(), column) != ascending.end();
}

/// Sorts by the asked columns, ties by count and documents, then by names.
Columns in_order(const Columns& table, const std::vector<std::string>& sort) {
    std::vector<std::string_view> keys(sort.begin(), sort.end());
    if (!keys.empty() && is_ascending(keys.front())) return table.sorted(keys, false);
    for (const auto* const tie : {"count", "document_count"}) keys.emplace_back(tie);
    return table.sorted(keys, true);
}

}  // namespace

std::uint64_t candidate_count(const Network& network) {
    const auto nodes = std::uint64_t{network.items().size()};
    return nodes == 0 ? 0 : nodes * (nodes - 1) / 2;
}

double expected_within(const Network& network, std::size_t a, std::size_t b) {
    double expected = 0.0;
    const auto of_a = network.documents_of(a);
    const auto of_b = network.documents_of(b);
    for (auto i = of_a.begin(), j = of_b.begin(); i != of_a.end() && j != of_b.end();) {
        if (i->document == j->document) {
            expected += static_cast<double>(std::uint64_t{i->units} * j->units) /
                        static_cast<double>(network.units_in(i->document));
            ++i;
            ++j;
        } else if (i->document < j->document) {
            ++i;
        } else {
            ++j;
        }
    }
    return expected;
}

Columns nodes_table(const Network& network) {
    std::vector<std::size_t> order(network.items().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return network.units_of(a).size() > network.units_of(b).size();
    });
    TableWriter table(
        {{"entity", ColumnType::text}, {"kind", ColumnType::text}, {"units", ColumnType::int64}});
    for (const auto item : order) {
        table.row(
            network.items()[item].name, network.items()[item].kind, network.units_of(item).size());
    }
    return std::move(table).finish();
}

Columns pairs_table(const Network& network, const PairsOptions& options, Job& job) {
    const auto columns = score_columns(options.measures);
    const auto pairs = all_pairs(network);
    const auto scores = score_pairs(network, pairs, columns, job);
    const auto q = q_values(scores, candidate_count(network));
    const auto rows = pairs.size();
    std::vector<Columns::Named> scored;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        scored.emplace_back(columns[c].name, numbers(rows, [&](std::size_t row) {
                                return scores.measures[row * columns.size() + c];
                            }));
    }
    scored.emplace_back("p_value",
                        numbers(rows, [&](std::size_t row) { return scores.tails[row].p; }));
    scored.emplace_back("log10_p",
                        numbers(rows, [&](std::size_t row) { return scores.tails[row].log10_p; }));
    scored.emplace_back("q_value", numbers(rows, [&](std::size_t row) { return q[row]; }));
    const auto table = counts_table(network, pairs).joined(Columns(std::move(scored)));
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < rows; ++row) {
        if (pairs[row].cell.count < options.min_count) continue;
        if (options.max_q && q[row] > *options.max_q) continue;
        kept.push_back(row);
    }
    const auto sorted = in_order(table.take(kept), options.sort);
    return options.top ? sorted.slice(0, *options.top) : sorted;
}

}  // namespace wortfeld::analysis

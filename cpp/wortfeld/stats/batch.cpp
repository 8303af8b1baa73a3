#include "wortfeld/stats/batch.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/stats/hypergeometric.hpp"

#include <cassert>
#include <cstddef>

namespace wortfeld::stats {
namespace {

// Some 100 us of logarithms: more than a thread costs, less than anybody waits for an interrupt.
constexpr std::size_t rows_per_chunk = 4096;

struct Nothing {};

// Calls visit(row, table) for every row; rows are independent, so there is nothing to fold.
template <typename Visit>
void for_each_table(const Marginals& marginals, Job& job, Visit visit) {
    parallel_reduce(
        job,
        Chunks{.size = marginals.size(), .chunk_size = rows_per_chunk},
        Nothing{},
        [&](std::size_t begin, std::size_t end, Nothing&) {
            for (auto row = begin; row < end; ++row) visit(row, marginals.at(row));
        },
        [](Nothing&, const Nothing&) {});
}

}  // namespace

void score(const Measure& measure, const Marginals& marginals, std::span<double> scores, Job& job) {
    require_equal_lengths(marginals);
    assert(scores.size() == marginals.size());
    for_each_table(marginals, job, [&](std::size_t row, const Contingency& table) {
        scores[row] = measure.score(table);
    });
}

void fisher(const Marginals& marginals, TailColumns tails, Job& job) {
    require_equal_lengths(marginals);
    assert(tails.p.size() == marginals.size() && tails.log10_p.size() == marginals.size());
    for_each_table(marginals, job, [&](std::size_t row, const Contingency& table) {
        const auto tail = fisher(table);
        tails.p[row] = tail.p;
        tails.log10_p[row] = tail.log10_p;
    });
}

}  // namespace wortfeld::stats

// One loop over chunks of work, the same bits for any number of threads.
#pragma once

#include "wortfeld/base/job.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace wortfeld {

/// Chunks have a fixed size, whatever the number of threads: that fixes the order of folding.
struct Chunks {
    std::size_t size = 0;        ///< items in all
    std::size_t chunk_size = 1;  ///< items in a chunk, at least 1

    [[nodiscard]] std::size_t count() const noexcept {
        assert(chunk_size > 0);
        return size == 0 ? 0 : (size - 1) / chunk_size + 1;
    }
};

namespace detail {

/// The two halves of a loop, each called with the number of a chunk.
struct ChunkWork {
    std::function<void(std::size_t)> map;   ///< on any worker, in any order
    std::function<void(std::size_t)> fold;  ///< on the calling thread, in the order of the chunks
};

/// Maps and folds every chunk number below `chunk_count`; the calling thread folds, polls and
/// waits. Throws what the poll or a fold threw, else what the lowest failed chunk threw, else
/// `Error{cancelled}` if the job was stopped. Returns or throws only when no worker is left.
void run_chunks(Job& job, std::size_t chunk_count, const ChunkWork& work);

}  // namespace detail

/// Maps every chunk to a partial result and folds the partials in the order of the chunks.
///
/// `map(begin, end, partial)` fills a copy of `initial` for the items [begin, end);
/// `fold(all, partial)` joins it on the calling thread as soon as its predecessors are in. Workers
/// run ahead of the folding by a few chunks a thread only, so few partials live at a time.
/// A stopped job waits for the chunks under way: one should take less than 100 ms, or heed a
/// `StopSign`.
/// Loops do not nest: `map` must not start another one with the same job.
template <typename Partial, typename Map, typename Fold>
Partial parallel_reduce(Job& job, Chunks chunks, const Partial& initial, Map map, Fold fold) {
    Partial all = initial;
    std::vector<std::optional<Partial>> partials(chunks.count());
    job.plan(chunks.size);
    detail::run_chunks(job,
                       partials.size(),
                       {.map =
                            [&](std::size_t chunk) {
                                const auto begin = chunk * chunks.chunk_size;
                                const auto size = std::min(chunks.chunk_size, chunks.size - begin);
                                Partial partial = initial;
                                map(begin, begin + size, partial);
                                partials[chunk].emplace(std::move(partial));
                                job.advance(size);
                            },
                        .fold =
                            [&](std::size_t chunk) {
                                fold(all, std::move(*partials[chunk]));
                                partials[chunk].reset();
                            }});
    return all;
}

/// Maps the numbers below `count`, each a piece of work of its own, and hands every result to
/// `fold(result)` in the order of the numbers. As `parallel_reduce`, but progress is the caller's:
/// it plans units, and `map` advances by them.
template <typename Map, typename Fold>
void parallel_map(Job& job, std::size_t count, Map map, Fold fold) {
    std::vector<std::optional<std::invoke_result_t<Map, std::size_t>>> results(count);
    detail::run_chunks(job,
                       count,
                       {.map = [&](std::size_t piece) { results[piece].emplace(map(piece)); },
                        .fold =
                            [&](std::size_t piece) {
                                fold(std::move(*results[piece]));
                                results[piece].reset();
                            }});
}

}  // namespace wortfeld

// One loop over chunks of work, the same bits for any number of threads.
#pragma once

#include "wortfeld/base/job.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace wortfeld {

/// Chunks have a fixed size, whatever the number of threads: that fixes the order of folding.
struct Chunks {
    std::size_t size = 0;        ///< items in all
    std::size_t chunk_size = 1;  ///< items in a chunk, at least 1

    [[nodiscard]] std::size_t count() const noexcept {
        return size == 0 ? 0 : (size - 1) / chunk_size + 1;
    }
};

namespace detail {

/// Runs `work(chunk)` for every chunk number below `chunk_count` on the job's threads. The calling
/// thread waits, polls every 50 ms and calls `ready()` after each wake-up. The exception of the
/// lowest failed chunk, or the one thrown by the poll, reaches the caller.
void run_chunks(Job& job,
                std::size_t chunk_count,
                const std::function<void(std::size_t)>& work,
                const std::function<void()>& ready);

}  // namespace detail

/// Maps every chunk to a partial result and folds the partials in the order of the chunks.
///
/// `map(begin, end, partial)` fills a copy of `initial` for the items [begin, end);
/// `fold(all, partial)` joins it on the calling thread as soon as its predecessors are in, so a
/// partial lives no longer than it must.
template <typename Partial, typename Map, typename Fold>
Partial parallel_reduce(Job& job, Chunks chunks, const Partial& initial, Map map, Fold fold) {
    const auto count = chunks.count();
    Partial all = initial;
    std::vector<std::optional<Partial>> partials(count);
    std::mutex mutex;
    std::size_t folded = 0;
    const auto fold_prefix = [&] {
        for (;;) {
            std::optional<Partial> next;
            {
                const std::lock_guard lock(mutex);
                if (folded == count || !partials[folded]) return;
                next.swap(partials[folded]);
            }
            fold(all, std::move(*next));
            ++folded;
        }
    };
    job.plan(chunks.size);
    detail::run_chunks(
        job,
        count,
        [&](std::size_t chunk) {
            const auto begin = chunk * chunks.chunk_size;
            const auto end = std::min(chunks.size, begin + chunks.chunk_size);
            Partial partial = initial;
            map(begin, end, partial);
            job.advance(end - begin);
            const std::lock_guard lock(mutex);
            partials[chunk].emplace(std::move(partial));
        },
        fold_prefix);
    fold_prefix();
    return all;
}

}  // namespace wortfeld

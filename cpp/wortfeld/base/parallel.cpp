#include "wortfeld/base/parallel.hpp"

#include <condition_variable>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>

namespace wortfeld::detail {
namespace {

/// Chunks a worker may be ahead of the folding: enough to bridge one chunk that takes longer.
constexpr std::size_t lead_per_worker = 8;

/// One loop, shared by its workers and the calling thread; everything below `mutex` is guarded by
/// it. Only the calling thread writes `folded`.
struct Loop {
    Job& job;
    const ChunkWork& work;
    std::size_t chunk_count;
    std::size_t lead;

    std::mutex mutex = {};
    std::condition_variable room = {};  ///< for workers: there is a chunk to take, or none is left
    std::condition_variable news = {};  ///< for the calling thread: a chunk to fold, or the end
    std::size_t next = 0;
    std::size_t folded = 0;
    std::vector<bool> mapped = std::vector<bool>(chunk_count);
    unsigned takers = 0;
    unsigned running = 0;
    std::size_t failed_chunk = std::numeric_limits<std::size_t>::max();
    std::exception_ptr failure = nullptr;

    /// Whether no more chunks are to be taken.
    [[nodiscard]] bool is_ending() const { return job.stopped() || failure != nullptr; }
};

/// The next chunk for a worker. A chunk taken is always mapped, and chunks are taken in order: so
/// the lowest chunk that fails is the same for any number of threads. A failure must not stop the
/// job before all of them are through, or one below would be told as cancelled.
std::optional<std::size_t> take_chunk(Loop& loop, bool first) {
    std::unique_lock lock(loop.mutex);
    loop.room.wait(lock, [&] {
        return loop.is_ending() || loop.next == loop.chunk_count ||
               loop.next < loop.folded + loop.lead;
    });
    if (loop.is_ending() || loop.next == loop.chunk_count) return std::nullopt;
    if (first) loop.job.note_workers(++loop.takers);
    return loop.next++;
}

void keep_failure(Loop& loop, std::size_t chunk) {
    const std::lock_guard lock(loop.mutex);
    if (chunk < loop.failed_chunk) {
        loop.failed_chunk = chunk;
        loop.failure = std::current_exception();
    }
    loop.room.notify_all();
}

void map_chunks(Loop& loop) {
    auto first = true;
    while (const auto chunk = take_chunk(loop, first)) {
        first = false;
        try {
            loop.work.map(*chunk);
        } catch (...) {
            keep_failure(loop, *chunk);
            continue;
        }
        const std::lock_guard lock(loop.mutex);
        loop.mapped[*chunk] = true;
        if (*chunk == loop.folded) loop.news.notify_one();
    }
    const std::lock_guard lock(loop.mutex);
    if (--loop.running == 0) loop.news.notify_one();
}

enum class News : std::uint8_t { none, chunk_to_fold, all_workers_left };

/// Waits for news, at most until the next poll is due.
News wait_for_news(Loop& loop, bool folding) {
    std::unique_lock lock(loop.mutex);
    const auto foldable = [&] {
        return folding && loop.folded < loop.chunk_count && loop.mapped[loop.folded];
    };
    loop.news.wait_for(lock, Job::poll_interval, [&] { return loop.running == 0 || foldable(); });
    // Whoever stops a job does not know the loop: workers that wait for room are told here.
    if (loop.job.stopped()) loop.room.notify_all();
    if (foldable()) return News::chunk_to_fold;
    return loop.running == 0 ? News::all_workers_left : News::none;
}

void fold_chunk(Loop& loop) {
    loop.work.fold(loop.folded);
    const std::lock_guard lock(loop.mutex);
    ++loop.folded;
    loop.room.notify_all();
}

/// The calling thread's part until no worker is left: folds and polls, after an exception waits.
std::exception_ptr fold_and_poll(Loop& loop) {
    std::exception_ptr thrown;
    for (;;) {
        const auto news = wait_for_news(loop, !loop.job.stopped());
        if (news == News::all_workers_left) return thrown;
        if (thrown) continue;
        try {
            if (news == News::chunk_to_fold) fold_chunk(loop);
            loop.job.poll();
        } catch (...) {
            thrown = std::current_exception();
            loop.job.stop();
        }
    }
}

/// Starts up to `wanted` workers. The system may refuse a thread: fewer do the same work.
std::vector<std::jthread> start_workers(Loop& loop, std::size_t wanted) {
    std::vector<std::jthread> workers;
    workers.reserve(wanted);
    loop.running = static_cast<unsigned>(wanted);
    try {
        while (workers.size() < wanted) workers.emplace_back([&loop] { map_chunks(loop); });
    } catch (const std::exception&) {
        const std::lock_guard lock(loop.mutex);
        loop.running -= static_cast<unsigned>(wanted - workers.size());
    }
    return workers;
}

void run_on_calling_thread(Job& job, std::size_t chunk_count, const ChunkWork& work) {
    if (chunk_count > 0) job.note_workers(1);
    for (std::size_t chunk = 0; chunk < chunk_count; ++chunk) {
        job.throw_if_stopped();
        try {
            work.map(chunk);
            work.fold(chunk);
        } catch (...) {
            job.stop();
            throw;
        }
        job.poll();
    }
}

}  // namespace

void run_chunks(Job& job, std::size_t chunk_count, const ChunkWork& work) {
    job.poll();
    job.throw_if_stopped();
    const auto wanted = std::min<std::size_t>(job.threads(), chunk_count);
    Loop loop{
        .job = job, .work = work, .chunk_count = chunk_count, .lead = wanted * lead_per_worker};
    auto workers = start_workers(loop, wanted);
    if (workers.empty()) return run_on_calling_thread(job, chunk_count, work);
    const auto thrown = fold_and_poll(loop);
    workers.clear();
    if (thrown) std::rethrow_exception(thrown);
    if (loop.failure) {
        job.stop();
        std::rethrow_exception(loop.failure);
    }
    job.throw_if_stopped();
}

}  // namespace wortfeld::detail

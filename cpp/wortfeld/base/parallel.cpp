#include "wortfeld/base/parallel.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <limits>
#include <thread>

#include "wortfeld/base/error.hpp"

namespace wortfeld::detail {
namespace {

constexpr auto poll_interval = std::chrono::milliseconds(50);

/// State shared by the workers of one loop.
struct Loop {
    Job& job;
    std::size_t chunk_count;
    const std::function<void(std::size_t)>& work;
    std::atomic<std::size_t> next{0};
    std::atomic<unsigned> takers{0};
    std::mutex mutex = {};
    std::condition_variable wake = {};
    unsigned running = 0;
    bool news = false;
    std::size_t failed_chunk = std::numeric_limits<std::size_t>::max();
    std::exception_ptr failure = nullptr;
};

void keep_first_failure(Loop& loop, std::size_t chunk) {
    const std::lock_guard lock(loop.mutex);
    if (chunk < loop.failed_chunk) {
        loop.failed_chunk = chunk;
        loop.failure = std::current_exception();
    }
    loop.job.stop();
}

void take_chunks(Loop& loop) {
    auto first = true;
    while (!loop.job.stopped()) {
        const auto chunk = loop.next.fetch_add(1);
        if (chunk >= loop.chunk_count) return;
        if (std::exchange(first, false)) loop.job.note_workers(loop.takers.fetch_add(1) + 1);
        try {
            loop.work(chunk);
        } catch (...) {
            keep_first_failure(loop, chunk);
        }
        const std::lock_guard lock(loop.mutex);
        loop.news = true;
        loop.wake.notify_one();
    }
}

void worker(Loop& loop) {
    take_chunks(loop);
    const std::lock_guard lock(loop.mutex);
    --loop.running;
    loop.news = true;
    loop.wake.notify_one();
}

/// Waits for the workers; polls between, and after a poll that threw waits on without polling.
std::exception_ptr wait_and_poll(Loop& loop, const std::function<void()>& ready) {
    std::exception_ptr thrown;
    auto polled = std::chrono::steady_clock::now();
    for (;;) {
        {
            std::unique_lock lock(loop.mutex);
            loop.wake.wait_for(lock, poll_interval, [&] { return loop.news || loop.running == 0; });
            loop.news = false;
            if (loop.running == 0) return thrown;
        }
        if (thrown) continue;
        try {
            ready();
            const auto now = std::chrono::steady_clock::now();
            if (now - polled >= poll_interval) {
                polled = now;
                loop.job.poll();
            }
        } catch (...) {
            thrown = std::current_exception();
            loop.job.stop();
        }
    }
}

}  // namespace

void run_chunks(Job& job,
                std::size_t chunk_count,
                const std::function<void(std::size_t)>& work,
                const std::function<void()>& ready) {
    job.poll();
    Loop loop{.job = job, .chunk_count = chunk_count, .work = work};
    const auto wanted = std::min<std::size_t>(std::max(1U, job.threads()), chunk_count);
    loop.running = static_cast<unsigned>(wanted);
    std::vector<std::jthread> threads;
    threads.reserve(wanted);
    for (std::size_t i = 0; i < wanted; ++i) threads.emplace_back([&loop] { worker(loop); });
    const auto thrown = wanted == 0 ? nullptr : wait_and_poll(loop, ready);
    threads.clear();
    if (thrown) std::rethrow_exception(thrown);
    if (loop.failure) std::rethrow_exception(loop.failure);
    if (job.stopped()) throw Error(ErrorKind::cancelled, "cancelled");
    job.poll();
}

}  // namespace wortfeld::detail

// What a long computation shares with whoever started it: threads, progress, a stop flag.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <utility>

namespace wortfeld {

/// One long computation. Core functions take `Job&` last; the caller's `poll` runs on the calling
/// thread only, about every 50 ms, and may throw to cancel.
class Job {
  public:
    using Poll = std::function<void(const Job&)>;

    explicit Job(unsigned threads, Poll poll = {}) : threads_(threads), poll_(std::move(poll)) {}

    [[nodiscard]] unsigned threads() const noexcept { return threads_; }

    /// Work units finished and planned, for progress; a unit is whatever the pass calls one.
    [[nodiscard]] std::size_t done() const noexcept { return done_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::size_t total() const noexcept {
        return total_.load(std::memory_order_relaxed);
    }
    /// The most workers that took at least one chunk each in any one loop so far.
    [[nodiscard]] unsigned workers_seen() const noexcept {
        return workers_seen_.load(std::memory_order_relaxed);
    }

    void plan(std::size_t units) noexcept { total_.fetch_add(units, std::memory_order_relaxed); }
    void advance(std::size_t units) noexcept { done_.fetch_add(units, std::memory_order_relaxed); }
    void note_workers(unsigned workers) noexcept;

    void stop() noexcept { stopped_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool stopped() const noexcept {
        return stopped_.load(std::memory_order_relaxed);
    }

    /// Calls the caller's poll; on an exception sets the stop flag and lets it pass.
    void poll();

  private:
    unsigned threads_;
    Poll poll_;
    std::atomic<std::size_t> done_{0};
    std::atomic<std::size_t> total_{0};
    std::atomic<unsigned> workers_seen_{0};
    std::atomic<bool> stopped_{false};
};

}  // namespace wortfeld

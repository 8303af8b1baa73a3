// What a long computation shares with whoever started it: threads, progress, a stop flag.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <utility>

namespace wortfeld {

/// One long computation. Core functions take `Job&` last; the caller's poll runs on the calling
/// thread only, about every 50 ms, and may throw to cancel. A stopped job stays stopped.
class Job {
  public:
    using Poll = std::function<void(const Job&)>;

    static constexpr auto poll_interval = std::chrono::milliseconds(50);

    /// `threads` is the number of workers beside the calling thread; with 0 the calling thread
    /// does the work itself, which suits look-ups too short to be worth starting a thread.
    explicit Job(unsigned threads, Poll poll = {}) : threads_(threads), poll_(std::move(poll)) {}

    [[nodiscard]] unsigned threads() const noexcept { return threads_; }

    /// Work units finished and planned, for progress; a unit is whatever the pass calls one.
    [[nodiscard]] std::size_t done() const noexcept {
        return done_.load(std::memory_order_relaxed);
    }
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
    [[nodiscard]] bool stopped() const noexcept { return stopped_.load(std::memory_order_relaxed); }

    /// Calls the caller's poll if the last call is 50 ms ago, so it may be called often. Serial
    /// passes call it between pieces of work. An exception of the poll stops the job and passes.
    void poll();

    /// `Error{cancelled}` if the job was stopped.
    void throw_if_stopped() const;

  private:
    using Clock = std::chrono::steady_clock;

    unsigned threads_;
    Poll poll_;
    Clock::time_point polled_ = Clock::now();
    std::atomic<std::size_t> done_{0};
    std::atomic<std::size_t> total_{0};
    std::atomic<unsigned> workers_seen_{0};
    std::atomic<bool> stopped_{false};
};

/// What long loops inside one piece of work ask every few thousand steps: one load of memory.
/// Without a job nothing stops them.
class StopSign {
  public:
    StopSign() = default;
    /// The job must live as long as the sign.
    explicit StopSign(const Job& job) noexcept : job_(&job) {}

    /// `Error{cancelled}` if there is a job and it was stopped.
    void heed() const {
        if (job_ != nullptr) job_->throw_if_stopped();
    }

  private:
    const Job* job_ = nullptr;
};

}  // namespace wortfeld

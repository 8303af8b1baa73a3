// Work that is done once, whoever asks first.
#pragma once

#include <atomic>
#include <mutex>

namespace wortfeld {

/// As `std::once_flag` with `std::call_once`, which waits for ever under ThreadSanitizer where the
/// work throws. Safe from many threads; the work must not ask for itself.
class Once {
  public:
    /// Works unless somebody has; waits for whoever is at it. After an exception the next one
    /// tries.
    template <typename Work>
    void run(Work&& work) {
        if (is_done_.load(std::memory_order_acquire)) return;
        const std::lock_guard lock(mutex_);
        if (is_done_.load(std::memory_order_relaxed)) return;
        work();
        is_done_.store(true, std::memory_order_release);
    }

  private:
    std::mutex mutex_;
    std::atomic<bool> is_done_ = false;
};

}  // namespace wortfeld

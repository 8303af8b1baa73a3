#include "wortfeld/base/job.hpp"

namespace wortfeld {

void Job::note_workers(unsigned workers) noexcept {
    auto seen = workers_seen_.load(std::memory_order_relaxed);
    while (seen < workers && !workers_seen_.compare_exchange_weak(seen, workers)) {
    }
}

void Job::poll() {
    if (!poll_) return;
    try {
        poll_(*this);
    } catch (...) {
        stop();
        throw;
    }
}

}  // namespace wortfeld

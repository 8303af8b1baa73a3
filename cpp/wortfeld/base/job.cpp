#include "wortfeld/base/job.hpp"

#include "wortfeld/base/error.hpp"

namespace wortfeld {

void Job::note_workers(unsigned workers) noexcept {
    auto seen = workers_seen();
    while (seen < workers &&
           !workers_seen_.compare_exchange_weak(seen, workers, std::memory_order_relaxed)) {
    }
}

void Job::poll() {
    if (!poll_ || Clock::now() - polled_ < poll_interval) return;
    try {
        poll_(*this);
    } catch (...) {
        stop();
        throw;
    }
    // Taken after the call, so that a slow poll does not take all the time there is.
    polled_ = Clock::now();
}

void Job::throw_if_stopped() const {
    if (stopped()) throw Error(ErrorKind::cancelled, "cancelled");
}

}  // namespace wortfeld

// The door for work: how Python starts a computation of the core, sees its progress and ends it.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/job.hpp"

#include <type_traits>
#include <utility>

namespace wortfeld::bindings {

/// Tells Python how far the job is: `progress(done, total)`, unless `progress` is None.
inline void report_progress(const py::object& progress, std::size_t done, std::size_t total) {
    if (!progress.is_none()) progress(done, total);
}

/// Runs a pass of the core, `work(job)`, on `threads` workers with the GIL released, so that other
/// Python threads go on. About every 50 ms it handles signals (Ctrl-C raises KeyboardInterrupt) and
/// reports progress; what a signal handler or the callable raises cancels the work and arrives
/// unchanged. A pass that ends well reports once more with `done == total`.
template <typename Work>
auto run(unsigned threads, const py::object& progress, Work&& work) {
    Job job(threads, [&progress](const Job& running) {
        const py::gil_scoped_acquire acquire;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        report_progress(progress, running.done(), running.total());
    });
    const auto released = [&] {
        const py::gil_scoped_release release;
        return std::forward<Work>(work)(job);
    };
    if constexpr (std::is_void_v<std::invoke_result_t<Work, Job&>>) {
        released();
        report_progress(progress, job.total(), job.total());
    } else {
        auto result = released();
        report_progress(progress, job.total(), job.total());
        return result;
    }
}

/// Runs a look-up of less than a millisecond, `work(job)`: keeps the GIL, starts no thread.
template <typename Work>
auto call(Work&& work) {
    Job job(0);
    return std::forward<Work>(work)(job);
}

}  // namespace wortfeld::bindings

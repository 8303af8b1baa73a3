// Near names, and `_core._testing`: entries that let the tests knock at the door, no part of the
// facade.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/suggest.hpp"
#include "wortfeld/bindings/run.hpp"

#include <chrono>
#include <cstdint>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

constexpr std::size_t values_per_chunk = 1000;

/// Sleeps once a chunk and returns the number of chunks and of workers that took part.
std::pair<std::size_t, unsigned> spin(std::size_t chunks,
                                      std::chrono::milliseconds pause,
                                      Job& job) {
    const auto ended = parallel_reduce(
        job,
        {.size = chunks},
        std::size_t{0},
        [&](std::size_t begin, std::size_t end, std::size_t& count) {
            std::this_thread::sleep_for(pause);
            count += end - begin;
        },
        [](std::size_t& all, std::size_t count) { all += count; });
    return {ended, job.workers_seen()};
}

double sum(std::span<const double> values, Job& job) {
    return parallel_reduce(
        job,
        {.size = values.size(), .chunk_size = values_per_chunk},
        0.0,
        [&](std::size_t begin, std::size_t end, double& partial) {
            for (const auto value : values.subspan(begin, end - begin)) partial += value;
        },
        [](double& all, double partial) { all += partial; });
}

[[noreturn]] void fail(const std::string& how) {
    if (how == "bad_alloc") throw std::bad_alloc();
    if (how == "logic_error") throw std::logic_error("a broken invariant");
    throw 0;  // NOLINT(bugprone-std-exception-baseclass): what no catch clause knows is tested
}

/// Throws on a worker, as a broken pass would.
void break_pass(const std::string& how, Job& job) {
    parallel_reduce(
        job, {.size = 1}, 0, [&](std::size_t, std::size_t, int&) { fail(how); }, [](int&, int) {});
}

void bind_errors(py::module_& testing) {
    py::native_enum<ErrorKind>(testing, "ErrorKind", "enum.Enum")
        .value("bad_argument", ErrorKind::bad_argument)
        .value("unknown_name", ErrorKind::unknown_name)
        .value("bad_input", ErrorKind::bad_input)
        .value("bad_file", ErrorKind::bad_file)
        .value("memory_limit", ErrorKind::memory_limit)
        .value("cancelled", ErrorKind::cancelled)
        .finalize();
    testing.def(
        "raise_error",
        [](ErrorKind kind,
           const py::bytes& message,
           std::vector<std::string> suggestions,
           std::string source,
           std::optional<std::uint64_t> line,
           std::optional<std::uint64_t> byte_offset) {
            throw Error(kind,
                        std::string(message),
                        {.suggestions = std::move(suggestions),
                         .source = std::move(source),
                         .line = line,
                         .byte_offset = byte_offset});
        },
        "kind"_a,
        "message"_a,
        py::kw_only(),
        "suggestions"_a = std::vector<std::string>{},
        "source"_a = "",
        "line"_a = py::none(),
        "byte_offset"_a = py::none(),
        "Raise the error of that kind.");
}

void bind_broken_pass(py::module_& testing) {
    testing.def(
        "break_pass",
        [](const std::string& how, unsigned threads) {
            run(threads, py::none(), [&](Job& job) { break_pass(how, job); });
        },
        "how"_a,
        py::kw_only(),
        "threads"_a,
        "Throw 'bad_alloc', 'logic_error' or something unknown on a worker.");
}

void bind_passes(py::module_& testing) {
    testing.def(
        "spin",
        [](std::size_t chunks,
           unsigned milliseconds,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& job) {
                return spin(chunks, std::chrono::milliseconds(milliseconds), job);
            });
        },
        "chunks"_a,
        "milliseconds"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "Sleep once a chunk; the chunks done and the workers that took part.");
    testing.def(
        "parallel_sum",
        [](const std::vector<double>& values, unsigned threads) {
            return run(threads, py::none(), [&](Job& job) { return sum(values, job); });
        },
        "values"_a,
        py::kw_only(),
        "threads"_a,
        "Sum in chunks, as a pass.");
    testing.def(
        "quick_sum",
        [](const std::vector<double>& values) {
            return call([&](Job& job) { return sum(values, job); });
        },
        "values"_a,
        "Sum in chunks, as a look-up.");
}

}  // namespace

void bind_base(py::module_& module) {
    module.def(
        "near_names",
        [](const std::string& name, const std::vector<std::string>& known) {
            return near_names(name, std::vector<std::string_view>(known.begin(), known.end()));
        },
        "name"_a,
        "known"_a,
        "What could have been meant, best first.");
    auto testing = module.def_submodule("_testing", "Entries for the tests of the door.");
    bind_errors(testing);
    bind_broken_pass(testing);
    bind_passes(testing);
}

}  // namespace wortfeld::bindings

// Measures, tests and corrections on bare numbers: NumPy arrays in, NumPy arrays out.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/run.hpp"
#include "wortfeld/stats/adjustment.hpp"
#include "wortfeld/stats/batch.hpp"
#include "wortfeld/stats/registry.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace wortfeld::bindings {
namespace {

/// Contiguous; the facade has broadcast and converted, so nothing is copied here.
using Counts = py::array_t<std::int64_t, py::array::c_style>;
using Numbers = py::array_t<double, py::array::c_style>;

stats::Marginals marginals(const Counts& o11, const Counts& r1, const Counts& c1, const Counts& n) {
    const auto span = [](const Counts& counts) {
        return std::span(counts.data(), static_cast<std::size_t>(counts.size()));
    };
    return {.o11 = span(o11), .r1 = span(r1), .c1 = span(c1), .n = span(n)};
}

std::span<double> writable(Numbers& numbers) {
    return {numbers.mutable_data(), static_cast<std::size_t>(numbers.size())};
}

void bind_association(py::module_& module) {
    module.def(
        "association",
        [](const Counts& o11,
           const Counts& r1,
           const Counts& c1,
           const Counts& n,
           std::string_view measure,
           unsigned threads,
           const py::object& progress) {
            const auto& found = stats::find_measure(measure);
            const auto tables = marginals(o11, r1, c1, n);
            Numbers scores(o11.size());
            const auto out = writable(scores);
            run(threads, progress, [&](Job& job) { stats::score(found, tables, out, job); });
            return scores;
        },
        "o11"_a.noconvert(),
        "r1"_a.noconvert(),
        "c1"_a.noconvert(),
        "n"_a.noconvert(),
        py::kw_only(),
        "measure"_a,
        "threads"_a,
        "progress"_a,
        "A measure of every table.");
    module.def("measures", &stats::measure_table, "The registry as columns.");
    module.def("measure_details",
               &stats::measure_details,
               "Direction and null distribution of every measure.");
}

void bind_tests(py::module_& module) {
    module.def(
        "fisher",
        [](const Counts& o11,
           const Counts& r1,
           const Counts& c1,
           const Counts& n,
           unsigned threads,
           const py::object& progress) {
            const auto tables = marginals(o11, r1, c1, n);
            Numbers p(o11.size());
            Numbers log10_p(o11.size());
            const stats::TailColumns out{.p = writable(p), .log10_p = writable(log10_p)};
            run(threads, progress, [&](Job& job) { stats::fisher(tables, out, job); });
            return std::pair(p, log10_p);
        },
        "o11"_a.noconvert(),
        "r1"_a.noconvert(),
        "c1"_a.noconvert(),
        "n"_a.noconvert(),
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "One-sided p-value of every table and its decimal logarithm.");
    module.def(
        "benjamini_hochberg",
        [](const Numbers& log10_p, std::uint64_t m) {
            const std::span p(log10_p.data(), static_cast<std::size_t>(log10_p.size()));
            const auto q = stats::benjamini_hochberg(p, m);
            return Numbers(static_cast<py::ssize_t>(q.size()), q.data());
        },
        "log10_p"_a.noconvert(),
        "m"_a,
        "The q-value of every p-value among m candidates.");
}

}  // namespace

void bind_stats(py::module_& module) {
    bind_association(module);
    bind_tests(module);
}

}  // namespace wortfeld::bindings

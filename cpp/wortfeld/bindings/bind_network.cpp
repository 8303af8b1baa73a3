// `_core.Network`: co-occurrence of entities and of terms.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/analysis/evidence.hpp"
#include "wortfeld/analysis/network.hpp"
#include "wortfeld/analysis/pairs.hpp"
#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/layers.hpp"
#include "wortfeld/bindings/run.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

using analysis::Network;
using NetworkClass = py::class_<Network, py::smart_holder>;

void bind_entities_together(py::module_& module) {
    module.def(
        "count_entities_together",
        [](const entity::Mentions& mentions,
           const std::string& context,
           const std::vector<std::string>& kinds,
           const ZoneNames& zones,
           bool nested,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& job) {
                return analysis::count_entities_together(mentions,
                                                         {.unit = analysis::unit_named(context),
                                                          .kinds = kinds,
                                                          .zones = zone_set(zones),
                                                          .nested = nested},
                                                         job);
            });
        },
        "mentions"_a,
        py::kw_only(),
        "context"_a,
        "kinds"_a,
        "zones"_a,
        "nested"_a,
        "threads"_a,
        "progress"_a,
        "Count which entities share units.");
}

void bind_terms_together(py::module_& module) {
    module.def(
        "count_terms_together",
        [](const SharedLayer& layer,
           const analysis::TermNetworkOptions& options,
           unsigned threads,
           const py::object& progress) {
            auto counted = run(threads, progress, [&](Job& job) {
                return analysis::count_terms_together(layer.indexed, *layer.layer, options, job);
            });
            return std::pair(std::move(counted.network), std::move(counted.excluded));
        },
        "layer"_a,
        "options"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "Count which terms share units; what was left out.");
}

void bind_options(py::module_& module) {
    py::class_<analysis::TermNetworkOptions>(module, "TermNetworkOptions", "Which terms, where.")
        .def(py::init([](const std::string& context,
                         const std::vector<std::string>& terms,
                         std::uint64_t min_count,
                         const ZoneNames& zones,
                         const analysis::WordFilter& filter) {
                 return analysis::TermNetworkOptions{.unit = analysis::unit_named(context),
                                                     .terms = terms,
                                                     .min_count = min_count,
                                                     .filter = filter,
                                                     .zones = zone_set(zones)};
             }),
             py::kw_only(),
             "context"_a,
             "terms"_a,
             "min_count"_a,
             "zones"_a,
             "filter"_a);
    py::class_<analysis::PairsOptions>(
        module, "PairsOptions", "Which pairs, with what, in what order.")
        .def(py::init([](const std::vector<std::string>& measures,
                         std::optional<double> max_q,
                         std::uint64_t min_count,
                         const std::vector<std::string>& sort,
                         std::optional<std::size_t> top) {
                 return analysis::PairsOptions{.measures = measures,
                                               .max_q = max_q,
                                               .min_count = min_count,
                                               .sort = sort,
                                               .top = top};
             }),
             py::kw_only(),
             "measures"_a,
             "max_q"_a,
             "min_count"_a,
             "sort"_a,
             "top"_a);
}

void bind_tables(NetworkClass& network) {
    network.def("nodes", &analysis::nodes_table)
        .def_property_readonly("candidate_count", &analysis::candidate_count)
        .def_property_readonly("unit_count",
                               [](const Network& self) { return self.units().size(); })
        .def("find", &Network::find, "name"_a, "kind"_a, "The number of a node.")
        .def(
            "pairs",
            [](const Network& self,
               const analysis::PairsOptions& options,
               unsigned threads,
               const py::object& progress) {
                return run(threads, progress, [&](Job& job) {
                    return analysis::pairs_table(self, options, job);
                });
            },
            "options"_a,
            py::kw_only(),
            "threads"_a,
            "progress"_a)
        .def(
            "contingency",
            [](const Network& self, std::size_t a, std::size_t b) {
                const auto table = self.contingency(a, b);
                return py::make_tuple(table.o11, table.o12, table.o21, table.o22);
            },
            "a"_a,
            "b"_a)
        .def("expected_within", &analysis::expected_within)
        .def("evidence", &analysis::evidence_table, "a"_a, "b"_a, "top"_a);
}

}  // namespace

void bind_network(py::module_& module) {
    bind_options(module);
    NetworkClass network(module, "Network", "Items and the units they share.");
    bind_tables(network);
    bind_entities_together(module);
    bind_terms_together(module);
}

}  // namespace wortfeld::bindings

// `_core.name_candidates`: names that no gazetteer knows.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/entity/name_candidates.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace wortfeld::bindings {

void bind_names(py::module_& module) {
    module.def(
        "name_candidates",
        [](const entity::Mentions& mentions,
           const Columns& cues,
           std::optional<std::size_t> top,
           std::uint64_t min_count,
           const ZoneNames& zones,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& job) {
                return entity::name_candidates(
                    mentions,
                    entity::NameCues(cues),
                    {.top = top, .min_count = min_count, .zones = zone_set(zones)},
                    job);
            });
        },
        "mentions"_a,
        "cues"_a,
        py::kw_only(),
        "top"_a,
        "min_count"_a,
        "zones"_a,
        "threads"_a,
        "progress"_a,
        "Names that the mentions do not know, best first.");
}

}  // namespace wortfeld::bindings

// Mentions from rows and files, mentions made of others, and what is counted around them.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/analysis/entity_counts.hpp"
#include "wortfeld/analysis/nearby.hpp"
#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/bindings/writing.hpp"
#include "wortfeld/entity/edits.hpp"
#include "wortfeld/entity/given.hpp"
#include "wortfeld/entity/mentions_file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::bindings {
namespace {

using entity::Mentions;

void bind_rows(py::module_& module) {
    module.def(
        "given_mentions",
        [](const SharedCorpus& corpus,
           const Columns& rows,
           std::optional<std::int32_t> reference_date,
           unsigned threads,
           const py::object& progress) {
            auto given = run(threads, progress, [&](Job& job) {
                return entity::given_mentions(corpus.indexed, rows, reference_date, job);
            });
            return std::pair(std::move(given.mentions), std::move(given.overlapping));
        },
        "corpus"_a,
        "rows"_a,
        py::kw_only(),
        "reference_date"_a,
        "threads"_a,
        "progress"_a,
        "Mentions of rows, and the rows that overlap others.");
    module.def(
        "span_surfaces",
        [](const SharedCorpus& corpus,
           const Columns& rows,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& /*job*/) {
                return entity::span_surfaces(corpus.corpus(), rows);
            });
        },
        "corpus"_a,
        "rows"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "The text of each span, null outside its document.");
    module.def("mention_rows", &entity::mention_rows, "mentions"_a, "All that rows say of them.");
}

void bind_edits(py::module_& module) {
    module.def("mentioned_entities",
               &entity::mentioned_entities,
               "mentions"_a,
               "The entities that are mentioned, in any zone.");
    module.def("edit_mentions",
               &entity::edited,
               "mentions"_a,
               "changes"_a,
               "The mentions of other entities, or of fewer.");
    module.def("unite_mentions", &entity::united, "first"_a, "second"_a, "The mentions of both.");
}

void bind_files(py::module_& module) {
    module.def(
        "save_mentions",
        [](const Mentions& mentions,
           const std::string& notes,
           int file,
           unsigned threads,
           const py::object& progress) {
            write_file(
                threads, progress, file, [&] { return entity::mentions_file(mentions, notes); });
        },
        "mentions"_a,
        "notes"_a,
        "file"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "Write everything to an empty file that is open for writing.");
    module.def(
        "open_mentions",
        [](const SharedCorpus& corpus,
           int file,
           std::string name,
           unsigned threads,
           const py::object& progress) {
            Descriptor descriptor(file);
            auto opened = run(threads, progress, [&](Job& /*job*/) {
                return entity::open_mentions(FileBytes::loaded(descriptor, std::move(name)),
                                             corpus.indexed);
            });
            return std::pair(std::move(opened.mentions), std::move(opened.notes));
        },
        "corpus"_a,
        "file"_a,
        "name"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "The mentions in a file, whose descriptor it takes over, and their notes.");
}

void bind_options(py::module_& module) {
    py::class_<analysis::NearbyOptions>(module, "NearbyOptions", "Which amounts and names.")
        .def(py::init([](const std::vector<std::string>& kinds,
                         const std::string& within,
                         std::uint32_t reach,
                         std::optional<std::size_t> top,
                         const ZoneNames& zones) {
                 return analysis::NearbyOptions{.kinds = kinds,
                                                .within = analysis::scope_named(within),
                                                .reach = reach,
                                                .top = top,
                                                .zones = zone_set(zones)};
             }),
             py::kw_only(),
             "kinds"_a,
             "within"_a,
             "reach"_a,
             "top"_a,
             "zones"_a);
}

void bind_nearby(py::module_& module) {
    module.def(
        "find_nearby",
        [](const Mentions& mentions,
           const analysis::NearbyOptions& options,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& job) {
                const auto amounts = analysis::find_nearby(mentions, options, job);
                return std::pair(analysis::nearby_table(mentions, amounts),
                                 analysis::nearby_names_table(mentions, amounts));
            });
        },
        "mentions"_a,
        "options"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "The amounts, and the names near each.");
    module.def(
        "count_entities",
        [](const Mentions& mentions,
           const std::vector<std::string>& kinds,
           const ZoneNames& zones) {
            auto counts =
                analysis::count_entities(mentions, {.kinds = kinds, .zones = zone_set(zones)});
            return std::pair(std::move(counts.cells), std::move(counts.entities));
        },
        "mentions"_a,
        py::kw_only(),
        "kinds"_a,
        "zones"_a,
        "How often each entity is mentioned in each document.");
}

}  // namespace

void bind_mentions(py::module_& module) {
    bind_options(module);
    bind_rows(module);
    bind_edits(module);
    bind_files(module);
    bind_nearby(module);
}

}  // namespace wortfeld::bindings

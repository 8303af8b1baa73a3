// `_core.save_corpus`, `_core.open_corpus`: corpus files, given as open descriptors; and appending.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/bindings/writing.hpp"
#include "wortfeld/corpus/append.hpp"
#include "wortfeld/index/corpus_file.hpp"

#include <memory>
#include <string>
#include <utility>

namespace wortfeld::bindings {
namespace {

void bind_files(py::module_& module) {
    module.def(
        "save_corpus",
        [](const SharedCorpus& corpus, int file, unsigned threads, const py::object& progress) {
            write_file(
                threads, progress, file, [&] { return index::corpus_file(*corpus.indexed); });
        },
        "corpus"_a,
        "file"_a,
        py::kw_only(),
        "threads"_a,
        "progress"_a,
        "Write everything to an empty file that is open for writing.");
    module.def(
        "open_corpus",
        [](int file,
           std::string name,
           bool map,
           bool verify,
           unsigned threads,
           const py::object& progress) {
            Descriptor descriptor(file);
            return run(threads, progress, [&](Job& /*job*/) {
                const auto bytes = map ? FileBytes::mapped(std::move(descriptor), std::move(name))
                                       : FileBytes::loaded(descriptor, std::move(name));
                return SharedCorpus{std::make_shared<const index::IndexedCorpus>(
                    index::open_corpus(bytes, verify || !map))};
            });
        },
        "file"_a,
        "name"_a,
        py::kw_only(),
        "map"_a,
        "verify"_a,
        "threads"_a,
        "progress"_a,
        "The corpus in a file, whose descriptor it takes over; the name is for messages.");
}

void bind_appending(py::module_& module) {
    module.def(
        "append_corpus",
        [](const SharedCorpus& first,
           const SharedCorpus& second,
           bool skip_known,
           unsigned threads,
           const py::object& progress) {
            const auto known = skip_known ? corpus::KnownIds::leave_out : corpus::KnownIds::refuse;
            return run(threads, progress, [&](Job& job) {
                return SharedCorpus{std::make_shared<const index::IndexedCorpus>(
                    corpus::appended(first.corpus(), second.corpus(), known), job)};
            });
        },
        "first"_a,
        "second"_a,
        py::kw_only(),
        "skip_known"_a = false,
        "threads"_a,
        "progress"_a,
        "The documents of both.");
}

}  // namespace

void bind_file(py::module_& module) {
    bind_files(module);
    bind_appending(module);
}

}  // namespace wortfeld::bindings

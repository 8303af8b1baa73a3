// `_core.Profile`, `_core.repeated_lines`: what repeats across documents, and its use.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/hash.hpp"
#include "wortfeld/bindings/corpus.hpp"
#include "wortfeld/bindings/run.hpp"
#include "wortfeld/corpus/repeated_lines.hpp"
#include "wortfeld/entity/word_cases.hpp"
#include "wortfeld/text/profile.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace wortfeld::bindings {
namespace {

void bind_lines_found(py::module_& module) {
    module.def(
        "repeated_lines",
        [](const SharedCorpus& corpus,
           std::uint64_t fewest_documents,
           std::size_t longest,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& job) {
                return corpus::find_repeated_lines(
                    corpus.corpus(),
                    {.fewest_documents = fewest_documents, .longest = longest},
                    job);
            });
        },
        "corpus"_a,
        py::kw_only(),
        "fewest_documents"_a,
        "longest"_a,
        "threads"_a,
        "progress"_a,
        "Lines that stand in several documents, with their counts.");
}

void bind_word_cases(py::module_& module) {
    using entity::WordCases;
    py::class_<WordCases, py::smart_holder>(module, "WordCases", "How words are written.")
        .def(py::init<const Columns&>(), "rows"_a)
        .def_property_readonly("fingerprint", [](const WordCases& self) {
            return fingerprint_digits(self.fingerprint());
        });
    module.def(
        "count_word_cases",
        [](const SharedCorpus& corpus,
           std::uint64_t fewest_small,
           unsigned threads,
           const py::object& progress) {
            return run(threads, progress, [&](Job& job) {
                return entity::count_word_cases(corpus.corpus(), fewest_small, job);
            });
        },
        "corpus"_a,
        py::kw_only(),
        "fewest_small"_a,
        "threads"_a,
        "progress"_a,
        "Words that are written small and with a capital, with their counts.");
}

}  // namespace

void bind_profile(py::module_& module) {
    using text::Profile;
    py::class_<Profile, py::smart_holder>(module, "Profile", "Lines that are boilerplate.")
        .def(py::init<std::vector<std::string>>(), "lines"_a)
        .def_property_readonly(
            "fingerprint",
            [](const Profile& self) { return fingerprint_digits(self.fingerprint()); })
        .def(
            "__contains__",
            [](const Profile& self, const std::string& line) { return self.contains(line); },
            "line"_a);
    bind_lines_found(module);
    bind_word_cases(module);
}

}  // namespace wortfeld::bindings

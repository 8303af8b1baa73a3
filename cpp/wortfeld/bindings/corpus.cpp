#include "wortfeld/bindings/corpus.hpp"

#include "wortfeld/base/suggest.hpp"

namespace wortfeld::bindings {
namespace {

std::string_view bytes_of(const py::handle& data) {
    Py_ssize_t size = 0;
    if (PyUnicode_Check(data.ptr()) != 0) {
        const auto* const utf8 = PyUnicode_AsUTF8AndSize(data.ptr(), &size);
        if (utf8 == nullptr) throw py::error_already_set();
        return {utf8, static_cast<std::size_t>(size)};
    }
    char* bytes = nullptr;
    if (PyBytes_AsStringAndSize(data.ptr(), &bytes, &size) != 0) throw py::error_already_set();
    return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace

corpus::ZoneSet zone_set(const ZoneNames& names) {
    if (!names) return corpus::ZoneSet::counted();
    if (names->size() == 1 && names->front() == "all") return corpus::ZoneSet::all();
    return corpus::ZoneSet::named(*names);
}

DocumentId require_document(const corpus::Corpus& corpus, std::string_view id) {
    if (const auto found = corpus.find(id)) return *found;
    std::vector<std::string_view> known;
    for (const auto& document : corpus.documents()) known.push_back(document.id);
    throw unknown_name("document", id, known);
}

std::vector<corpus::Source> sources_from(const py::list& rows) {
    std::vector<corpus::Source> sources;
    sources.reserve(rows.size());
    for (const auto& row : rows) {
        const auto parts = row.cast<py::tuple>();
        sources.push_back({.id = parts[0].cast<std::string>(),
                           .bytes = bytes_of(parts[1]),
                           .language = parts[2].cast<std::string>()});
    }
    return sources;
}

}  // namespace wortfeld::bindings

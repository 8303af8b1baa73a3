#include "wortfeld/bindings/corpus.hpp"

#include "wortfeld/base/suggest.hpp"

namespace wortfeld::bindings {
corpus::ZoneSet zone_set(const ZoneNames& names) {
    if (!names) return corpus::ZoneSet::counted();
    if (names->size() == 1 && names->front() == "all") return corpus::ZoneSet::all();
    return corpus::ZoneSet::named(*names);
}

DocumentId require_document(const corpus::Corpus& corpus, std::string_view id) {
    if (const auto found = corpus.find(id)) return *found;
    std::vector<std::string_view> known;
    for (const auto document : corpus.documents()) known.push_back(document.id());
    throw unknown_name("document", id, known);
}

}  // namespace wortfeld::bindings

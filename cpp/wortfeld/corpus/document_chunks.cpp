#include "wortfeld/corpus/document_chunks.hpp"

namespace wortfeld::corpus {

std::vector<std::size_t> cut_documents(const Corpus& corpus, std::size_t least_tokens) {
    const auto count = corpus.documents().size();
    const auto& begins = corpus.store().token_begins;
    std::vector<std::size_t> cuts{0};
    for (std::size_t document = 1; document < count; ++document) {
        const std::size_t tokens = begins.at(document) - begins.at(cuts.back());
        if (tokens >= least_tokens) cuts.push_back(document);
    }
    if (count > 0) cuts.push_back(count);
    return cuts;
}

}  // namespace wortfeld::corpus

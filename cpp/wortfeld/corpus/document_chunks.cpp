#include "wortfeld/corpus/document_chunks.hpp"

#include <algorithm>

namespace wortfeld::corpus {
namespace {

constexpr std::size_t tokens_for_each_term = 8;
constexpr std::size_t least_counted_tokens = std::size_t{1} << 16U;

}  // namespace

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

std::size_t documents_per_count(const Corpus& corpus) {
    const auto tokens =
        std::max(least_counted_tokens, tokens_for_each_term * corpus.vocabulary().size());
    return std::max<std::size_t>(
        1, tokens * corpus.documents().size() / std::max<std::size_t>(1, corpus.token_count()));
}

}  // namespace wortfeld::corpus

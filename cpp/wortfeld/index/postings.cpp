#include "wortfeld/index/postings.hpp"

namespace wortfeld::index {

Postings::Postings(const corpus::Corpus& corpus)
    : begins_(corpus.vocabulary().size() + 1), positions_(corpus.terms().size()) {
    // Counting sort: positions come in order, so each term's list is ascending.
    for (const auto term : corpus.terms()) ++begins_[number(term) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    auto next = begins_;
    for (std::size_t position = 0; position < positions_.size(); ++position) {
        const auto term = number(corpus.terms()[position]);
        positions_[next[term]++] = static_cast<std::uint32_t>(position);
    }
}

}  // namespace wortfeld::index

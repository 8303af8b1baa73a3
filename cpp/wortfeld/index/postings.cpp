#include "wortfeld/index/postings.hpp"

#include "wortfeld/base/growing.hpp"

#include <vector>

namespace wortfeld::index {

Postings::Postings(const corpus::Corpus& corpus) {
    // Counting sort: positions come in order, so each term's list is ascending.
    const auto terms = corpus.store().terms.all();
    std::vector<std::uint32_t> begins(corpus.vocabulary().size() + 1);
    for (const auto term : terms) ++begins[number(term) + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    auto next = begins;
    Growing<std::uint32_t> sorted;
    const auto positions = sorted.extend(terms.size());
    for (std::size_t position = 0; position < terms.size(); ++position) {
        positions[next[number(terms[position])]++] = static_cast<std::uint32_t>(position);
    }
    begins_ = Array<std::uint32_t>(std::move(begins));
    positions_ = std::move(sorted).finish();
}

}  // namespace wortfeld::index

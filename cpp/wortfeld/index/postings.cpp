#include "wortfeld/index/postings.hpp"

#include "wortfeld/base/growing.hpp"

#include <algorithm>
#include <functional>
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

void Postings::require_ascending(std::size_t begin, std::span<const std::uint32_t> found) const {
    const auto place = std::adjacent_find(found.begin(), found.end(), std::greater_equal<>());
    if (place == found.end()) return;
    positions_.refuse(begin + static_cast<std::size_t>(place - found.begin()),
                      "is not below the next position of its term");
}

void require_sound_postings(const corpus::Corpus& corpus, const Postings& postings) {
    const Postings expected(corpus);
    const auto require_equal = [](const auto& found, const auto& sound) {
        const auto values = found.all();
        const auto place = std::mismatch(values.begin(), values.end(), sound.all().begin()).first;
        if (place == values.end()) return;
        found.refuse(static_cast<std::size_t>(place - values.begin()),
                     "is not what the terms of the tokens give");
    };
    require_equal(postings.begins(), expected.begins());
    require_equal(postings.all(), expected.all());
}

}  // namespace wortfeld::index

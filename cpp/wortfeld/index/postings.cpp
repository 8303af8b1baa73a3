#include "wortfeld/index/postings.hpp"

#include "wortfeld/base/growing.hpp"
#include "wortfeld/base/parallel.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace wortfeld::index {
namespace {

/// A counter of every term for every stretch is worth its memory from so many tokens a term on.
constexpr std::size_t tokens_per_counter = 8;
/// Tokens between two looks at whether the job was stopped.
constexpr std::size_t tokens_per_look = std::size_t{1} << 20;

/// Sorts positions by their terms, counting first. Each worker has a stretch of the tokens: it
/// counts its terms, and later writes their positions behind those of the stretches before it.
class PostingSort {
  public:
    PostingSort(std::span<const TermId> terms, std::size_t vocabulary_size, Job& job)
        : terms_(terms), job_(job), begins_(vocabulary_size + 1) {
        const auto most = terms.size() / (vocabulary_size * tokens_per_counter + 1);
        const auto stretches =
            std::clamp<std::size_t>(job.threads(), 1, std::max<std::size_t>(most, 1));
        stretch_size_ = terms.size() / stretches + 1;
        counters_.assign(stretches, std::vector<std::uint32_t>(vocabulary_size));
    }

    void sort() {
        each_token([](std::uint32_t& count, std::size_t /*position*/) { ++count; });
        counts_to_places();
        const auto positions = positions_.extend(terms_.size());
        each_token([&](std::uint32_t& place, std::size_t position) {
            positions[place++] = static_cast<std::uint32_t>(position);
        });
    }

    [[nodiscard]] Array<std::uint32_t> take_begins() {
        return Array<std::uint32_t>(std::move(begins_));
    }
    [[nodiscard]] Array<std::uint32_t> take_positions() { return std::move(positions_).finish(); }

  private:
    /// Calls `take(counter of its term in its stretch, position)` for every token.
    template <typename Take>
    void each_token(Take take) {
        const auto map = [&](std::size_t stretch) {
            auto& counters = counters_[stretch];
            auto position = stretch * stretch_size_;
            const auto last = std::min(position + stretch_size_, terms_.size());
            while (position < last) {
                job_.throw_if_stopped();
                const auto end = std::min(position + tokens_per_look, last);
                for (; position < end; ++position) {
                    take(counters[number(terms_[position])], position);
                }
            }
            return stretch;
        };
        parallel_map(job_, counters_.size(), map, [](std::size_t /*stretch*/) {});
    }

    void counts_to_places() {
        std::uint32_t place = 0;
        for (std::size_t term = 0; term + 1 < begins_.size(); ++term) {
            begins_[term] = place;
            for (auto& counters : counters_) {
                const auto count = counters[term];
                counters[term] = place;
                place += count;
            }
        }
        begins_.back() = place;
    }

    std::span<const TermId> terms_;
    Job& job_;
    std::vector<std::uint32_t> begins_;
    std::size_t stretch_size_ = 0;
    std::vector<std::vector<std::uint32_t>> counters_;  ///< of each stretch, by term
    Growing<std::uint32_t> positions_;
};

}  // namespace

Postings::Postings(const corpus::Corpus& corpus, Job& job) {
    PostingSort sorting(corpus.store().terms.all(), corpus.vocabulary().size(), job);
    sorting.sort();
    begins_ = sorting.take_begins();
    positions_ = sorting.take_positions();
}

void Postings::require_ascending(std::size_t begin, std::span<const std::uint32_t> found) const {
    const auto place = std::adjacent_find(found.begin(), found.end(), std::greater_equal<>());
    if (place == found.end()) return;
    positions_.refuse(begin + static_cast<std::size_t>(place - found.begin()),
                      "is not below the next position of its term");
}

void require_sound_postings(const corpus::Corpus& corpus, const Postings& postings) {
    Job job(0);
    const Postings expected(corpus, job);
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

// Where each term stands: its corpus-wide positions in order.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace wortfeld::index {

/// The positions of every term, ascending.
class Postings {
  public:
    Postings(const corpus::Corpus& corpus, Job& job);
    /// Those that were built before, of the same corpus.
    Postings(Array<std::uint32_t> begins, Array<std::uint32_t> all)
        : begins_(std::move(begins)), positions_(std::move(all)) {}

    /// `Error{bad_file}` if they lie in a file and are not in order.
    [[nodiscard]] std::span<const std::uint32_t> positions(TermId term) const {
        return positions(term, positions_.size());
    }
    /// The first of them, `most` at most.
    [[nodiscard]] std::span<const std::uint32_t> positions(TermId term, std::size_t most) const {
        const auto ends = begins_.slice(number(term), 2);
        const auto found =
            positions_.slice(ends[0], std::min<std::size_t>(ends[1] - ends[0], most));
        if (positions_.is_checked()) require_ascending(ends[0], found);
        return found;
    }
    /// Where each term begins in `all`, and the end of the last.
    [[nodiscard]] const Array<std::uint32_t>& begins() const noexcept { return begins_; }
    /// The positions of term 0, of term 1, and so on.
    [[nodiscard]] const Array<std::uint32_t>& all() const noexcept { return positions_; }

  private:
    void require_ascending(std::size_t begin, std::span<const std::uint32_t> found) const;

    Array<std::uint32_t> begins_;
    Array<std::uint32_t> positions_;
};

/// Makes sure that postings in a file are those of the corpus. `Error{bad_file}` if not.
void require_sound_postings(const corpus::Corpus& corpus, const Postings& postings);

}  // namespace wortfeld::index

// Where each term stands: its corpus-wide positions in order.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wortfeld::index {

/// The positions of every term, ascending.
class Postings {
  public:
    explicit Postings(const corpus::Corpus& corpus);

    [[nodiscard]] std::span<const std::uint32_t> positions(TermId term) const noexcept {
        const auto at = number(term);
        return std::span(positions_).subspan(begins_[at], begins_[at + 1] - begins_[at]);
    }

  private:
    std::vector<std::size_t> begins_;  ///< of each term in `positions_`, one more than terms
    std::vector<std::uint32_t> positions_;
};

}  // namespace wortfeld::index

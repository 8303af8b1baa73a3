// Which zones of a document a statistic counts.
#pragma once

#include "wortfeld/text/document_layout.hpp"

#include <span>
#include <string>

namespace wortfeld::corpus {

/// The zones a statistic counts; `contains` is the test.
class ZoneSet {
  public:
    /// Title, lead, heading and body.
    static ZoneSet counted() noexcept;
    static ZoneSet all() noexcept;
    /// The zones of those names; `Error{bad_argument}` names the first that is none.
    static ZoneSet named(std::span<const std::string> names);

    [[nodiscard]] bool contains(text::Zone zone) const noexcept {
        return (bits_ >> static_cast<unsigned>(zone) & 1U) != 0;
    }

  private:
    unsigned bits_ = 0;
};

}  // namespace wortfeld::corpus

// From bytes to code points and back, for one text, without decoding it from the start each time.
#pragma once

#include "wortfeld/base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Code points before every 128th byte of a text; empty for pure ASCII, where both are the same.
class CodePointIndex {
  public:
    CodePointIndex() = default;
    explicit CodePointIndex(std::string_view text);

    /// Code points before the byte at `offset`, which starts a code point or ends the text.
    [[nodiscard]] std::uint32_t code_points_before(std::string_view text,
                                                   std::uint32_t offset) const noexcept;
    /// The byte at which code point number `position` starts; the end of the text if it has fewer.
    [[nodiscard]] std::uint32_t byte_of(std::string_view text,
                                        std::uint32_t position) const noexcept;
    [[nodiscard]] CharSpan chars(std::string_view text, ByteSpan span) const noexcept {
        return {code_points_before(text, span.begin), code_points_before(text, span.end)};
    }

  private:
    std::vector<std::uint32_t> before_;
};

}  // namespace wortfeld::text

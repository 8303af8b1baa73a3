// Texts where they lie in the buffers of an Arrow producer, without a copy.
#pragma once

#include "wortfeld/base/arrow_import.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace wortfeld {

/// The texts of a column; they live as long as its batch. They are bytes: whether they are UTF-8 is
/// not checked here.
class ArrowTexts {
  public:
    /// Checks every offset, length and index. `Error{bad_argument}` if the column holds no text,
    /// `Error{bad_input}` naming column and row for one that points elsewhere.
    explicit ArrowTexts(const ArrowView& view);

    [[nodiscard]] std::size_t rows() const noexcept { return view_.rows; }
    /// Bytes of all texts together.
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
    /// The text of a row, or nothing if it is null.
    [[nodiscard]] std::optional<std::string_view> text(std::size_t row) const;

  private:
    void check();
    template <typename Offset>
    void check_offsets();
    void check_views();
    void check_indices();
    [[nodiscard]] std::string_view viewed(std::size_t row) const;

    ArrowView view_;
    std::unique_ptr<const ArrowTexts> dictionary_;
    std::size_t bytes_ = 0;
};

}  // namespace wortfeld

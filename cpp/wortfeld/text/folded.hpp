// Folded text on the stack, for rules that look at many short pieces.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace wortfeld::text {

/// What `fold` makes of a text. Letters of ASCII and Latin-1 are folded in place, so a short German
/// or English text takes no memory; everything else goes through `fold`.
class Folded {
  public:
    explicit Folded(std::string_view text);
    Folded(const Folded&) = delete;
    Folded& operator=(const Folded&) = delete;
    ~Folded() = default;

    [[nodiscard]] std::string_view view() const noexcept {
        return is_short_ ? std::string_view(short_.data(), size_) : std::string_view(long_);
    }

  private:
    static constexpr std::size_t longest_short = 192;  // bytes

    /// Whether the text was folded in place.
    bool fold_short(std::string_view text) noexcept;

    std::array<char, longest_short> short_;
    std::size_t size_ = 0;
    bool is_short_ = false;
    std::string long_;
};

}  // namespace wortfeld::text

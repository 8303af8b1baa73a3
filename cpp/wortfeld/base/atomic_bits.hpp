// Bits that many threads may set, each for good.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wortfeld {

/// A bit for each of some things, all clear at first. Relaxed order: a bit says something about
/// data that nobody writes.
class AtomicBits {
  public:
    explicit AtomicBits(std::size_t size) : words_(size / 64 + 1) {}

    [[nodiscard]] bool is_set(std::size_t place) const noexcept {
        return (words_[place / 64].load(std::memory_order_relaxed) >> (place % 64) & 1U) != 0;
    }
    /// Whether the bit was clear.
    bool set(std::size_t place) noexcept {
        const auto bit = std::uint64_t{1} << (place % 64);
        return (words_[place / 64].fetch_or(bit, std::memory_order_relaxed) & bit) == 0;
    }

  private:
    std::vector<std::atomic<std::uint64_t>> words_;
};

}  // namespace wortfeld

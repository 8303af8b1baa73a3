// A block of memory that grows by the page tables of the system instead of by copying.
#pragma once

#include <cstddef>
#include <utility>

namespace wortfeld {

/// Bytes that one owner resizes. A large block lies in pages of its own, outside of the heap: it
/// leaves no hole there when it moves or ends, pages that hold nothing yet take no memory, and the
/// system may make it of huge pages, which saves most page faults.
class Block {
  public:
    Block() = default;
    Block(Block&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    Block& operator=(Block&& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        return *this;
    }
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
    ~Block();

    [[nodiscard]] void* data() const noexcept { return data_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// Makes room for `size` bytes, above 0, or a few more, and keeps what both sizes have room
    /// for. Throws `std::bad_alloc`, and nothing has changed.
    void resize(std::size_t size);

  private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace wortfeld

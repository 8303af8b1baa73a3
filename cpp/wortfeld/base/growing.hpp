// Values in a row while they become more: memory grows without copying large blocks.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/block.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <utility>

namespace wortfeld {

/// A list that ends as an `Array`. Unlike a vector it needs no second copy while it grows or when
/// it ends. Reads like an `Array`.
template <Storable T>
class Growing {
  public:
    Growing() = default;
    Growing(Growing&& other) noexcept
        : block_(std::move(other.block_)), size_(std::exchange(other.size_, 0)) {}
    Growing& operator=(Growing&& other) noexcept {
        block_ = std::move(other.block_);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }
    Growing(const Growing&) = delete;
    Growing& operator=(const Growing&) = delete;
    ~Growing() = default;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] const T& at(std::size_t position) const {
        assert(position < size_);
        return data()[position];
    }
    [[nodiscard]] std::span<const T> slice(std::size_t begin, std::size_t count) const {
        assert(begin <= size_ && count <= size_ - begin);
        return {data() + begin, count};
    }
    [[nodiscard]] std::span<const T> all() const { return {data(), size_}; }
    [[nodiscard]] const T& back() const { return at(size_ - 1); }

    void push(T value) {
        if (size_ == capacity()) reserve(size_ + 1);
        data()[size_++] = value;
    }
    /// Appends values that are not its own.
    void append(std::span<const T> values) {
        const auto added = extend(values.size());
        if (!values.empty()) std::memcpy(added.data(), values.data(), values.size_bytes());
    }
    /// Appends `count` values to be written by the caller before anything is read.
    [[nodiscard]] std::span<T> extend(std::size_t count) {
        reserve(size_ + count);
        const auto first = size_;
        size_ += count;
        return {data() + first, count};
    }
    /// Drops all values but the first `size`.
    void shorten(std::size_t size) noexcept {
        assert(size <= size_);
        size_ = size;
    }
    /// Drops all values and keeps the memory for others.
    void clear() noexcept { size_ = 0; }

    /// The values, which take no more memory than they need; the list is empty afterwards.
    [[nodiscard]] Array<T> finish() && {
        if (size_ < capacity()) block_.resize(std::max(size_, std::size_t{1}) * sizeof(T));
        const auto size = std::exchange(size_, 0);
        const auto owner = std::make_shared<const Block>(std::move(block_));
        return Array<T>(owner, {static_cast<const T*>(owner->data()), size});
    }

  private:
    [[nodiscard]] T* data() const noexcept { return static_cast<T*>(block_.data()); }
    [[nodiscard]] std::size_t capacity() const noexcept { return block_.size() / sizeof(T); }
    void reserve(std::size_t wanted) {
        constexpr std::size_t least = 16;
        if (wanted <= capacity()) return;
        block_.resize(std::max({wanted, capacity() * 2, least}) * sizeof(T));
    }

    Block block_;
    std::size_t size_ = 0;
};

}  // namespace wortfeld

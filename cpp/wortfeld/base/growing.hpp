// Values in a row while they become more: memory grows without copying large blocks.
#pragma once

#include "wortfeld/base/array.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <utility>

namespace wortfeld {

/// A list that ends as an `Array`. Unlike a vector it leaves growth to the allocator, which moves
/// large blocks by their page tables: no second copy while it grows or when it ends, and pages
/// that hold nothing yet take no memory. Reads like an `Array`.
template <Storable T>
class Growing {
  public:
    Growing() = default;
    Growing(Growing&& other) noexcept
        : data_(std::move(other.data_)),
          size_(std::exchange(other.size_, 0)),
          capacity_(std::exchange(other.capacity_, 0)) {}
    Growing& operator=(Growing&& other) noexcept {
        data_ = std::move(other.data_);
        size_ = std::exchange(other.size_, 0);
        capacity_ = std::exchange(other.capacity_, 0);
        return *this;
    }
    Growing(const Growing&) = delete;
    Growing& operator=(const Growing&) = delete;
    ~Growing() = default;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] const T& at(std::size_t position) const {
        assert(position < size_);
        return data_.get()[position];
    }
    [[nodiscard]] std::span<const T> slice(std::size_t begin, std::size_t count) const {
        assert(begin <= size_ && count <= size_ - begin);
        return {data_.get() + begin, count};
    }
    [[nodiscard]] std::span<const T> all() const { return {data_.get(), size_}; }
    [[nodiscard]] const T& back() const { return at(size_ - 1); }

    void push(T value) {
        if (size_ == capacity_) reserve(size_ + 1);
        data_.get()[size_++] = value;
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
        return {data_.get() + first, count};
    }
    /// Drops all values but the first `size`.
    void shorten(std::size_t size) noexcept {
        assert(size <= size_);
        size_ = size;
    }

    /// The values, which take no more memory than they need; the list is empty afterwards.
    [[nodiscard]] Array<T> finish() && {
        if (size_ < capacity_) resize(std::max(size_, std::size_t{1}));
        const auto size = std::exchange(size_, 0);
        capacity_ = 0;
        const std::shared_ptr<T> owner = std::move(data_);
        return Array<T>(owner, std::span<const T>(owner.get(), size));
    }

  private:
    struct Free {
        void operator()(T* block) const noexcept { std::free(block); }
    };

    void reserve(std::size_t wanted) {
        constexpr std::size_t least = 16;
        if (wanted > capacity_) resize(std::max({wanted, capacity_ * 2, least}));
    }
    void resize(std::size_t capacity) {
        auto* const moved = static_cast<T*>(std::realloc(data_.get(), capacity * sizeof(T)));
        if (moved == nullptr) throw std::bad_alloc();
        static_cast<void>(data_.release());
        data_.reset(moved);
        capacity_ = capacity;
    }

    std::unique_ptr<T, Free> data_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace wortfeld

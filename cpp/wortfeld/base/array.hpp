// Values in a row that never change: in memory of their own, or in a file that is mapped.
#pragma once

#include "wortfeld/base/checked_section.hpp"

#include <cassert>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace wortfeld {

/// What a file can hold: bytes that mean the value and nothing else.
template <typename T>
concept Storable = std::is_trivially_copyable_v<T> &&
                   (std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>);

/// Immutable values of one type. Copies share them; they live as long as the last copy. Safe to
/// read from many threads.
///
/// Those in a file are verified block by block when they are first touched, by the checksum of the
/// block and the check of its section, so `at`, `slice` and `all` may throw `Error{bad_file}`.
template <Storable T>
class Array {
  public:
    Array() = default;

    /// Takes the values over.
    explicit Array(std::vector<T> values) {
        const auto owned = std::make_shared<const std::vector<T>>(std::move(values));
        data_ = owned->data();
        size_ = owned->size();
        keeper_ = owned;
    }

    /// Values that live as long as their owner does.
    Array(std::shared_ptr<const void> owner, std::span<const T> values)
        : data_(values.data()), size_(values.size()), keeper_(std::move(owner)) {}

    /// The values of a section whose elements have the size of `T`; a reader makes sure of that.
    explicit Array(std::shared_ptr<const CheckedSection> section)
        : data_(reinterpret_cast<const T*>(section->bytes().data())),
          size_(section->bytes().size() / sizeof(T)),
          section_(section.get()),
          keeper_(std::move(section)) {
        assert(section_->element_size() == sizeof(T));
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

    /// Whether the values lie in a file: they are what somebody wrote there.
    [[nodiscard]] bool is_checked() const noexcept { return section_ != nullptr; }
    /// `Error{bad_file}`: the value at `position` does not fit what other sections say. Values that
    /// lie in no file always fit.
    [[noreturn]] void refuse(std::size_t position, const std::string& why) const {
        assert(is_checked());
        if (section_ == nullptr) std::abort();
        section_->refuse_element(position, why);
    }

    /// The value at `position`, which is below `size()`. In a file a position may come from what
    /// the file says elsewhere: one beyond the end is an error.
    [[nodiscard]] const T& at(std::size_t position) const {
        if (section_ != nullptr) {
            if (position >= size_) section_->refuse_beyond(position);
            section_->touch(position / per_block, position / per_block);
        }
        assert(position < size_);
        return data_[position];
    }

    /// The `count` values from `begin` on; they lie within the array.
    [[nodiscard]] std::span<const T> slice(std::size_t begin, std::size_t count) const {
        if (section_ != nullptr) {
            if (begin > size_ || count > size_ - begin) section_->refuse_beyond(begin);
            if (count != 0) section_->touch(begin / per_block, (begin + count - 1) / per_block);
        }
        assert(begin <= size_ && count <= size_ - begin);
        return {data_ + begin, count};
    }

    /// All values. For a loop: ask once, outside of it.
    [[nodiscard]] std::span<const T> all() const { return slice(0, size_); }

  private:
    static constexpr auto per_block = CheckedSection::elements_per_block(sizeof(T));

    const T* data_ = nullptr;
    std::size_t size_ = 0;
    const CheckedSection* section_ = nullptr;  ///< none if the values need no check
    std::shared_ptr<const void> keeper_;       ///< what the values lie in
};

}  // namespace wortfeld

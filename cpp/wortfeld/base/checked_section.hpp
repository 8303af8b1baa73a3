// A stretch of a file whose blocks are verified when they are first touched.
#pragma once

#include "wortfeld/base/atomic_bits.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace wortfeld {

class FileBytes;

/// Says what is wrong with the elements [begin, end) of a section, if anything is: "id 17 is
/// beyond the last". It may look at the element before `begin`.
using SectionCheck = std::function<std::optional<std::string>(std::size_t begin, std::size_t end)>;

/// One section of a file: bytes in blocks of about 64 KiB, each with a checksum. Safe to touch from
/// many threads; two that meet at a block verify it twice.
class CheckedSection {
  public:
    struct Parts {
        std::shared_ptr<const FileBytes> file;     ///< what the bytes lie in
        std::string name;                          ///< for messages
        std::span<const std::byte> bytes;          ///< whole elements
        std::size_t element_size = 1;              ///< bytes
        std::span<const std::uint64_t> checksums;  ///< one a block
        SectionCheck check;                        ///< or none
    };
    explicit CheckedSection(Parts parts);

    /// A block holds whole elements, as many as fit into 64 KiB.
    static constexpr std::size_t block_size = std::size_t{1} << 16;
    static constexpr std::size_t elements_per_block(std::size_t element_size) noexcept {
        return block_size / element_size;
    }
    /// Number of blocks of a section with that many elements.
    static constexpr std::size_t blocks_of(std::size_t elements,
                                           std::size_t element_size) noexcept {
        const auto per_block = elements_per_block(element_size);
        return elements / per_block + (elements % per_block == 0 ? 0 : 1);
    }

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return parts_.bytes; }
    [[nodiscard]] std::size_t element_size() const noexcept { return parts_.element_size; }
    [[nodiscard]] const std::string& name() const noexcept { return parts_.name; }

    /// Makes sure that the blocks from `first` to `last` are sound; `Error{bad_file}` naming the
    /// section and the block if one is not.
    void touch(std::size_t first, std::size_t last) const {
        if (unverified_.load(std::memory_order_relaxed) == 0) return;
        for (auto block = first; block <= last; ++block) {
            if (!verified_.is_set(block)) verify(block);
        }
    }
    /// `Error{bad_file}`: something else in the file asks for elements that are not there.
    [[noreturn]] void refuse_beyond(std::size_t position) const;
    /// `Error{bad_file}`: the element there does not fit what stands elsewhere in the file.
    [[noreturn]] void refuse_element(std::size_t position, const std::string& why) const;
    /// Touches every block.
    void touch_all() const;

  private:
    void verify(std::size_t block) const;
    [[noreturn]] void refuse(std::size_t block, const std::string& why) const;

    Parts parts_;
    std::size_t block_count_;
    mutable AtomicBits verified_;                  ///< a bit a block
    mutable std::atomic<std::size_t> unverified_;  ///< blocks without their bit
};

}  // namespace wortfeld

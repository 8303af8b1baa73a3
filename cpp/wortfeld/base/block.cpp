#include "wortfeld/base/block.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

// Sanitizers watch the heap only; elsewhere than on Linux the heap has to do.
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <sys/mman.h>
#define WORTFELD_HAS_PAGES
#endif

namespace wortfeld {
namespace {

/// `realloc`, or `std::bad_alloc`.
void* resized_in_heap(void* data, std::size_t size) {
    auto* const moved = std::realloc(data, size);
    if (moved == nullptr) throw std::bad_alloc();
    return moved;
}

#ifdef WORTFELD_HAS_PAGES

/// From this size on a block has pages of its own.
constexpr std::size_t least_pages = std::size_t{1} << 17;
constexpr std::size_t page = 4096;
constexpr std::size_t huge_page = std::size_t{1} << 21;

bool has_pages(std::size_t size) {
    return size >= least_pages;
}

void release(void* data, std::size_t size) noexcept {
    if (has_pages(size)) {
        munmap(data, size);
    } else {
        std::free(data);
    }
}

/// New pages for `size` bytes, which start where a huge page may start if one has room in them.
void* new_pages(std::size_t size, int protection) {
    const auto alignment = size < huge_page ? page : huge_page;
    const auto room = size + alignment - page;
    auto* const found = mmap(nullptr, room, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (found == MAP_FAILED) throw std::bad_alloc();
    auto* const begin = static_cast<char*>(found);
    const auto before =
        (alignment - reinterpret_cast<std::uintptr_t>(begin) % alignment) % alignment;
    const auto end = before + size;
    if (before > 0) munmap(begin, before);
    if (end < room) munmap(begin + end, room - end);
    // A wish: without huge pages it works as well.
    if (alignment == huge_page) madvise(begin + before, size, MADV_HUGEPAGE);
    return begin + before;
}

void* moved_into_pages(void* data, std::size_t old_size, std::size_t size) {
    auto* const pages = new_pages(size, PROT_READ | PROT_WRITE);
    if (old_size > 0) std::memcpy(pages, data, std::min(old_size, size));
    std::free(data);
    return pages;
}

void* moved_out_of_pages(void* data, std::size_t old_size, std::size_t size) {
    auto* const heap = resized_in_heap(nullptr, size);
    std::memcpy(heap, data, size);
    munmap(data, old_size);
    return heap;
}

void* resized_pages(void* data, std::size_t old_size, std::size_t size) {
    auto* const same = mremap(data, old_size, size, 0);
    if (same != MAP_FAILED) return same;
    auto* const place = new_pages(size, PROT_NONE);
    auto* const moved = mremap(data, old_size, size, MREMAP_MAYMOVE | MREMAP_FIXED, place);
    if (moved == MAP_FAILED) {
        munmap(place, size);
        throw std::bad_alloc();
    }
    if (size >= huge_page) madvise(moved, size, MADV_HUGEPAGE);
    return moved;
}

/// Whole pages, if it is to have its own.
std::size_t rounded(std::size_t size) {
    return has_pages(size) ? (size + page - 1) / page * page : size;
}

void* resized(void* data, std::size_t old_size, std::size_t size) {
    if (!has_pages(old_size)) {
        return has_pages(size) ? moved_into_pages(data, old_size, size)
                               : resized_in_heap(data, size);
    }
    return has_pages(size) ? resized_pages(data, old_size, size)
                           : moved_out_of_pages(data, old_size, size);
}

#else

void release(void* data, std::size_t /*size*/) noexcept {
    std::free(data);
}

std::size_t rounded(std::size_t size) {
    return size;
}

void* resized(void* data, std::size_t /*old_size*/, std::size_t size) {
    return resized_in_heap(data, size);
}

#endif

}  // namespace

Block::~Block() {
    if (data_ != nullptr) release(data_, size_);
}

void Block::resize(std::size_t size) {
    assert(size > 0);
    const auto wanted = rounded(size);
    if (wanted == size_) return;
    data_ = resized(data_, size_, wanted);
    size_ = wanted;
}

}  // namespace wortfeld

#include "wortfeld/text/offsets.hpp"

#include "wortfeld/base/utf8.hpp"

#include <algorithm>

namespace wortfeld::text {
namespace {

constexpr std::size_t block = 128;

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < 0x80;
    });
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) {
    if (is_ascii(text)) return;
    before_.reserve(text.size() / block + 1);
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= text.size(); begin += block) {
        before_.push_back(static_cast<std::uint32_t>(count));
        count += utf8::length(text.substr(begin, block));
    }
}

std::uint32_t CodePointIndex::code_points_before(std::string_view text,
                                                 std::uint32_t offset) const noexcept {
    if (before_.empty()) return offset;
    const auto start = offset / block * block;
    return before_[offset / block] +
           static_cast<std::uint32_t>(utf8::length(text.substr(start, offset - start)));
}

std::uint32_t CodePointIndex::byte_of(std::string_view text,
                                      std::uint32_t position) const noexcept {
    if (before_.empty()) {
        return std::min(position, static_cast<std::uint32_t>(text.size()));
    }
    const auto above = std::upper_bound(before_.begin(), before_.end(), position);
    const auto at = static_cast<std::size_t>(above - before_.begin()) - 1;
    auto byte = at * block;
    auto missing = position - before_[at];
    // A block may begin inside a code point that was counted in the block before it.
    const auto is_inside = [&] {
        return (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U;
    };
    while (byte < text.size() && is_inside()) ++byte;
    for (; missing > 0 && byte < text.size(); --missing) utf8::next(text, byte);
    return static_cast<std::uint32_t>(byte);
}

}  // namespace wortfeld::text

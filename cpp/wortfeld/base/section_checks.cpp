#include "wortfeld/base/section_checks.hpp"

#include "wortfeld/base/utf8.hpp"

namespace wortfeld::detail {
namespace {

/// Where the code point starts that the byte at `offset` belongs to, if it is well formed.
std::size_t start_of(std::string_view all, std::size_t offset) noexcept {
    if (offset == all.size()) return offset;
    for (auto steps = 0; steps < 3 && offset > 0 && utf8::continues(all[offset]); ++steps) --offset;
    return offset;
}

}  // namespace

std::string above_limit(std::size_t position, std::uint64_t value, std::uint64_t limit) {
    return "holds " + std::to_string(value) + " behind its element " + std::to_string(position) +
           ", where the limit is " + std::to_string(limit);
}

std::string out_of_order(std::size_t position, std::uint64_t value, std::uint64_t before) {
    return "holds " + std::to_string(value) + " as element " + std::to_string(position) +
           ", below " + std::to_string(before) + " before it";
}

std::string not_an_end(std::string_view which, std::uint64_t value, std::uint64_t expected) {
    return "holds " + std::to_string(value) + " as its " + std::string(which) +
           " element instead of " + std::to_string(expected);
}

std::string outside(std::size_t position, std::int64_t value) {
    return "holds " + std::to_string(value) + " as element " + std::to_string(position) +
           ", which is no day or time of the years 1 to 9999";
}

std::optional<std::string> ill_formed(std::string_view all, std::size_t begin, std::size_t end) {
    // A code point may lie across the border of two blocks: it is checked with both.
    const auto from = start_of(all, begin);
    for (auto steps = 0; steps < 3 && end < all.size() && utf8::continues(all[end]); ++steps) ++end;
    const auto fault = utf8::first_fault(all.substr(from, end - from));
    if (!fault) return std::nullopt;
    return "is not UTF-8 at its byte " + std::to_string(from + *fault);
}

}  // namespace wortfeld::detail

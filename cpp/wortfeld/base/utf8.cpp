#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace wortfeld::utf8 {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t position) noexcept {
    return static_cast<unsigned char>(text[position]);
}

/// What may follow a lead byte: Unicode, table 3-7.
struct Sequence {
    std::size_t length = 0;  ///< 0: no sequence starts with this byte
    unsigned second_low = 0x80;
    unsigned second_high = 0xBF;
};

Sequence sequence_of(unsigned lead) noexcept {
    if (lead < 0x80) return {.length = 1};
    if (lead < 0xC2) return {};
    if (lead < 0xE0) return {.length = 2};
    if (lead == 0xE0) return {.length = 3, .second_low = 0xA0};
    if (lead == 0xED) return {.length = 3, .second_high = 0x9F};
    if (lead < 0xF0) return {.length = 3};
    if (lead == 0xF0) return {.length = 4, .second_low = 0x90};
    if (lead < 0xF4) return {.length = 4};
    if (lead == 0xF4) return {.length = 4, .second_high = 0x8F};
    return {};
}

/// Bytes at `position` that belong together: a whole sequence, or a maximal ill-formed subpart.
struct Step {
    std::size_t bytes = 1;
    bool well_formed = true;
};

Step step_at(std::string_view text, std::size_t position) noexcept {
    const auto sequence = sequence_of(byte_at(text, position));
    if (sequence.length == 0) return {.bytes = 1, .well_formed = false};
    for (std::size_t i = 1; i < sequence.length; ++i) {
        if (position + i >= text.size()) return {.bytes = i, .well_formed = false};
        const auto byte = byte_at(text, position + i);
        const auto low = i == 1 ? sequence.second_low : 0x80U;
        const auto high = i == 1 ? sequence.second_high : 0xBFU;
        if (byte < low || byte > high) return {.bytes = i, .well_formed = false};
    }
    return {.bytes = sequence.length};
}

constexpr std::size_t word_size = 8;
/// Bytes that are looked at together; a bit each.
constexpr std::size_t stride = 64;

/// Which of the 64 bytes from there on are not ASCII, the first as the lowest bit.
std::uint64_t beyond_ascii(const char* bytes) noexcept {
    static_assert(std::endian::native == std::endian::little);
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    // Multiplied by this the high bits of eight bytes stand side by side in the highest byte.
    constexpr std::uint64_t gather = 0x0002040810204081ULL;
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < stride / word_size; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + i * word_size, word_size);
        mask |= (((word & high_bits) * gather) >> (stride - word_size)) << (i * word_size);
    }
    return mask;
}

/// Checks the sequences that begin in the 64 bytes from `position` on and moves it behind them, or
/// to the first that is ill-formed.
bool check_stride(std::string_view text, std::size_t& position) noexcept {
    auto mask = beyond_ascii(text.data() + position);
    auto behind = stride;
    while (mask != 0) {
        const auto at = static_cast<std::size_t>(std::countr_zero(mask));
        const auto step = step_at(text, position + at);
        if (!step.well_formed) {
            position += at;
            return false;
        }
        const auto end = at + step.bytes;
        behind = std::max(stride, end);
        mask = end < stride ? mask & (~std::uint64_t{0} << end) : 0;
    }
    position += behind;
    return true;
}

}  // namespace

std::optional<std::size_t> first_fault(std::string_view text) noexcept {
    std::size_t position = 0;
    while (text.size() - position >= stride) {
        if (!check_stride(text, position)) return position;
    }
    while (position < text.size()) {
        const auto step = step_at(text, position);
        if (!step.well_formed) return position;
        position += step.bytes;
    }
    return std::nullopt;
}

Replaced replace_faults(std::string_view text) {
    Replaced result;
    result.text.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        const auto step = step_at(text, position);
        if (step.well_formed) {
            result.text.append(text, position, step.bytes);
        } else {
            result.text.append(replacement);
            ++result.replacements;
        }
        position += step.bytes;
    }
    return result;
}

char32_t next(std::string_view text, std::size_t& position) noexcept {
    const auto lead = byte_at(text, position++);
    if (lead < 0x80) return lead;
    // A lead byte says how many follow: C2-DF one, E0-EF two, F0-F4 three.
    const auto more =
        1U + static_cast<unsigned>(lead >= 0xE0) + static_cast<unsigned>(lead >= 0xF0);
    char32_t value = lead & (0x3FU >> more);
    for (auto i = 0U; i < more; ++i) value = (value << 6) | (byte_at(text, position++) & 0x3FU);
    return value;
}

char32_t previous(std::string_view text, std::size_t& position) noexcept {
    do {
        --position;
    } while (position > 0 && (byte_at(text, position) & 0xC0U) == 0x80U);
    auto forward = position;
    return next(text, forward);
}

void append(std::string& text, char32_t code_point) {
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

bool is_whole(std::string_view part) noexcept {
    if (part.empty()) return true;
    if (continues(part.front())) return false;
    std::size_t last = 1;
    while (last < part.size() && continues(part[part.size() - last])) ++last;
    return sequence_of(byte_at(part, part.size() - last)).length == last;
}

std::size_t length(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

}  // namespace wortfeld::utf8

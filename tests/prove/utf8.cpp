// Every sequence of one to four bytes: what is well formed is what Unicode's table 3-7 says.
//
// Prints the claim, how many sequences were checked, how many failed.
#include "wortfeld/base/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string_view>

namespace {

struct Range {
    unsigned first, last;
};

/// A row of table 3-7 of the Unicode standard: the bytes of well-formed sequences.
struct Row {
    std::size_t size;
    std::array<Range, 4> bytes;
};

constexpr std::array<Row, 9> well_formed{{
    {1, {{{0x00, 0x7F}}}},
    {2, {{{0xC2, 0xDF}, {0x80, 0xBF}}}},
    {3, {{{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}}}},
    {3, {{{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}}}},
    {3, {{{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}}}},
    {3, {{{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}}}},
    {4, {{{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}}},
    {4, {{{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}}},
    {4, {{{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}}},
}};

/// The size of the well-formed sequence at the start of the bytes, or 0.
std::size_t sequence_size(std::string_view bytes) {
    for (const auto& row : well_formed) {
        if (row.size > bytes.size()) continue;
        auto fits = true;
        for (std::size_t i = 0; i < row.size; ++i) {
            const unsigned byte = static_cast<unsigned char>(bytes[i]);
            fits = fits && row.bytes[i].first <= byte && byte <= row.bytes[i].last;
        }
        if (fits) return row.size;
    }
    return 0;
}

/// Whether the bytes are well formed by the table alone.
bool is_well_formed(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto size = sequence_size(bytes);
        if (size == 0) return false;
        bytes.remove_prefix(size);
    }
    return true;
}

}  // namespace

int main() {
    std::uint64_t checked = 0;
    std::uint64_t failed = 0;
    std::array<char, 4> bytes{};
    // Three free bytes, and a fourth from where its class changes: all that a table of ranges sees.
    constexpr std::array<unsigned, 8> fourth{0x00, 0x7F, 0x80, 0x8F, 0x90, 0xBF, 0xC2, 0xFF};
    for (std::uint32_t value = 0; value < 1U << 24; ++value) {
        bytes = {static_cast<char>(value >> 16),
                 static_cast<char>(value >> 8),
                 static_cast<char>(value),
                 0};
        for (std::size_t size = 1; size <= 3; ++size, ++checked) {
            const std::string_view text(bytes.data(), size);
            failed += is_well_formed(text) == wortfeld::utf8::first_fault(text).has_value();
        }
        for (const auto last : fourth) {
            bytes[3] = static_cast<char>(last);
            const std::string_view text(bytes.data(), 4);
            failed += is_well_formed(text) == wortfeld::utf8::first_fault(text).has_value();
            ++checked;
        }
    }
    std::cout << "well-formed UTF-8 is what table 3-7 says\t" << checked << '\t' << failed << '\n';
    return failed == 0 ? 0 : 1;
}

// How a file of sections is laid out, byte by byte; docs/file-format.md tells the same in words.
#pragma once

#include "wortfeld/base/checked_section.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace wortfeld {

// Values lie in the file as they lie in memory.
static_assert(std::endian::native == std::endian::little,
              "corpus files are little-endian; wortfeld has no support for big-endian machines");

/// Layout and meaning of sections. While it is 0 it may change without a new number.
inline constexpr std::uint32_t format_version = 0;

/// What made a file; it is read only by what agrees in all of it.
struct FileVersions {
    std::string kind;     ///< of content: "corpus"
    std::string rules;    ///< of words, sentences and zones
    std::string unicode;  ///< of character properties
    friend bool operator==(const FileVersions&, const FileVersions&) = default;
};

/// The first bytes of a file. Text fields end with zeros.
struct FileHeader {
    std::array<char, 8> magic;
    std::uint32_t byte_order;
    std::uint32_t format;
    std::uint64_t file_size;        ///< bytes
    std::uint32_t section_count;    ///< entries of the table, which follows the header
    std::uint32_t block_size;       ///< bytes, at most
    std::uint64_t block_count;      ///< of all sections
    std::uint64_t checksum_offset;  ///< of the block checksums, one 64-bit number a block
    std::array<char, 24> kind;
    std::array<char, 24> rules;
    std::array<char, 24> unicode;
    std::uint64_t checksum;  ///< of the header up to here and of the table
};
static_assert(sizeof(FileHeader) == 128);

/// One row of the table. Sections lie in its order, each at the next multiple of the alignment.
struct SectionEntry {
    std::array<char, 32> name;
    std::uint64_t element_size;  ///< bytes
    std::uint64_t offset;        ///< of the first byte in the file
    std::uint64_t size;          ///< bytes, whole elements
    std::uint64_t checksum;      ///< of its block checksums
};
static_assert(sizeof(SectionEntry) == 64);

inline constexpr std::array<char, 8> file_magic{'w', 'o', 'r', 't', 'f', 'e', 'l', 'd'};
inline constexpr std::uint32_t byte_order_mark = 0x0A0B0C0D;
inline constexpr std::size_t section_alignment = 64;
/// More would be a mistake or an attack.
inline constexpr std::uint32_t max_sections = 1U << 16;

/// Of the header, but for its last field, and of the table.
std::uint64_t header_checksum(const FileHeader& header, std::span<const SectionEntry> table);

/// The first multiple of the alignment from `offset` on; `offset` is far below 2^64.
constexpr std::uint64_t aligned(std::uint64_t offset) noexcept {
    return (offset + section_alignment - 1) / section_alignment * section_alignment;
}

/// A text as a field; it must be shorter than that.
template <std::size_t size>
std::array<char, size> text_field(std::string_view text) {
    assert(text.size() < size);
    std::array<char, size> field{};
    text.copy(field.data(), size - 1);
    return field;
}

/// The text of a field, up to its first zero.
template <std::size_t size>
std::string_view field_text(const std::array<char, size>& field) noexcept {
    const std::string_view all(field.data(), field.size());
    return all.substr(0, all.find('\0'));
}

}  // namespace wortfeld

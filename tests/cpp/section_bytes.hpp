// Files of sections as bytes in memory, to be damaged.
#pragma once

#include "wortfeld/base/checksum.hpp"
#include "wortfeld/base/file_bytes.hpp"
#include "wortfeld/base/section_format.hpp"
#include "wortfeld/base/section_writer.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace wortfeld {

using FileContent = std::vector<std::byte>;

/// What the writer writes.
inline FileContent written(const SectionWriter& writer) {
    const Descriptor file(memfd_create("written", 0));
    Job job(0);
    writer.write(file.number(), job);
    const auto loaded = FileBytes::loaded(file, "written");
    return {loaded->bytes().begin(), loaded->bytes().end()};
}

/// The header and rows of the table of a file, to be read or changed; rows that it has no room for
/// are left out.
inline FileHeader& header_of(FileContent& file) {
    return *reinterpret_cast<FileHeader*>(file.data());
}
inline std::span<SectionEntry> table_of(FileContent& file) {
    const auto room = (file.size() - sizeof(FileHeader)) / sizeof(SectionEntry);
    return {reinterpret_cast<SectionEntry*>(file.data() + sizeof(FileHeader)),
            std::min<std::size_t>(room, header_of(file).section_count)};
}

/// Makes every checksum fit what was changed, as an attacker would: only the checks of offsets,
/// sizes and values are left to find it.
inline void reseal(FileContent& file) {
    if (file.size() < sizeof(FileHeader)) return;
    auto& header = header_of(file);
    const auto table = table_of(file);
    auto next = header.checksum_offset;
    for (auto& entry : table) {
        if (entry.element_size == 0 || entry.element_size > CheckedSection::block_size) break;
        if (entry.offset > file.size() || entry.size > file.size() - entry.offset) break;
        const auto blocks =
            CheckedSection::blocks_of(entry.size / entry.element_size, entry.element_size);
        if (next > file.size() || blocks * 8 > file.size() - next) break;
        const auto stride =
            CheckedSection::elements_per_block(entry.element_size) * entry.element_size;
        for (std::size_t block = 0; block < blocks; ++block) {
            const auto at = entry.offset + block * stride;
            const auto size = std::min<std::size_t>(stride, entry.offset + entry.size - at);
            const auto sum = checksum(std::span(file).subspan(at, size));
            std::memcpy(file.data() + next + block * 8, &sum, 8);
        }
        entry.checksum = checksum(std::span(file).subspan(next, blocks * 8));
        next += blocks * 8;
    }
    header.checksum = header_checksum(header, table);
}

/// Overwrites eight bytes of a section at most, from that element on, with those of a number; both
/// places are taken modulo what there is. Checksums do not fit afterwards.
inline void overwrite(FileContent& file,
                      std::size_t section,
                      std::size_t element,
                      std::uint64_t value) {
    const auto table = table_of(file);
    const auto& entry = table[section % table.size()];
    if (entry.size == 0) return;
    const auto at = element % (entry.size / entry.element_size) * entry.element_size;
    const auto size = std::min<std::size_t>(entry.element_size, sizeof value);
    std::memcpy(file.data() + entry.offset + at, &value, size);
}

/// The number that stands there.
inline std::uint64_t element_of(FileContent& file, std::size_t section, std::size_t element) {
    const auto table = table_of(file);
    const auto& entry = table[section % table.size()];
    if (entry.size == 0) return 0;
    std::uint64_t value = 0;
    const auto at = element % (entry.size / entry.element_size) * entry.element_size;
    std::memcpy(&value,
                file.data() + entry.offset + at,
                std::min<std::size_t>(entry.element_size, sizeof value));
    return value;
}

/// How many of the files in which one value was changed, its checksums made to fit, are refused:
/// in every section a dozen places, each with three values.
template <typename IsRefused>
std::size_t refused_of(const FileContent& sound, IsRefused is_refused) {
    auto scratch = sound;
    std::mt19937_64 random(2026);
    std::size_t refused = 0;
    for (std::size_t section = 0; section < table_of(scratch).size(); ++section) {
        for (auto times = 0; times < 12; ++times) {
            const auto element = random();
            const auto before = element_of(scratch, section, element);
            for (const auto value : {before + 1, before - 1, random()}) {
                auto changed = sound;
                overwrite(changed, section, element, value);
                reseal(changed);
                refused += is_refused(changed) ? 1U : 0U;
            }
        }
    }
    return refused;
}

}  // namespace wortfeld

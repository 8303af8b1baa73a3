#include "wortfeld/base/section_format.hpp"

#include "wortfeld/base/checksum.hpp"

#include <vector>

namespace wortfeld {

std::uint64_t header_checksum(const FileHeader& header, std::span<const SectionEntry> table) {
    const auto fields = std::as_bytes(std::span(&header, 1)).first(offsetof(FileHeader, checksum));
    const auto rows = std::as_bytes(table);
    std::vector<std::byte> all(fields.begin(), fields.end());
    all.insert(all.end(), rows.begin(), rows.end());
    return checksum(all);
}

}  // namespace wortfeld

#include "wortfeld/base/checked_section.hpp"

#include "wortfeld/base/checksum.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/file_bytes.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace wortfeld {

CheckedSection::CheckedSection(Parts parts)
    : parts_(std::move(parts)),
      block_count_(blocks_of(parts_.bytes.size() / parts_.element_size, parts_.element_size)),
      verified_(block_count_),
      unverified_(block_count_) {
    assert(parts_.bytes.size() % parts_.element_size == 0);
    assert(parts_.checksums.size() == block_count_);
}

void CheckedSection::touch_all() const {
    if (block_count_ != 0) touch(0, block_count_ - 1);
}

void CheckedSection::verify(std::size_t block) const {
    parts_.file->require_whole();
    const auto per_block = elements_per_block(parts_.element_size);
    const auto begin = block * per_block;
    const auto end = std::min(begin + per_block, parts_.bytes.size() / parts_.element_size);
    const auto bytes =
        parts_.bytes.subspan(begin * parts_.element_size, (end - begin) * parts_.element_size);
    if (checksum(bytes) != parts_.checksums[block]) {
        refuse(block, "does not match its checksum: the file was damaged or changed");
    }
    if (parts_.check) {
        if (const auto fault = parts_.check(begin, end)) refuse(block, *fault);
    }
    if (verified_.set(block)) unverified_.fetch_sub(1, std::memory_order_relaxed);
}

void CheckedSection::refuse_beyond(std::size_t position) const {
    throw Error(ErrorKind::bad_file,
                parts_.file->name() + ": section '" + parts_.name + "' has no element " +
                    std::to_string(position) +
                    " that another section asks for: the file was changed; read the texts again",
                {.source = parts_.file->name()});
}

void CheckedSection::refuse_element(std::size_t position, const std::string& why) const {
    refuse(position / elements_per_block(parts_.element_size),
           "holds an element " + std::to_string(position) + " that " + why);
}

void CheckedSection::refuse(std::size_t block, const std::string& why) const {
    const auto offset =
        static_cast<std::uint64_t>(parts_.bytes.data() - parts_.file->bytes().data()) +
        block * elements_per_block(parts_.element_size) * parts_.element_size;
    throw Error(ErrorKind::bad_file,
                parts_.file->name() + ": block " + std::to_string(block) + " of section '" +
                    parts_.name + "' " + why + "; read the texts again, or take a copy of the file",
                {.source = parts_.file->name(), .byte_offset = offset});
}

}  // namespace wortfeld

// Changes in a file of sections, as they lie in the input of a fuzz target: twelve bytes each.
#pragma once

#include "../cpp/section_bytes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace wortfeld::fuzzing {

/// One change as it lies in the input.
struct Change {
    std::uint8_t section;
    std::uint8_t kind;
    std::uint16_t element;
    std::array<std::uint8_t, 8> value;
};
static_assert(sizeof(Change) == 12);

inline void change_file(const Change& change, FileContent& file) {
    std::uint64_t value = 0;
    std::memcpy(&value, change.value.data(), sizeof value);
    const auto before = element_of(file, change.section, change.element);
    switch (change.kind % 4) {
        case 0:
            return overwrite(file, change.section, change.element, value);
        case 1:
            return overwrite(file, change.section, change.element, before + value % 16);
        case 2:
            return overwrite(file, change.section, change.element, before - value % 16);
        default:
            return overwrite(file,
                             change.section,
                             change.element,
                             element_of(file, change.section, value % 4096));
    }
}

/// A file with all changes of an input, its checksums made to fit.
inline FileContent changed_file(const FileContent& sound,
                                const std::uint8_t* data,
                                std::size_t size) {
    auto changed = sound;
    for (std::size_t at = 0; at + sizeof(Change) <= size; at += sizeof(Change)) {
        Change change{};
        std::memcpy(&change, data + at, sizeof change);
        change_file(change, changed);
    }
    reseal(changed);
    return changed;
}

}  // namespace wortfeld::fuzzing

// Changes in a sound corpus file whose checksums are made to fit: it is refused, or everything that
// a corpus can be asked has an answer. An input is a list of changes of twelve bytes each.
#include "../cpp/everything_of.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace {

using namespace wortfeld;

/// One change as it lies in the input.
struct Change {
    std::uint8_t section;
    std::uint8_t kind;
    std::uint16_t element;
    std::array<std::uint8_t, 8> value;
};
static_assert(sizeof(Change) == 12);

void change_file(const Change& change, FileContent& file) {
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto sound = testing::full_corpus_file();
    auto changed = sound;
    for (std::size_t at = 0; at + sizeof(Change) <= size; at += sizeof(Change)) {
        Change change{};
        std::memcpy(&change, data + at, sizeof change);
        change_file(change, changed);
    }
    reseal(changed);
    (void)testing::is_refused(changed);
    return 0;
}

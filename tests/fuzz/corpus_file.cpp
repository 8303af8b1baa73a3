// Changes in a sound corpus file whose checksums are made to fit: it is refused, or everything that
// a corpus can be asked has an answer. An input is a list of changes of twelve bytes each.
#include "../cpp/everything_of.hpp"
#include "changes.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace wortfeld;
    static const auto sound = testing::full_corpus_file();
    (void)testing::is_refused(fuzzing::changed_file(sound, data, size));
    return 0;
}

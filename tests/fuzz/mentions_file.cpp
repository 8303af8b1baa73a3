// Changes in a sound file of mentions whose checksums are made to fit: it is refused, or all that
// mentions can be asked has an answer. An input is a list of changes of twelve bytes each.
#include "../cpp/everything_of_names.hpp"
#include "changes.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace wortfeld;
    static const auto corpus = testing::corpus_with_names();
    static const auto sound = testing::full_mentions_file(corpus);
    (void)testing::is_refused_mentions(fuzzing::changed_file(sound, data, size), corpus);
    return 0;
}

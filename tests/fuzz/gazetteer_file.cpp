// Changes in a sound gazetteer file whose checksums are made to fit: it is refused, or it finds
// names in a corpus and tells of itself. An input is a list of changes of twelve bytes each.
#include "../cpp/everything_of_names.hpp"
#include "changes.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace wortfeld;
    static const auto corpus = testing::corpus_with_names();
    static const auto sound = testing::full_gazetteer_file();
    (void)testing::is_refused_gazetteer(fuzzing::changed_file(sound, data, size), corpus);
    return 0;
}

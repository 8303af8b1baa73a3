// Any bytes as a corpus file: they are refused, or everything in them can be read and written
// again. Checksums are made to fit first, so that the checks behind them have their turn.
#include "../cpp/section_bytes.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/index/corpus_file.hpp"

#include <cstdint>
#include <cstdlib>
#include <exception>

namespace {

using namespace wortfeld;

/// Sections and the sizes in them, without what they mean.
void read_sections(const std::shared_ptr<const FileBytes>& file) {
    SectionReader reader(file, {.kind = "test", .rules = "1", .unicode = "1"});
    const auto text = reader.array<char>("text", WellFormed{});
    const auto ends = reader.array<std::uint32_t>("ends", Ascending{text.size()});
    std::uint32_t before = 0;
    for (const auto end : ends.all()) {
        if (end < before || end > text.size()) std::abort();
        (void)text.slice(before, end - before);
        before = end;
    }
}

/// A whole corpus; what it gives must be a corpus file again.
void read_corpus(const std::shared_ptr<const FileBytes>& file) {
    const auto indexed = index::open_corpus(file, false);
    const auto bytes = written(index::corpus_file(indexed));
    (void)index::open_corpus(FileBytes::copied(bytes, "again"), true);
}

template <typename Read>
void refuse_or_read(const FileContent& content, Read read) {
    try {
        read(FileBytes::copied(content, "fuzzed"));
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::bad_file) throw;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto given = std::as_bytes(std::span(data, size));
    FileContent content(given.begin(), given.end());
    refuse_or_read(content, read_corpus);
    reseal(content);
    refuse_or_read(content, read_sections);
    refuse_or_read(content, read_corpus);
    return 0;
}

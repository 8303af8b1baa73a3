// From blocks of bytes to a corpus: decode, take apart, number the terms, in any number of threads.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace wortfeld::corpus {

struct BuilderOptions {
    bool replace_ill_formed = false;  ///< bytes that are no UTF-8 become U+FFFD instead of an error
    bool skip_bad_input = false;      ///< a document that cannot be read becomes a warning
    bool refuse_nul = false;  ///< a NUL byte marks a binary file; a text given as such may hold one
    bool detect_zones = true;
};

/// One document as it was offered.
struct Source {
    std::string id;
    std::string_view bytes;
    std::string language;  ///< a well-formed code, or empty for generic rules
};

/// Collects documents and turns them into a corpus. After an exception it must be discarded.
class Builder {
  public:
    explicit Builder(BuilderOptions options) : options_(options) {}

    /// Adds documents in order; the block's views need to live only during the call.
    void add(std::span<const Source> block, Job& job);
    void warn(Warning warning) { corpus_.warnings_.push_back(std::move(warning)); }

    /// The corpus. Row i of `metadata` belongs to the i-th document offered, skipped ones included.
    [[nodiscard]] Corpus finish(const Columns& metadata) &&;

  private:
    struct Part;
    void process(const Source& source, std::size_t input, bool is_repeated, Part& part) const;
    void append(Part&& part);

    BuilderOptions options_;
    Corpus corpus_;
    std::unordered_set<std::string> ids_;
    std::size_t offered_ = 0;
};

/// The lines of a block, without their ends (LF, CRLF or CR), in order; a last empty one is none.
std::vector<std::string_view> split_lines(std::string_view bytes);

}  // namespace wortfeld::corpus

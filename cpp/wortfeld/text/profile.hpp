// Lines that repeat across documents: counting them, and knowing them again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::text {

/// A line without the white space around it, and how often it stands where.
struct RepeatedLine {
    std::string text;
    std::uint64_t document_count = 0;
    std::uint64_t count = 0;  ///< in all documents together
};

/// The lines of some documents with their counts. A line without a letter is not counted, nor one
/// that is too long. As large as the distinct lines; counts of different documents add up.
class LineCounts {
  public:
    explicit LineCounts(std::size_t longest) : longest_(longest) {}

    /// Counts the lines of a document. Refers to its text, which must outlive the counts.
    void add(std::string_view text);
    /// Adds the counts of other documents.
    void merge(const LineCounts& other);
    /// The lines of at least so many documents: by documents, then count, both descending, then
    /// bytes.
    [[nodiscard]] std::vector<RepeatedLine> of_documents(std::uint64_t fewest) const;

  private:
    struct Counts {
        std::uint64_t document_count = 0;
        std::uint64_t count = 0;
        std::uint64_t last_document = 0;  ///< the latest of these counts that has the line, from 1
    };

    std::size_t longest_;  ///< code points
    std::uint64_t document_ = 0;
    std::unordered_map<std::string_view, Counts> lines_;
};

/// The lines that a reader takes for boilerplate. Immutable.
class Profile {
  public:
    /// In any order; one that is there twice counts once. `Error{bad_argument}` if one is empty,
    /// has white space around it or is more than a line: it would never be found in a text.
    explicit Profile(std::vector<std::string> lines);

    /// Names the set of lines in what is read with them; never 0.
    [[nodiscard]] std::uint64_t fingerprint() const noexcept { return fingerprint_; }

    /// Whether a line without the white space around it is one of them, byte for byte.
    [[nodiscard]] bool contains(std::string_view line) const {
        return line.size() <= longest_ &&
               std::binary_search(lines_.begin(), lines_.end(), line, std::less<>());
    }

  private:
    std::vector<std::string> lines_;  ///< sorted, each once
    std::size_t longest_ = 0;         ///< bytes
    std::uint64_t fingerprint_ = 0;
};

}  // namespace wortfeld::text

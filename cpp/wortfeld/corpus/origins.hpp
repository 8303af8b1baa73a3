// Where documents came from: which row of which file, for messages about documents read earlier.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// The row that a document was; without a row the document is one of its own.
struct Origin {
    std::string_view file = {};                     ///< empty: the rows are those of the source
    std::optional<std::size_t> row = std::nullopt;  ///< as messages call it
};

/// A row whose document has, or would have, an id behind a prefix, which is empty or `<file>:`.
[[nodiscard]] Origin row_behind(std::string_view prefix, std::size_t row);

/// The origins of all documents offered, kept as stretches of consecutive rows.
class Origins {
  public:
    /// Notes the origin of a document; `input` is its number among those offered, in order.
    void note(std::size_t input, const Origin& origin);

    /// What a message calls a document: `row 3 of news.csv`, `row 3`, `document 3 of the source`.
    [[nodiscard]] std::string place(std::size_t input) const;

  private:
    struct Stretch {
        std::size_t input;  ///< of its first document
        std::string file;
        std::optional<std::size_t> row;  ///< of its first document

        [[nodiscard]] std::optional<std::size_t> row_of(std::size_t document) const {
            return row ? std::optional(*row + (document - input)) : std::nullopt;
        }
    };
    std::vector<Stretch> stretches_;
};

}  // namespace wortfeld::corpus

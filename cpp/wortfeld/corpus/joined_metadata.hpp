// The metadata of two parts of a corpus as that of one.
#pragma once

#include "wortfeld/base/columns.hpp"

#include <cstddef>

namespace wortfeld::corpus {

/// The columns of a part, a row a document, or no columns.
struct PartMetadata {
    const Columns& columns;
    std::size_t documents;
};

/// The rows of both as a reader of all documents would have made them: the columns of the first
/// and then what only the second has, null where a part has no such column; whole numbers beside
/// floats become floats, and a column without any value takes the type of the other part.
/// `Error{bad_argument}` with name and types if the values of a column are of two types.
[[nodiscard]] Columns joined_metadata(const PartMetadata& first, const PartMetadata& second);

}  // namespace wortfeld::corpus

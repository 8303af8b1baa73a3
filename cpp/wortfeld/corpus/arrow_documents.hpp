// Documents out of the columns of other programs, handed to a builder without a copy of the texts.
#pragma once

#include "wortfeld/base/arrow_import.hpp"
#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/builder.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// Batches of rows, a document each.
struct ArrowDocuments {
    std::span<const ArrowBatch> batches;
    std::string_view text;  ///< the column of the texts
    /// One column of texts or integers with a value for each of these rows; without a column the
    /// documents have the numbers of their rows in the source, behind `prefix`.
    Columns ids = {};
    std::string prefix = {};  ///< of a file `<file>:`, which messages begin with as well
    /// One code for all documents, or one for each of these rows.
    std::vector<std::string> languages = {};
    bool skip_missing = false;  ///< a text that is null becomes a warning instead of an error
};

/// Adds the rows in order and returns the numbers among them of those that were left out because
/// their text is null. `Error{bad_input}` names the row.
std::vector<std::size_t> add_arrow(Builder& builder, const ArrowDocuments& documents, Job& job);

}  // namespace wortfeld::corpus

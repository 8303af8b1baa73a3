// One document a line: blocks of whole lines become documents with ids of their own.
#pragma once

#include "wortfeld/corpus/builder.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// The lines of a block, without their ends (LF, CRLF or CR), in order; a last empty one is none.
std::vector<std::string_view> split_lines(std::string_view block);

/// What the documents of a block have in common.
struct LineNames {
    std::string_view name;      ///< of the file; the id of a line is `<name>:<number>`
    std::size_t first = 1;      ///< the number of the block's first line
    std::string_view language;  ///< as in `Source`
};

/// The lines of a block as documents; the views live as long as the block.
std::vector<Source> line_documents(std::string_view block, const LineNames& names);

}  // namespace wortfeld::corpus

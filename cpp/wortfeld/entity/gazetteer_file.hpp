// A compiled gazetteer in a file of sections, with the rows that it was made of.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/file_bytes.hpp"
#include "wortfeld/base/section_writer.hpp"
#include "wortfeld/corpus/column_sections.hpp"
#include "wortfeld/entity/gazetteer.hpp"

#include <memory>
#include <string>

namespace wortfeld::entity {

/// A gazetteer with where it is from.
struct StoredGazetteer {
    std::shared_ptr<const Gazetteer> gazetteer;
    corpus::StoredColumns rows;  ///< as they were given
    std::string source;          ///< what they were read from, for messages
};

/// The file of a gazetteer that was compiled of these rows.
[[nodiscard]] SectionWriter gazetteer_file(const Gazetteer& gazetteer,
                                           const Columns& rows,
                                           const std::string& source);

/// The gazetteer in a file. All of it is verified at once but for the rows, which are when they are
/// asked for. `Error{bad_file}` if it is damaged, made by other rules, or no gazetteer.
[[nodiscard]] StoredGazetteer open_gazetteer(const std::shared_ptr<const FileBytes>& file);

}  // namespace wortfeld::entity

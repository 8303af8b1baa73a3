// The corpus file: everything that was read and indexed, in one file; docs/file-format.md.
#pragma once

#include "wortfeld/base/file_bytes.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/section_writer.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <memory>

namespace wortfeld::index {

/// A corpus as it will be written; the same corpus gives the same bytes. It shares the corpus's
/// columns. `Error{bad_file}` if the corpus itself lies in a file that is damaged.
[[nodiscard]] SectionWriter corpus_file(const IndexedCorpus& indexed);

/// The corpus in a file that `corpus_file` wrote. Header and table are checked now, in a time that
/// does not grow with the corpus; the rest when it is touched, or now with `verify`.
/// `Error{bad_file}` names the section that is not as it should be.
[[nodiscard]] IndexedCorpus open_corpus(const std::shared_ptr<const FileBytes>& file, bool verify);

}  // namespace wortfeld::index

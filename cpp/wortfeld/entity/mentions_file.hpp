// The mentions file: rows, reference dates and what was excluded, for one corpus.
#pragma once

#include "wortfeld/base/file_bytes.hpp"
#include "wortfeld/base/section_writer.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <memory>
#include <string>

namespace wortfeld::entity {

/// Mentions as they will be written, with the fingerprint of their corpus; the same mentions give
/// the same bytes. `notes` is kept as it is: how they came about, for people and facades.
[[nodiscard]] SectionWriter mentions_file(const Mentions& mentions, const std::string& notes);

struct OpenedMentions {
    Mentions mentions;
    std::string notes;
};

/// The mentions in a file that `mentions_file` wrote, verified as a whole. `Error{bad_argument}` if
/// they are of another corpus, `Error{bad_file}` naming what is not as it should be.
[[nodiscard]] OpenedMentions open_mentions(const std::shared_ptr<const FileBytes>& file,
                                           std::shared_ptr<const index::IndexedCorpus> indexed);

}  // namespace wortfeld::entity

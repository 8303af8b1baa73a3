// Mentions from rows: spans that somebody else found, and mentions that were saved.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wortfeld::entity {

/// Mentions and what became of the rows.
struct GivenMentions {
    Mentions mentions;
    std::vector<std::size_t> overlapping;  ///< rows that are none: they overlap others
};

/// Everything that rows say of mentions: document, start, end, kind, entity, id, alias, value,
/// value_high, value_text, unit, modifier, date_first, date_last, timex, rule, role, head, level,
/// alternatives.
/// Start and end are code points. `given_mentions` makes mentions of them again.
Columns mention_rows(const Mentions& mentions);
/// Why each mention of a gazetteer's name is one: case, needs, excludes, language of its alias and
/// the forms it was found by (a `FormSet`). Beside `mention_rows` they keep what `explain` tells.
Columns name_reasons(const Mentions& mentions);

/// What becomes of rows of level 0 that overlap.
enum class Overlap : std::uint8_t {
    resolve,  ///< the leftmost stays, then the longest, then the first
    keep      ///< all stay: they were mentions before
};

/// Mentions of these rows, which may have the columns of `name_reasons` too. Of a name alias null
/// is what the text says and entity null that too; a head is looked for beside its name. Relative
/// dates refer to the documents' own. `Error{bad_input}` names the row for a document that is none,
/// a span outside its text or around no character, and a modifier or role that is none.
GivenMentions given_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                             const Columns& rows,
                             Overlap overlap);

/// Mentions of rows that were mentions before, with the candidates of `candidates_table`; whoever
/// opens them knows their days. Errors as above.
Mentions stored_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                         const Columns& rows,
                         const Columns& candidates);

/// Mentions of rows that others made, those that overlap resolved. Relative dates refer to the day
/// given, else to the documents' own, else to the first full date of a text with quantities.
GivenMentions given_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                             const Columns& rows,
                             std::optional<std::int32_t> reference_date,
                             Job& job);

/// The text of each span, null where it is not within the text of its document: document, start,
/// end (code points) -> surface. `Error{unknown_name}` for a document that is none.
Columns span_surfaces(const corpus::Corpus& corpus, const Columns& rows);

}  // namespace wortfeld::entity

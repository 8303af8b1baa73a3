// Documents, sentences, tokens and warnings of a corpus as columns, in public units.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace wortfeld::corpus {

/// Whether metadata may have a column of that name and type: not those that `documents_table` makes
/// itself, and title, author, language and date only as text and days.
bool may_be_metadata(std::string_view name, ColumnType type);
/// document, token_count, word_count, character_count, language, title, date, author, metadata.
Columns documents_table(const Corpus& corpus);
/// document, sentence, paragraph, start, end, zone, text; of one document or of all.
Columns sentences_table(const Corpus& corpus, std::optional<DocumentId> only);
/// token, start, end, surface, term, kind, sentence, zone; of one document.
Columns tokens_table(const Corpus& corpus, DocumentId id);
/// document, start, end, zone, rule, text: every zone and why it is one.
Columns zones_table(const Corpus& corpus);
/// document, end, text: documents whose last counted sentence has no closing mark, and that
/// sentence.
Columns breaking_off_table(const Corpus& corpus);
/// source, place, kind, message.
Columns warnings_table(const Corpus& corpus);

}  // namespace wortfeld::corpus

#include "wortfeld/analysis/concordance.hpp"

#include "wortfeld/base/table_writer.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::analysis {
namespace {

constexpr std::uint32_t context_length = 60;  ///< code points on each side

/// The text between two code points, each line break replaced by one space.
std::string on_one_line(const corpus::Document& document, CharSpan chars) {
    const auto begin = document.code_points.byte_of(document.text, chars.begin);
    const auto end = document.code_points.byte_of(document.text, chars.end);
    std::string line(document.text, begin, end - begin);
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

}  // namespace

Columns concordance_table(const index::IndexedCorpus& indexed,
                          const index::Pattern& pattern,
                          std::optional<std::size_t> top) {
    const auto& corpus = indexed.corpus;
    std::vector<std::uint32_t> hits;
    for (const auto term : index::matching_terms(corpus, pattern)) {
        const auto positions = indexed.postings.positions(term);
        hits.insert(hits.end(), positions.begin(), positions.end());
    }
    std::sort(hits.begin(), hits.end());
    if (top && hits.size() > *top) hits.resize(*top);
    TableWriter table({{"document", ColumnType::text},
                       {"sentence", ColumnType::int64},
                       {"start", ColumnType::int64},
                       {"end", ColumnType::int64},
                       {"before", ColumnType::text},
                       {"match", ColumnType::text},
                       {"after", ColumnType::text}});
    for (const auto position : hits) {
        const auto& document = corpus.document(corpus.document_at(position));
        const auto span = corpus.token_span(position);
        const auto chars = document.chars(span);
        const auto length = document.chars_before(static_cast<std::uint32_t>(document.text.size()));
        const auto from = chars.begin - std::min(chars.begin, context_length);
        const auto to = std::min(length, chars.end + context_length);
        table.row(document.id,
                  document.sentence_of_token(position - document.first_token),
                  chars.begin,
                  chars.end,
                  on_one_line(document, {from, chars.begin}),
                  slice(document.text, span),
                  on_one_line(document, {chars.end, to}));
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::analysis

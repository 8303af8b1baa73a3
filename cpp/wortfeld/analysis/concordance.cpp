#include "wortfeld/analysis/concordance.hpp"

#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::analysis {
namespace {

constexpr std::uint32_t context_length = 60;  ///< code points on each side

/// Whether a line of text ends with this code point.
constexpr bool ends_line(char32_t code_point) noexcept {
    return (code_point >= U'\n' && code_point <= U'\r') || code_point == U'\u0085' ||
           code_point == U'\u2028' || code_point == U'\u2029';
}

/// The text between two code points; each code point that ends a line becomes a space, so that the
/// length stays.
std::string on_one_line(const corpus::Document& document, CharSpan chars) {
    const auto begin = document.byte_of(chars.begin);
    const auto end = document.byte_of(chars.end);
    const auto source = document.text().substr(begin, end - begin);
    std::string line;
    for (std::size_t position = 0; position < source.size();) {
        const auto from = position;
        if (ends_line(utf8::next(source, position))) {
            line.push_back(' ');
        } else {
            line.append(source, from, position - from);
        }
    }
    return line;
}

/// The positions of the pattern in order, `most` at most. Of a term no more are looked at: those of
/// a frequent one lie in many blocks of a file.
std::vector<std::uint32_t> first_hits(const index::IndexedCorpus& indexed,
                                      const index::Pattern& pattern,
                                      std::size_t most) {
    const auto& groups = indexed.corpus.layer(corpus::folded_layer).groups;
    const auto is_one = groups.languages.size() == 1;
    // Where languages fold in different ways, a position counts in its own group only.
    const auto looked_at = is_one ? most : std::numeric_limits<std::size_t>::max();
    std::vector<std::uint32_t> hits;
    for (std::size_t group = 0; group < groups.languages.size(); ++group) {
        const auto is_meant = [&](std::uint32_t position) {
            return is_one || groups.group(indexed.corpus.document_at(position)) == group;
        };
        for (const auto term : index::matching_terms(indexed.corpus, pattern, group)) {
            const auto positions = indexed.postings.positions(term, looked_at);
            std::copy_if(positions.begin(), positions.end(), std::back_inserter(hits), is_meant);
        }
    }
    std::sort(hits.begin(), hits.end());
    if (hits.size() > most) hits.resize(most);
    return hits;
}

}  // namespace

Columns concordance_table(const index::IndexedCorpus& indexed,
                          const index::Pattern& pattern,
                          std::optional<std::size_t> top) {
    const auto& corpus = indexed.corpus;
    const auto hits =
        first_hits(indexed, pattern, top.value_or(std::numeric_limits<std::size_t>::max()));
    TableWriter table({{"document", ColumnType::text},
                       {"sentence", ColumnType::int64},
                       {"start", ColumnType::int64},
                       {"end", ColumnType::int64},
                       {"before", ColumnType::text},
                       {"match", ColumnType::text},
                       {"after", ColumnType::text}});
    for (const auto position : hits) {
        const auto document = corpus.document(corpus.document_at(position));
        const auto token = position - document.first_token();
        const auto span = document.token_span(token);
        const auto chars = document.chars(span);
        const auto from = chars.begin - std::min(chars.begin, context_length);
        const auto to = std::min(document.character_count(), chars.end + context_length);
        table.row(document.id(),
                  document.sentence_of_token(token),
                  chars.begin,
                  chars.end,
                  on_one_line(document, {from, chars.begin}),
                  slice(document.text(), span),
                  on_one_line(document, {chars.end, to}));
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::analysis

// The columns that a corpus consists of: flat arrays of plain values, which a file can hold.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/strings.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <tuple>

namespace wortfeld::corpus {

/// One zone of a document; bytes of its text.
struct StoredZone {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t paragraph = 0;
    std::uint16_t rule = 0;  ///< number in `rules`
    std::uint8_t zone = 0;   ///< `text::Zone`
    std::uint8_t unused = 0;
};

/// Tokens of a document stand in blocks of 32, the last one shorter; a document begins a block.
inline constexpr std::uint32_t tokens_per_block = 32;
/// The bytes between two tokens as two bits: 0, 1 or 2, or this: `wide_gaps` tells.
inline constexpr std::uint32_t wide_gap = 3;
/// Code points are counted up to every 512th byte of a document that is not ASCII.
inline constexpr std::uint32_t bytes_per_mark = 512;

/// All documents of a corpus with their tokens. What lies within a document counts from its first
/// byte, token or sentence, so that a document is the same in any store but for the numbers of its
/// terms, language and rules, which go by first appearance. Columns called `..._begins` have an
/// entry a document and the end of the last. `List` is `Growing` while documents come and `Array`
/// for good; docs/file-format.md describes the columns for readers of files.
template <template <typename> typename List, typename StringList>
struct StoreColumns {
    StringList texts;  ///< untouched but for a byte-order mark
    StringList ids;
    List<std::uint64_t> hashes;  ///< of id, language and text
    List<std::uint32_t> document_languages;
    List<std::uint32_t> word_counts;
    List<std::uint32_t> character_counts;
    List<std::uint8_t> breaks_off;  ///< 1: the last counted sentence has no closing mark
    List<std::uint32_t> token_begins;
    List<std::uint32_t> block_begins;
    List<std::uint32_t> sentence_begins;
    List<std::uint32_t> zone_begins;
    List<std::uint32_t> mark_begins;

    List<TermId> terms;                      ///< of each token
    List<std::uint32_t> block_bytes;         ///< the first byte of each block's first token
    List<std::uint64_t> gaps;                ///< of a block: two bits a token, lowest first
    List<std::uint32_t> wide_gap_positions;  ///< corpus-wide, ascending
    List<std::uint32_t> wide_gaps;           ///< bytes before the tokens at these positions
    List<std::uint32_t> sentence_tokens;     ///< the first token of each sentence
    List<std::uint32_t> sentence_paragraphs;
    List<std::uint8_t> sentence_zones;  ///< `text::Zone`
    List<StoredZone> zones;
    List<std::uint32_t> marks;  ///< code points before the bytes 512, 1024, ... of a document

    List<std::uint32_t> title_documents;  ///< those whose head tells a title, ascending
    StringList titles;
    List<std::uint32_t> author_documents;
    StringList authors;
    List<std::uint32_t> date_documents;
    List<std::int32_t> dates;  ///< days since 1970-01-01

    StringList vocabulary;
    List<std::uint8_t> kinds;  ///< of each term: `text::TokenKind`
    StringList languages;      ///< codes as given, one may be empty
    StringList rules;          ///< ids of the rules that decided on zones
};

class DocumentChecks;

/// The columns for good.
struct Store : StoreColumns<Array, Strings> {
    /// For columns that lie in a file, what a `Document` asks before it reads them; else nothing.
    std::shared_ptr<const DocumentChecks> checks;
};
using GrowingStore = StoreColumns<Growing, GrowingStrings>;

/// References to the lists with an entry or more a document.
template <typename AnyStore>
auto document_lists(AnyStore& store) {
    return std::tie(store.hashes,
                    store.document_languages,
                    store.word_counts,
                    store.character_counts,
                    store.breaks_off,
                    store.token_begins,
                    store.block_begins,
                    store.sentence_begins,
                    store.zone_begins,
                    store.mark_begins,
                    store.title_documents,
                    store.author_documents,
                    store.date_documents,
                    store.dates);
}

/// References to the lists with entries for what lies within documents, and for terms.
template <typename AnyStore>
auto inner_lists(AnyStore& store) {
    return std::tie(store.terms,
                    store.block_bytes,
                    store.gaps,
                    store.wide_gap_positions,
                    store.wide_gaps,
                    store.sentence_tokens,
                    store.sentence_paragraphs,
                    store.sentence_zones,
                    store.zones,
                    store.marks,
                    store.kinds);
}

/// References to the columns of strings.
template <typename AnyStore>
auto string_lists(AnyStore& store) {
    return std::tie(store.texts,
                    store.ids,
                    store.titles,
                    store.authors,
                    store.vocabulary,
                    store.languages,
                    store.rules);
}

/// The same columns, which take no more memory than they need.
Store finish(GrowingStore&& store);

}  // namespace wortfeld::corpus

#include "wortfeld/corpus/builder.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace wortfeld::corpus {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Documents are handed to workers in groups of about this many bytes: enough for most words to be
/// known to the group, so that joining vocabularies is little work, and few enough for the cache.
constexpr std::size_t group_bytes = std::size_t{1} << 19;
constexpr std::size_t max_tokens = std::numeric_limits<std::uint32_t>::max();

/// Ends of groups of consecutive sources; they depend on the input alone.
std::vector<std::size_t> group_ends(std::span<const Source> block) {
    std::vector<std::size_t> ends;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        bytes += block[i].bytes.size();
        if (bytes >= group_bytes || i + 1 == block.size()) {
            ends.push_back(i + 1);
            bytes = 0;
        }
    }
    return ends;
}

[[noreturn]] void refuse(const Source& source, std::size_t offset, const std::string& what) {
    throw Error(ErrorKind::bad_input,
                source.id + ": " + what + " at byte offset " + std::to_string(offset),
                {.source = source.id, .byte_offset = offset});
}

[[noreturn]] void refuse_repeated(const Source& source, std::size_t first, std::size_t again) {
    throw Error(ErrorKind::bad_input,
                "documents " + std::to_string(first + 1) + " and " + std::to_string(again + 1) +
                    " of the source have the same id '" + source.id + "'; ids must be unique",
                {.source = source.id});
}

/// The text of a source, or `Error{bad_input}`.
std::string decode(const Source& source, const BuilderOptions& options, std::size_t& replaced) {
    auto bytes = source.bytes;
    const auto skipped = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0U;
    bytes.remove_prefix(skipped);
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max() / 2) {
        throw Error(ErrorKind::bad_input,
                    source.id + ": a document may have 2 GiB at most; split it",
                    {.source = source.id});
    }
    if (options.refuse_nul) {
        if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
            refuse(source, skipped + nul, "a NUL byte, so this is no text file,");
        }
    }
    const auto fault = utf8::first_fault(bytes);
    if (!fault) return std::string(bytes);
    if (!options.replace_ill_formed) {
        refuse(source,
               skipped + *fault,
               "not UTF-8 (pass encoding= if it is in another one, or errors='replace'): bad byte");
    }
    auto result = utf8::replace_faults(bytes);
    replaced = result.replacements;
    return std::move(result.text);
}

}  // namespace

/// What one worker makes of a group of sources; term ids are local to it.
struct Builder::Part {
    Vocabulary vocabulary;
    std::vector<text::TokenKind> kinds;  ///< of each term
    std::vector<std::uint32_t> terms;    ///< of each token
    std::vector<std::uint32_t> begins;
    std::vector<Document> documents;
    std::vector<Warning> warnings;
    std::size_t skipped = 0;

    void warn(const Source& source,
              std::string kind,
              std::string message,
              std::optional<std::uint64_t> byte = std::nullopt) {
        warnings.push_back({.source = source.id,
                            .place = byte ? "byte " + std::to_string(*byte) : "",
                            .kind = std::move(kind),
                            .message = std::move(message)});
    }
    void take(Document document, text::DocumentLayout layout);
};

void Builder::Part::take(Document document, text::DocumentLayout layout) {
    document.code_points = text::CodePointIndex(document.text);
    document.token_count = static_cast<std::uint32_t>(layout.tokens.size());
    const auto first = terms.size();
    vocabulary.intern(document.text, layout.tokens, terms);
    for (std::size_t i = 0; i < layout.tokens.size(); ++i) {
        const auto& token = layout.tokens[i];
        if (terms[first + i] == kinds.size()) kinds.push_back(token.kind);
        begins.push_back(token.span.begin);
        document.word_count += text::is_word(token.kind) ? 1 : 0;
    }
    document.zones = std::move(layout.zones);
    document.sentences = std::move(layout.sentences);
    document.found = std::move(layout.found);
    document.breaks_off = layout.breaks_off;
    documents.push_back(std::move(document));
}

void Builder::process(const Source& source, Number number, Part& part) const {
    Document document{
        .id = source.id, .language = source.language, .text = {}, .input = number.input};
    try {
        if (number.first_with_id != number.input) {
            refuse_repeated(source, number.first_with_id, number.input);
        }
        std::size_t replaced = 0;
        document.text = decode(source, options_, replaced);
        if (replaced > 0) {
            part.warn(source,
                      "replaced",
                      std::to_string(replaced) + " ill-formed byte sequences became U+FFFD");
        }
    } catch (const Error& error) {
        if (!options_.skip_bad_input) throw;
        part.warn(source, "skipped", error.what(), error.details().byte_offset);
        ++part.skipped;
        return;
    }
    auto layout =
        text::lay_out(document.text, text::language(source.language), options_.detect_zones);
    if (layout.tokens.empty()) part.warn(source, "empty", "the document has no tokens");
    part.take(std::move(document), std::move(layout));
}

void Builder::append(Part&& part) {
    const auto global = corpus_.vocabulary_.intern_all(part.vocabulary);
    for (std::size_t term = 0; term < global.size(); ++term) {
        if (global[term] == corpus_.kinds_.size()) corpus_.kinds_.push_back(part.kinds[term]);
    }
    if (corpus_.terms_.size() + part.terms.size() > max_tokens) {
        throw Error(ErrorKind::memory_limit,
                    "a corpus may have 4294967295 tokens at most; split it into several");
    }
    for (auto& document : part.documents) {
        document.first_token = static_cast<std::uint32_t>(
            corpus_.documents_.empty()
                ? 0
                : corpus_.documents_.back().first_token + corpus_.documents_.back().token_count);
        corpus_.word_count_ += document.word_count;
        corpus_.documents_.push_back(std::move(document));
    }
    for (const auto term : part.terms) corpus_.terms_.push_back(TermId{global[term]});
    corpus_.begins_.insert(corpus_.begins_.end(), part.begins.begin(), part.begins.end());
    std::move(part.warnings.begin(), part.warnings.end(), std::back_inserter(corpus_.warnings_));
    skipped_ += part.skipped;
}

void Builder::add(std::span<const Source> block, Job& job) {
    const auto ends = group_ends(block);
    std::vector<std::size_t> first_with_id;
    first_with_id.reserve(block.size());
    for (const auto& source : block) {
        const auto entry = ids_.emplace(source.id, offered_ + first_with_id.size()).first;
        first_with_id.push_back(entry->second);
    }
    parallel_reduce(
        job,
        Chunks{.size = ends.size()},
        Part{},
        [&](std::size_t first, std::size_t last, Part& part) {
            const auto begin = first == 0 ? 0 : ends[first - 1];
            for (auto i = begin; i < ends[last - 1]; ++i) {
                process(block[i], {offered_ + i, first_with_id[i]}, part);
            }
        },
        [&](Part&, Part&& part) { append(std::move(part)); });
    offered_ += block.size();
}

Corpus Builder::finish(const Columns& metadata) && {
    // Before ids are taken: they are views into the documents.
    corpus_.documents_.shrink_to_fit();
    std::vector<std::size_t> kept;
    kept.reserve(corpus_.documents_.size());
    for (std::size_t i = 0; i < corpus_.documents_.size(); ++i) {
        corpus_.ids_.emplace(corpus_.documents_[i].id, id_at<DocumentId>(i));
        kept.push_back(corpus_.documents_[i].input);
    }
    if (!metadata.columns().empty()) corpus_.metadata_ = metadata.take(kept);
    return std::move(corpus_);
}

}  // namespace wortfeld::corpus

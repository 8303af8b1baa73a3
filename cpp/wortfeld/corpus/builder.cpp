#include "wortfeld/corpus/builder.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace wortfeld::corpus {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Documents are handed to workers in groups of about this many bytes: enough for most words to be
/// known to the group, so that joining vocabularies is little work, and few enough for the cache.
constexpr std::size_t group_bytes = std::size_t{1} << 18;
/// The memory of a group with more than these, one with a long document, is not kept.
constexpr std::size_t most_kept_tokens = group_bytes;

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

[[noreturn]] void refuse_repeated(const Source& source,
                                  const std::string& first,
                                  const std::string& again) {
    throw Error(ErrorKind::bad_input,
                first + " and " + again + " have the same id '" + source.id +
                    "'; ids must be unique (on_error='skip' keeps the first)",
                {.source = source.id});
}

/// What became of the bytes of a source.
struct Decoded {
    std::string_view text = {};      ///< of the source's own bytes, if none were replaced
    std::string replaced_text = {};  ///< the text, if some were
    std::size_t replaced = 0;        ///< ill-formed sequences
};

/// The text of a source, or `Error{bad_input}`.
Decoded decode(const Source& source, const BuilderOptions& options) {
    auto bytes = source.bytes;
    const auto skipped = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0U;
    bytes.remove_prefix(skipped);
    if (bytes.size() > options.limits.document_bytes) {
        throw Error(ErrorKind::bad_input,
                    source.id + ": a document of " + std::to_string(bytes.size()) +
                        " bytes; it may have " + std::to_string(options.limits.document_bytes) +
                        " at most (2 GiB): split it",
                    {.source = source.id});
    }
    if (source.is_file) {
        if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
            refuse(source, skipped + nul, "a NUL byte, so this is no text file,");
        }
    }
    const auto fault = utf8::first_fault(bytes);
    if (!fault) return {.text = bytes};
    if (!options.replace_ill_formed) {
        refuse(source,
               skipped + *fault,
               "not UTF-8 (pass encoding= if it is in another one, or errors='replace'): bad byte");
    }
    auto result = utf8::replace_faults(bytes);
    return {.text = {}, .replaced_text = std::move(result.text), .replaced = result.replacements};
}

bool is_readable(const Source& source, const BuilderOptions& options) {
    try {
        (void)decode(source, options);
    } catch (const Error&) {
        return false;
    }
    return true;
}

}  // namespace

ReadingRules BuilderOptions::rules() const {
    const bool is_used = detect_zones && profile != nullptr;
    return ReadingRules::current(detect_zones, keep, is_used ? profile->fingerprint() : 0);
}

/// What one worker makes of a group of sources; numbers of terms are local to it.
struct Builder::Part {
    StoreBuilder store;
    std::vector<Warning> warnings;
    std::vector<std::size_t> skipped;
    std::vector<std::size_t> inputs;
    text::DocumentLayout layout;  ///< of the document at hand

    /// Forgets the group and keeps the memory for another.
    void clear() {
        store.clear();
        warnings.clear();
        skipped.clear();
        inputs.clear();
    }

    void warn(const Source& source,
              std::string kind,
              std::string message,
              std::optional<std::uint64_t> byte = std::nullopt) {
        warnings.push_back({.source = source.id,
                            .place = byte ? "byte " + std::to_string(*byte) : "",
                            .kind = std::move(kind),
                            .message = std::move(message)});
    }
};

void Builder::process(const Source& source, Number number, Part& part, const Job& job) const {
    // A document may be two gigabytes.
    const StopSign stop(job);
    stop.heed();
    Decoded decoded;
    try {
        if (number.first_with_id != number.input) {
            refuse_repeated(
                source, origins_.place(number.first_with_id), origins_.place(number.input));
        }
        decoded = decode(source, options_);
    } catch (const Error& error) {
        if (!options_.skip_bad_input) throw;
        part.warn(source, "skipped", error.what(), error.details().byte_offset);
        part.skipped.push_back(number.input);
        return;
    }
    if (decoded.replaced > 0) {
        decoded.text = decoded.replaced_text;
        part.warn(source,
                  "replaced",
                  std::to_string(decoded.replaced) + " ill-formed byte sequences became U+FFFD");
    }
    const auto& language = text::language(source.language);
    auto& layout = part.layout;
    text::lay_out(decoded.text,
                  language,
                  {.detect = options_.detect_zones, .profile = options_.profile.get()},
                  layout,
                  stop);
    stop.heed();
    text::keep_whole(decoded.text, language, options_.keep, layout);
    if (layout.tokens.empty()) part.warn(source, "empty", "the document has no tokens");
    part.store.add(
        {.id = source.id, .language = source.language, .text = decoded.text}, layout, stop);
    part.inputs.push_back(number.input);
}

Builder::Builder(BuilderOptions options) : options_(std::move(options)) {}
Builder::Builder(Builder&& other) noexcept = default;
Builder& Builder::operator=(Builder&& other) noexcept = default;
Builder::~Builder() = default;

void Builder::append(Part& part) {
    if (store_.token_count() + part.store.token_count() > options_.limits.tokens) {
        throw Error(ErrorKind::memory_limit,
                    "a corpus may have " + std::to_string(options_.limits.tokens) +
                        " tokens at most; split it into several");
    }
    store_.append(part.store);
    std::move(part.warnings.begin(), part.warnings.end(), std::back_inserter(warnings_));
    inputs_.insert(inputs_.end(), part.inputs.begin(), part.inputs.end());
    skipped_.insert(skipped_.end(), part.skipped.begin(), part.skipped.end());
}

std::vector<std::size_t> Builder::claim_ids(std::span<const Source> block) {
    std::vector<std::size_t> claimed;
    claimed.reserve(block.size());
    // Only those whose ids come again are looked at twice.
    std::vector<bool> known_readable(block.size());
    const auto is_lost = [&](std::size_t input) {
        if (input < offered_) return std::ranges::binary_search(skipped_, input);
        const auto at = input - offered_;
        if (!known_readable[at]) known_readable[at] = is_readable(block[at], options_);
        return !known_readable[at];
    };
    for (const auto& source : block) {
        const auto input = offered_ + claimed.size();
        origins_.note(input, source.origin);
        const auto id = ids_.intern(source.id);
        if (id == first_inputs_.size()) {
            first_inputs_.push_back(input);
        } else if (options_.skip_bad_input && is_lost(first_inputs_[id])) {
            first_inputs_[id] = input;
        }
        claimed.push_back(first_inputs_[id]);
    }
    return claimed;
}

void Builder::add(std::span<const Source> block, Job& job) {
    const auto ends = group_ends(block);
    const auto first_with_id = claim_ids(block);
    std::size_t bytes = 0;
    for (const auto& source : block) bytes += source.bytes.size();
    job.plan(bytes);
    parallel_map(
        job,
        ends.size(),
        [&](std::size_t group) {
            auto part = parts_.take();
            for (auto i = group == 0 ? 0 : ends[group - 1]; i < ends[group]; ++i) {
                process(block[i], {offered_ + i, first_with_id[i]}, *part, job);
                job.advance(block[i].bytes.size());
            }
            return part;
        },
        [&](std::unique_ptr<Part> part) {
            append(*part);
            if (part->store.token_count() > most_kept_tokens) return;
            part->clear();
            parts_.give_back(std::move(part));
        });
    offered_ += block.size();
}

Corpus Builder::finish(const Columns& metadata) && {
    const auto totals = store_.totals();
    // What only the reading needed is gone before the caller goes on.
    auto store = std::move(store_);
    parts_.clear();
    ids_ = Interner();
    origins_ = Origins();
    CorpusParts parts{.store = std::move(store).finish(),
                      .totals = totals,
                      .rules = options_.rules(),
                      .warnings = std::move(warnings_)};
    if (!metadata.columns().empty()) parts.metadata = metadata.take(inputs_);
    return Corpus(std::move(parts));
}

}  // namespace wortfeld::corpus

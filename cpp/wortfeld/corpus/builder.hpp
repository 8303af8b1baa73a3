// From blocks of bytes to a corpus: decode, take apart, number the terms, in any number of threads.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/spares.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/corpus/origins.hpp"
#include "wortfeld/corpus/store_builder.hpp"
#include "wortfeld/text/kept_forms.hpp"
#include "wortfeld/text/profile.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::corpus {

/// The most that a corpus can hold; smaller in tests only.
struct Limits {
    std::size_t tokens = 0xFFFF'FFFF;
    std::size_t document_bytes = 0x7FFF'FFFF;
};

struct BuilderOptions {
    bool replace_ill_formed = false;  ///< bytes that are no UTF-8 become U+FFFD instead of an error
    bool skip_bad_input = false;      ///< a document that cannot be read becomes a warning
    bool detect_zones = true;
    Limits limits = {};
    text::KeptForms keep = {};                               ///< forms that become one token each
    std::shared_ptr<const text::Profile> profile = nullptr;  ///< used where zones are detected

    /// The rules that they stand for.
    [[nodiscard]] ReadingRules rules() const;
};

/// One document as it was offered.
struct Source {
    std::string id;
    std::string_view bytes;
    std::string language;  ///< a well-formed code, or empty for generic rules
    bool is_file = false;  ///< a NUL byte shows that it is no text; a text in memory may hold one
    Origin origin = {};    ///< for messages; its view needs to live as long as `bytes`
};

/// Collects documents and turns them into a corpus. After an exception it must be discarded.
class Builder {
  public:
    explicit Builder(BuilderOptions options);
    Builder(Builder&& other) noexcept;
    Builder& operator=(Builder&& other) noexcept;
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;
    ~Builder();

    /// Adds documents in order; the block's views need to live only during the call. The job's
    /// units are bytes.
    void add(std::span<const Source> block, Job& job);
    void warn(Warning warning) { warnings_.push_back(std::move(warning)); }

    /// How many of the documents offered were left out, each with a warning.
    [[nodiscard]] std::size_t skipped() const noexcept { return skipped_.size(); }

    /// The corpus. Row i of `metadata` belongs to the i-th document offered, skipped ones included.
    [[nodiscard]] Corpus finish(const Columns& metadata) &&;

  private:
    struct Part;
    /// The numbers of a document and of the one that its id belongs to.
    struct Number {
        std::size_t input;
        std::size_t first_with_id;  ///< of those that could be read, or its own
    };
    void process(const Source& source, Number number, Part& part, const Job& job) const;
    void append(Part& part);
    /// The number, for each source of a block, of the first readable one with its id.
    std::vector<std::size_t> claim_ids(std::span<const Source> block);

    BuilderOptions options_;
    Spares<Part> parts_;
    StoreBuilder store_;
    std::vector<Warning> warnings_;
    std::vector<std::size_t> inputs_;  ///< of each document: its number among all offered
    Interner ids_;                     ///< of all that were offered
    std::vector<std::size_t>
        first_inputs_;  ///< of each id: the number of the first readable one offered with it
    Origins origins_;
    std::size_t offered_ = 0;
    std::vector<std::size_t> skipped_;  ///< numbers of documents left out, ascending
};

}  // namespace wortfeld::corpus

// What a name is within a longer word: the part of a compound, or a word derived from it.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace wortfeld::entity {

struct Candidate;
struct ResolverInput;

/// Looks around the names of one document.
class Roles {
  public:
    explicit Roles(const ResolverInput& input);

    /// Sets role and head of a mention of that name. `NVIDIA-Chips`: part,
    /// head `Chips`; `Öl- und Gas-Felder`: both are parts of `Felder`; `Anti-Google`: part without
    /// a head. A spaced hyphen makes no compound. What is derived stays so.
    void assign(Mention& mention, const Candidate& name) const;
    /// Whether the name is a part of a compound, hyphenated or closed.
    [[nodiscard]] bool is_part(const Candidate& name) const;

  private:
    /// What of a name's word stands beside it.
    struct Neighbours {
        bool is_before_hyphen = false;
        bool is_behind_hyphen = false;
        ByteSpan head_in_token;
        [[nodiscard]] bool any() const {
            return is_before_hyphen || is_behind_hyphen || !head_in_token.empty();
        }
    };
    [[nodiscard]] Neighbours neighbours_of(const Candidate& name) const;
    [[nodiscard]] std::string_view word(std::size_t token) const;
    [[nodiscard]] bool is_attached_hyphen(std::size_t token) const;
    [[nodiscard]] bool is_attached_word(std::size_t token) const;
    [[nodiscard]] std::optional<ByteSpan> head_behind(std::size_t hyphen) const;
    /// The rest of a token that keeps a compound whole, behind the hyphen at `end`; else empty.
    [[nodiscard]] ByteSpan head_in_token(std::uint32_t end, std::size_t token) const;
    [[nodiscard]] bool is_behind_hyphen_in_token(std::uint32_t begin) const;
    [[nodiscard]] std::optional<ByteSpan> shared_head(std::size_t token) const;

    const corpus::Corpus& corpus_;
    corpus::Document document_;
    std::span<const TermId> terms_;
    mutable corpus::TokenSpans spans_;
    const text::Forms& conjunctions_;
};

}  // namespace wortfeld::entity

// The words around a name, and what the language of their document knows of them.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/corpus.hpp"
#include "wortfeld/text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wortfeld::entity {

struct ResolverInput;

/// Whether a text begins with a capital.
bool begins_upper(std::string_view written);
/// Whether nouns begin with a capital there, so that a capital does not tell names.
bool has_capital_nouns(const text::Language& language);

/// The words of one document, by their tokens.
class DocumentWords {
  public:
    explicit DocumentWords(const ResolverInput& input);

    [[nodiscard]] const text::Language& language() const noexcept { return language_; }
    [[nodiscard]] std::span<const TermId> terms() const noexcept { return terms_; }
    [[nodiscard]] std::size_t size() const noexcept { return terms_.size(); }
    [[nodiscard]] std::string_view word(std::size_t token) const;
    [[nodiscard]] bool is_word(std::size_t token) const;
    [[nodiscard]] bool is_number(std::size_t token) const;
    /// Whether nothing stands between it and the token before it.
    [[nodiscard]] bool is_attached(std::size_t token) const;
    /// Whether a hyphen follows without a space.
    [[nodiscard]] bool is_before_hyphen(std::size_t token) const;
    /// Whether the language data list the word in that category, whatever its letter case.
    [[nodiscard]] bool is_listed(std::string_view category, std::size_t token) const;
    /// The tokens of the sentence.
    [[nodiscard]] TokenSpan sentence(std::uint32_t number) const;

  private:
    const corpus::Corpus& corpus_;
    corpus::Document document_;
    std::span<const TermId> terms_;
    const text::Language& language_;
};

}  // namespace wortfeld::entity

// Forms that are kept whole although the word rules break them: addresses, tags, numbers of
// several parts, abbreviations, compounds with hyphens.
#pragma once

#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/token.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Which forms become one token each; docs/words.md has what each of them takes in.
struct KeptForms {
    bool url = false;
    bool email = false;
    bool hashtag = false;
    bool number = false;
    bool abbreviation = false;
    bool hyphen = false;

    friend constexpr bool operator==(const KeptForms&, const KeptForms&) = default;
};

inline constexpr std::array<std::string_view, 6> kept_form_names = {
    "url", "email", "hashtag", "number", "abbreviation", "hyphen"};
/// The forms of those names, or nothing if one is unknown.
std::optional<KeptForms> kept_forms_named(std::span<const std::string_view> names);

std::vector<std::string_view> names_of(KeptForms kept);
/// A bit each in the order of their names, for files.
std::uint64_t bits_of(KeptForms kept) noexcept;
/// The forms of those bits, or nothing if there are others.
std::optional<KeptForms> kept_forms_of_bits(std::uint64_t bits) noexcept;

/// Joins the tokens of each form within its sentence; sentences stay where they are.
void keep_whole(std::string_view text,
                const Language& language,
                KeptForms kept,
                DocumentLayout& layout);

/// Whether a token is one that was kept whole: the word rules would break it.
bool is_kept_whole(std::string_view surface) noexcept;

/// The tokens of the word rules alone, and the sentences that count them.
struct PlainTokens {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};
PlainTokens without_kept_forms(std::string_view text,
                               std::span<const Token> tokens,
                               std::span<const Sentence> sentences);

}  // namespace wortfeld::text

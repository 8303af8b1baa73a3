#include "wortfeld/text/kept_forms.hpp"

#include "wortfeld/text/form_finder.hpp"
#include "wortfeld/text/word_rules.hpp"

#include <algorithm>
#include <utility>

namespace wortfeld::text {
namespace {

constexpr std::array<bool KeptForms::*, kept_form_names.size()> members = {&KeptForms::url,
                                                                           &KeptForms::email,
                                                                           &KeptForms::hashtag,
                                                                           &KeptForms::number,
                                                                           &KeptForms::abbreviation,
                                                                           &KeptForms::hyphen};

}  // namespace

std::optional<KeptForms> kept_forms_named(std::span<const std::string_view> names) {
    KeptForms kept;
    for (const auto name : names) {
        const auto* const found = std::find(kept_form_names.begin(), kept_form_names.end(), name);
        if (found == kept_form_names.end()) return std::nullopt;
        kept.*members[static_cast<std::size_t>(found - kept_form_names.begin())] = true;
    }
    return kept;
}

std::vector<std::string_view> names_of(KeptForms kept) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (kept.*members[i]) names.push_back(kept_form_names[i]);
    }
    return names;
}

std::uint64_t bits_of(KeptForms kept) noexcept {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        bits |= static_cast<std::uint64_t>(kept.*members[i]) << i;
    }
    return bits;
}

std::optional<KeptForms> kept_forms_of_bits(std::uint64_t bits) noexcept {
    if (bits >> members.size() != 0) return std::nullopt;
    KeptForms kept;
    for (std::size_t i = 0; i < members.size(); ++i) kept.*members[i] = (bits >> i & 1U) != 0;
    return kept;
}

void keep_whole(std::string_view text,
                const Language& language,
                KeptForms kept,
                DocumentLayout& layout) {
    if (kept == KeptForms{}) return;
    std::vector<Token> joined;
    joined.reserve(layout.tokens.size());
    const auto count = static_cast<std::uint32_t>(layout.tokens.size());
    FormFinder forms({.text = text, .tokens = layout.tokens, .range = {.begin = 0, .end = count}},
                     language,
                     kept);
    for (auto& sentence : layout.sentences) {
        const auto first = static_cast<std::uint32_t>(joined.size());
        forms.enter(sentence.tokens);
        for (std::size_t begin = sentence.tokens.begin; begin < sentence.tokens.end;) {
            const auto end = forms.end_of(begin);
            auto token = layout.tokens[begin];
            if (end > begin + 1) {
                token.span.end = layout.tokens[end - 1].span.end;
                token.kind = kind_of(slice(text, token.span));
            }
            joined.push_back(token);
            begin = end;
        }
        sentence.tokens = {.begin = first, .end = static_cast<std::uint32_t>(joined.size())};
    }
    layout.tokens = std::move(joined);
}

bool is_kept_whole(std::string_view surface) noexcept {
    return !surface.empty() && next_segment(surface, 0).end < surface.size();
}

PlainTokens without_kept_forms(std::string_view text,
                               std::span<const Token> tokens,
                               std::span<const Sentence> sentences) {
    PlainTokens plain;
    plain.sentences.assign(sentences.begin(), sentences.end());
    std::vector<Token> parts;
    for (auto& sentence : plain.sentences) {
        const auto first = static_cast<std::uint32_t>(plain.tokens.size());
        for (auto i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const auto span = tokens[i].span;
            if (!is_kept_whole(slice(text, span))) {
                plain.tokens.push_back(tokens[i]);
                continue;
            }
            parts.clear();
            segment_words(slice(text, span), parts);
            for (auto& part : parts) {
                part.span.begin += span.begin;
                part.span.end += span.begin;
            }
            plain.tokens.insert(plain.tokens.end(), parts.begin(), parts.end());
        }
        sentence.tokens = {.begin = first, .end = static_cast<std::uint32_t>(plain.tokens.size())};
    }
    return plain;
}

}  // namespace wortfeld::text

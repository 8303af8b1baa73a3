#include "wortfeld/analysis/clauses.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace wortfeld::analysis {
namespace {

constexpr std::string_view comma = ",";
constexpr std::array<std::string_view, 2> semicolons{";", "；"};
constexpr std::array<std::string_view, 25> clause_marks{
    ",", ";", ":", "!", "?", "–", "—", "(",  ")",  "[",  "]",  "\"", "„",
    "“", "”", "»", "«", "‹", "›", "…", "，", "；", "：", "！", "？"};

bool is_mark(std::string_view token) {
    return std::find(clause_marks.begin(), clause_marks.end(), token) != clause_marks.end();
}

bool is_semicolon(std::string_view token) {
    return std::find(semicolons.begin(), semicolons.end(), token) != semicolons.end();
}

}  // namespace

void Clauses::divide(const corpus::Document& document, std::span<const entity::Mention> mentions) {
    decoded_.decode(document);
    find_marks(document, mentions);
    number_clauses();
}

TokenSpan Clauses::tokens_of(ByteSpan span) const {
    const auto& tokens = decoded_.tokens;
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const auto& token) {
        return token.span.end <= span.begin;
    });
    const auto last = std::partition_point(
        first, tokens.end(), [&](const auto& token) { return token.span.begin < span.end; });
    return {.begin = static_cast<std::uint32_t>(first - tokens.begin()),
            .end = static_cast<std::uint32_t>(last - tokens.begin())};
}

ByteSpan Clauses::span_of(std::uint32_t token) const {
    const auto clause = clauses_[token];
    const auto next = clause + 1 < clause_begins_.size()
                          ? clause_begins_[clause + 1]
                          : static_cast<std::uint32_t>(decoded_.tokens.size());
    return {.begin = decoded_.tokens[clause_begins_[clause]].span.begin,
            .end = decoded_.tokens[next - 1].span.end};
}

std::uint32_t Clauses::distance(TokenSpan first, TokenSpan second) const {
    const auto begin = std::min(first.end, second.begin);
    return words_before_[second.begin] - words_before_[begin] + 1;
}

void Clauses::find_marks(const corpus::Document& document,
                         std::span<const entity::Mention> mentions) {
    const auto& tokens = decoded_.tokens;
    const auto text = document.text();
    ends_clause_.assign(tokens.size(), false);
    ends_part_.assign(tokens.size(), false);
    words_before_.assign(tokens.size() + 1, 0);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        words_before_[i + 1] = words_before_[i] + (text::is_word(tokens[i].kind) ? 1 : 0);
        if (text::is_word(tokens[i].kind)) continue;
        ends_clause_[i] = is_mark(slice(text, tokens[i].span));
        ends_part_[i] = is_semicolon(slice(text, tokens[i].span));
    }
    const entity::Mention* last = nullptr;
    TokenSpan last_tokens;
    for (const auto& mention : mentions) {
        const auto inside = tokens_of(mention.span);
        for (auto token = inside.begin; token < inside.end; ++token) ends_clause_[token] = false;
        const auto both_names =
            last != nullptr && last->alias != entity::none && mention.alias != entity::none;
        if (both_names && inside.begin == last_tokens.end + 1 &&
            slice(text, tokens[last_tokens.end].span) == comma) {
            ends_clause_[last_tokens.end] = false;
        }
        last = &mention;
        last_tokens = inside;
    }
}

void Clauses::number_clauses() {
    clauses_.assign(decoded_.tokens.size(), 0);
    parts_.assign(decoded_.tokens.size(), 0);
    std::uint32_t part = 0;
    clause_begins_.clear();
    for (const auto& sentence : decoded_.sentences) {
        auto is_new = true;
        ++part;
        for (auto token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            if (is_new) clause_begins_.push_back(token);
            is_new = ends_clause_[token];
            clauses_[token] = static_cast<std::uint32_t>(clause_begins_.size() - 1);
            parts_[token] = part;
            if (ends_part_[token]) ++part;
        }
    }
}

}  // namespace wortfeld::analysis

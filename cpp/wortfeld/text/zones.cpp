#include "wortfeld/text/zones.hpp"

#include "wortfeld/text/blocks.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/furniture.hpp"
#include "wortfeld/text/headings.hpp"
#include "wortfeld/text/title.hpp"

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <string>

namespace wortfeld::text {
namespace {

// Syndication notes are among the last paragraphs.
constexpr std::size_t most_footers = 6;

/// Marks the notes at the end, from the last block upwards, over at most one that is none.
void mark_footers(std::string_view text, const Language& language, std::vector<Block>& blocks) {
    auto skipped = false;
    for (std::size_t i = blocks.size(), seen = 0; i > 1 && seen < most_footers; --i, ++seen) {
        auto& block = blocks[i - 1];
        if (block.zone != Zone::body) continue;
        const auto rule = footer_rule(slice(text, block.span), language);
        if (rule.empty()) {
            if (skipped) return;
            skipped = true;
            continue;
        }
        block.zone = Zone::boilerplate;
        block.rule = rule;
    }
}

std::string_view author_in_footers(std::string_view text,
                                   const Language& language,
                                   const std::vector<Block>& blocks) {
    for (const auto& block : std::views::reverse(blocks)) {
        if (!block.is_boilerplate()) continue;
        const auto author = find_labelled_author(slice(text, block.span), language);
        if (!author.empty()) return author;
    }
    return {};
}

FoundMetadata find_metadata(std::string_view text, const Language& language, const Blocks& blocks) {
    FoundMetadata metadata;
    const auto is_title = [](const Block& block) { return block.zone == Zone::title; };
    const auto title = std::find_if(blocks.list.begin(), blocks.list.end(), is_title);
    if (title != blocks.list.end()) metadata.title = slice(text, title->span);
    const auto author =
        blocks.author.empty() ? author_in_footers(text, language, blocks.list) : blocks.author;
    if (!author.empty()) metadata.author = author;
    metadata.date = blocks.days;
    return metadata;
}

std::vector<ZoneSpan> spans_of(const std::vector<Block>& blocks) {
    std::vector<ZoneSpan> spans;
    std::uint32_t paragraph = 0;
    for (const auto& block : blocks) {
        if (block.pieces.empty()) {
            spans.push_back({.span = block.span,
                             .zone = block.zone,
                             .paragraph = paragraph,
                             .rule = block.rule});
        }
        for (auto piece : block.pieces) {
            piece.paragraph = paragraph;
            spans.push_back(piece);
        }
        ++paragraph;
    }
    return spans;
}

}  // namespace

FoundZones find_zones(std::string_view text, const Language& language) {
    const auto lines = split_lines(text);
    if (lines.size() < 2) return {.spans = paragraphs_as_body(text), .metadata = {}};
    auto blocks = build_blocks(text, lines, language);
    mark_footers(text, language, blocks.list);
    mark_title_and_lead(text, language, blocks);
    mark_headings(text, blocks.list);
    return {.spans = spans_of(blocks.list), .metadata = find_metadata(text, language, blocks)};
}

std::vector<ZoneSpan> paragraphs_as_body(std::string_view text) {
    std::vector<ZoneSpan> spans;
    for (const auto& line : split_lines(text)) {
        if (!spans.empty() && spans.back().paragraph == line.paragraph) {
            spans.back().span.end = line.span.end;
        } else {
            spans.push_back({.span = line.span, .paragraph = line.paragraph, .rule = "zone.body"});
        }
    }
    return spans;
}

}  // namespace wortfeld::text

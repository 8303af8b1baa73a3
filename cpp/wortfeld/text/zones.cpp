#include "wortfeld/text/zones.hpp"

#include "wortfeld/text/blocks.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/furniture.hpp"
#include "wortfeld/text/headings.hpp"
#include "wortfeld/text/title.hpp"

#include <algorithm>
#include <cstddef>
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
    for (auto i = blocks.size(); i-- > 0;) {
        if (!blocks[i].is_boilerplate()) continue;
        const auto author = find_labelled_author(slice(text, blocks[i].span), language);
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

void add_spans(const std::vector<Block>& blocks, std::vector<ZoneSpan>& spans) {
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
}

void add_paragraphs(const std::vector<Line>& lines, std::vector<ZoneSpan>& spans) {
    for (const auto& line : lines) {
        if (!spans.empty() && spans.back().paragraph == line.paragraph) {
            spans.back().span.end = line.span.end;
        } else {
            spans.push_back({.span = line.span, .paragraph = line.paragraph, .rule = "zone.body"});
        }
    }
}

/// The lines of a text, in memory that the next text of this thread uses again.
const std::vector<Line>& lines_of(std::string_view text, StopSign stop = {}) {
    thread_local std::vector<Line> lines;
    lines.clear();
    split_lines(text, lines, stop);
    return lines;
}

}  // namespace

FoundMetadata find_zones(std::string_view text,
                         const Language& language,
                         const Profile* profile,
                         std::vector<ZoneSpan>& zones,
                         StopSign stop) {
    const auto& lines = lines_of(text, stop);
    if (lines.size() < 2) {
        add_paragraphs(lines, zones);
        return {};
    }
    auto blocks = build_blocks(text, lines, language, profile, stop);
    mark_footers(text, language, blocks.list);
    mark_title_and_lead(text, language, blocks);
    stop.heed();
    mark_headings(text, blocks.list);
    stop.heed();
    add_spans(blocks.list, zones);
    return find_metadata(text, language, blocks);
}

void paragraphs_as_body(std::string_view text, std::vector<ZoneSpan>& zones) {
    add_paragraphs(lines_of(text), zones);
}

}  // namespace wortfeld::text

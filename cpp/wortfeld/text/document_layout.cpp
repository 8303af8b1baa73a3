#include "wortfeld/text/document_layout.hpp"

#include "wortfeld/text/sentences.hpp"
#include "wortfeld/text/zones.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace wortfeld::text {
namespace {

constexpr std::array<std::pair<Zone, std::string_view>, 8> zone_names = {{
    {Zone::title, "title"},
    {Zone::lead, "lead"},
    {Zone::byline, "byline"},
    {Zone::timestamp, "timestamp"},
    {Zone::heading, "heading"},
    {Zone::section_number, "section_number"},
    {Zone::body, "body"},
    {Zone::boilerplate, "boilerplate"},
}};

/// Zones of running text; the others are one sentence each.
constexpr bool has_sentences(Zone zone) noexcept {
    return zone == Zone::lead || zone == Zone::body || zone == Zone::boilerplate;
}

/// Whether a token reaches over the end of a zone, as where an author and a timestamp are glued.
bool cross_zones(const std::vector<Token>& tokens, const std::vector<ZoneSpan>& zones) {
    std::size_t zone = 0;
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        while (zones[zone].span.end <= token.span.begin) ++zone;
        return token.span.end > zones[zone].span.end;
    });
}

/// The tokens of a text, cut where they reach over the end of a zone.
std::vector<Token> cut_tokens(std::string_view text, const std::vector<ZoneSpan>& zones) {
    std::vector<Token> whole;
    segment_words(text, whole);
    if (!cross_zones(whole, zones)) return whole;
    std::vector<Token> tokens;
    std::size_t zone = 0;
    for (auto token : whole) {
        while (zones[zone].span.end <= token.span.begin) ++zone;
        for (auto border = zone; token.span.end > zones[border].span.end; ++border) {
            const ByteSpan head{.begin = token.span.begin, .end = zones[border].span.end};
            tokens.push_back({.span = head, .kind = kind_of(slice(text, head))});
            token.span.begin = head.end;
            token.kind = kind_of(slice(text, token.span));
        }
        tokens.push_back(token);
    }
    return tokens;
}

class Arranger {
  public:
    Arranger(std::string_view text, const Language& language, DocumentLayout& layout)
        : text_(text), guards_(language), layout_(layout) {}

    void arrange() {
        std::uint32_t begin = 0;
        for (const auto& zone : layout_.zones) {
            auto end = begin;
            while (end < layout_.tokens.size() && layout_.tokens[end].span.begin < zone.span.end) {
                ++end;
            }
            add_sentences(zone, {.begin = begin, .end = end});
            begin = end;
        }
    }

    [[nodiscard]] bool breaks_off() const {
        const auto is_last = [](const Sentence& sentence) { return is_counted(sentence.zone); };
        const auto last =
            std::find_if(layout_.sentences.rbegin(), layout_.sentences.rend(), is_last);
        return last != layout_.sentences.rend() && !ends_with_mark(stretch(last->tokens));
    }

  private:
    [[nodiscard]] Stretch stretch(TokenSpan range) const {
        return {.text = text_, .tokens = layout_.tokens, .range = range};
    }

    void add_sentences(const ZoneSpan& zone, TokenSpan range) {
        if (range.begin == range.end) return;
        spans_.clear();
        if (has_sentences(zone.zone)) {
            split_sentences(stretch(range), guards_, spans_);
        } else {
            spans_.push_back(range);
        }
        for (const auto tokens : spans_) {
            const ByteSpan span{.begin = layout_.tokens[tokens.begin].span.begin,
                                .end = layout_.tokens[tokens.end - 1].span.end};
            layout_.sentences.push_back(
                {.span = span, .tokens = tokens, .paragraph = zone.paragraph, .zone = zone.zone});
        }
    }

    std::string_view text_;
    Guards guards_;
    DocumentLayout& layout_;
    std::vector<TokenSpan> spans_;
};

}  // namespace

std::string_view name_of(Zone zone) noexcept {
    return zone_names[static_cast<std::size_t>(zone)].second;
}

std::vector<std::string_view> counted_zone_names() {
    std::vector<std::string_view> names;
    for (const auto& [zone, name] : zone_names) {
        if (is_counted(zone)) names.push_back(name);
    }
    return names;
}

std::optional<Zone> zone_named(std::string_view name) noexcept {
    for (const auto& [zone, zone_name] : zone_names) {
        if (zone_name == name) return zone;
    }
    return std::nullopt;
}

DocumentLayout lay_out(std::string_view text, const Language& language, bool detect_zones) {
    DocumentLayout layout;
    if (detect_zones) {
        auto found = find_zones(text, language);
        layout.zones = std::move(found.spans);
        layout.found = std::move(found.metadata);
    } else {
        layout.zones = paragraphs_as_body(text);
    }
    layout.tokens = cut_tokens(text, layout.zones);
    Arranger arranger(text, language, layout);
    arranger.arrange();
    layout.breaks_off = arranger.breaks_off();
    return layout;
}

}  // namespace wortfeld::text

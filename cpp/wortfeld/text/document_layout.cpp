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

/// The first token from `begin` on that starts at or behind `offset`: doubling steps, then halving,
/// so a short zone costs little in a long text.
std::uint32_t find_token(const std::vector<Token>& tokens,
                         std::uint32_t begin,
                         std::uint32_t offset) {
    const auto starts_before = [&](const Token& token) { return token.span.begin < offset; };
    const std::size_t size = tokens.size();
    std::size_t low = begin;
    std::size_t step = 1;
    while (low + step < size && starts_before(tokens[low + step])) {
        low += step;
        step *= 2;
    }
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(low);
    const auto last = tokens.begin() + static_cast<std::ptrdiff_t>(std::min(low + step, size));
    const auto found = std::partition_point(first, last, starts_before);
    return static_cast<std::uint32_t>(found - tokens.begin());
}

/// Cuts the tokens that reach over the end of a zone, as where an author and a timestamp are glued.
/// Zones of different paragraphs are lines apart, and no token reaches over the end of a line.
void cut_tokens(std::string_view text,
                const std::vector<ZoneSpan>& zones,
                std::vector<Token>& tokens) {
    for (std::size_t zone = 1; zone < zones.size(); ++zone) {
        if (zones[zone].paragraph != zones[zone - 1].paragraph) continue;
        const auto border = zones[zone - 1].span.end;
        const auto behind = find_token(tokens, 0, border);
        if (behind == 0 || tokens[behind - 1].span.end <= border) continue;
        auto& token = tokens[behind - 1];
        const ByteSpan head{.begin = token.span.begin, .end = border};
        const ByteSpan tail{.begin = border, .end = token.span.end};
        token = {.span = head, .kind = kind_of(slice(text, head))};
        tokens.insert(tokens.begin() + behind,
                      Token{.span = tail, .kind = kind_of(slice(text, tail))});
    }
}

class Arranger {
  public:
    Arranger(std::string_view text, const Language& language, DocumentLayout& layout)
        : text_(text), guards_(language), layout_(layout) {}

    void arrange(StopSign stop) {
        std::uint32_t begin = 0;
        for (const auto& zone : layout_.zones) {
            const auto end = find_token(layout_.tokens, begin, zone.span.end);
            stop.heed();
            add_sentences(zone, {.begin = begin, .end = end}, stop);
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

    void add_sentences(const ZoneSpan& zone, TokenSpan range, StopSign stop) {
        if (range.begin == range.end) return;
        // Memory that the next document of this thread uses again.
        thread_local std::vector<TokenSpan> spans;
        spans.clear();
        if (has_sentences(zone.zone)) {
            split_sentences(stretch(range), guards_, spans, stop);
        } else {
            spans.push_back(range);
        }
        for (const auto tokens : spans) {
            const ByteSpan span{.begin = layout_.tokens[tokens.begin].span.begin,
                                .end = layout_.tokens[tokens.end - 1].span.end};
            layout_.sentences.push_back(
                {.span = span, .tokens = tokens, .paragraph = zone.paragraph, .zone = zone.zone});
        }
    }

    std::string_view text_;
    Guards guards_;
    DocumentLayout& layout_;
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

void lay_out(std::string_view text,
             const Language& language,
             ZoneOptions zones,
             DocumentLayout& layout,
             StopSign stop) {
    layout.tokens.clear();
    layout.sentences.clear();
    layout.zones.clear();
    layout.found = {};
    if (zones.detect) {
        layout.found = find_zones(text, language, zones.profile, layout.zones, stop);
    } else {
        paragraphs_as_body(text, layout.zones);
    }
    segment_words(text, layout.tokens, stop);
    cut_tokens(text, layout.zones, layout.tokens);
    Arranger arranger(text, language, layout);
    arranger.arrange(stop);
    layout.breaks_off = arranger.breaks_off();
}

DocumentLayout lay_out(std::string_view text,
                       const Language& language,
                       bool detect_zones,
                       StopSign stop) {
    DocumentLayout layout;
    lay_out(text, language, ZoneOptions{.detect = detect_zones}, layout, stop);
    return layout;
}

void find_sentences(std::string_view text,
                    const Language& language,
                    std::vector<ByteSpan>& sentences) {
    thread_local DocumentLayout layout;
    lay_out(text, language, ZoneOptions{.detect = false}, layout);
    for (const auto& sentence : layout.sentences) sentences.push_back(sentence.span);
}

}  // namespace wortfeld::text

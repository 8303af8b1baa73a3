#include "layout_checks.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"

#include <algorithm>
#include <cstddef>

namespace wortfeld::text {
namespace {

bool is_boundary(std::string_view text, std::size_t position) {
    return position == text.size() || (static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80U;
}

bool is_sound(std::string_view text, ByteSpan span) {
    return span.begin < span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
           is_boundary(text, span.end) && trimmed(text, span) == span;
}

bool is_blank(std::string_view text, std::size_t begin, std::size_t end) {
    return trimmed(text.substr(begin, end - begin)).empty();
}

std::string_view token_fault(std::string_view text, const DocumentLayout& layout) {
    std::size_t end = 0;
    for (const auto& token : layout.tokens) {
        if (!is_sound(text, token.span)) return "a token's span is not sound";
        if (token.span.begin < end) return "tokens overlap";
        if (!is_blank(text, end, token.span.begin)) return "something between tokens is lost";
        if (token.kind != kind_of(slice(text, token.span))) return "a token has another kind";
        end = token.span.end;
    }
    return is_blank(text, end, text.size()) ? "" : "something behind the last token is lost";
}

std::string_view zone_fault(std::string_view text, const DocumentLayout& layout) {
    std::uint32_t end = 0;
    std::uint32_t paragraph = 0;
    for (const auto& zone : layout.zones) {
        if (!is_sound(text, zone.span)) return "a zone's span is not sound";
        if (zone.span.begin < end) return "zones overlap";
        if (zone.paragraph < paragraph) return "paragraphs descend";
        if (zone.rule.empty()) return "a zone has no rule";
        end = zone.span.end;
        paragraph = zone.paragraph;
    }
    return "";
}

std::string_view sentence_fault(const DocumentLayout& layout) {
    std::uint32_t next = 0;
    std::size_t zone = 0;
    for (const auto& sentence : layout.sentences) {
        if (sentence.tokens.begin != next) return "sentences leave tokens out";
        if (sentence.tokens.end <= next) return "a sentence is empty";
        if (sentence.tokens.end > layout.tokens.size()) return "a sentence ends behind the text";
        const ByteSpan span{.begin = layout.tokens[next].span.begin,
                            .end = layout.tokens[sentence.tokens.end - 1].span.end};
        if (sentence.span != span) return "a sentence's span is not that of its tokens";
        while (zone < layout.zones.size() && layout.zones[zone].span.end <= span.begin) ++zone;
        if (zone == layout.zones.size()) return "a sentence lies in no zone";
        const auto& home = layout.zones[zone];
        if (span.begin < home.span.begin || span.end > home.span.end) return "a zone is crossed";
        if (sentence.zone != home.zone) return "a sentence has another zone";
        if (sentence.paragraph != home.paragraph) return "a sentence has another paragraph";
        next = sentence.tokens.end;
    }
    return next == layout.tokens.size() ? "" : "tokens lie behind the last sentence";
}

template <typename Item, typename Same>
bool all_equal(const std::vector<Item>& a, const std::vector<Item>& b, Same same) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

}  // namespace

std::string find_fault(std::string_view text, const DocumentLayout& layout) {
    for (const auto fault :
         {token_fault(text, layout), zone_fault(text, layout), sentence_fault(layout)}) {
        if (!fault.empty()) return std::string(fault);
    }
    return {};
}

bool equal(const DocumentLayout& a, const DocumentLayout& b) {
    return all_equal(a.tokens,
                     b.tokens,
                     [](const Token& x, const Token& y) {
                         return x.span == y.span && x.kind == y.kind;
                     }) &&
           all_equal(a.zones,
                     b.zones,
                     [](const ZoneSpan& x, const ZoneSpan& y) {
                         return x.span == y.span && x.zone == y.zone &&
                                x.paragraph == y.paragraph && x.rule == y.rule;
                     }) &&
           all_equal(a.sentences,
                     b.sentences,
                     [](const Sentence& x, const Sentence& y) {
                         return x.span == y.span && x.tokens == y.tokens && x.zone == y.zone &&
                                x.paragraph == y.paragraph;
                     }) &&
           a.found.title == b.found.title && a.found.author == b.found.author &&
           a.found.date == b.found.date && a.breaks_off == b.breaks_off;
}

std::string show_zones(std::string_view text, const DocumentLayout& layout) {
    std::string result;
    for (const auto& zone : layout.zones) {
        if (zone.zone == Zone::body) continue;
        result += name_of(zone.zone);
        result += ": ";
        result += slice(text, zone.span);
        result += '\n';
    }
    return result;
}

}  // namespace wortfeld::text

// Any text: its parts tile it, lie inside each other in order, and its quantities lie in sentences.
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/text/document_layout.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace wortfeld;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Whether a byte offset lies between two code points.
bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_span(std::string_view text, ByteSpan span, std::uint32_t not_before) {
    require(not_before <= span.begin && span.begin < span.end && span.end <= text.size());
    require(is_boundary(text, span.begin) && is_boundary(text, span.end));
}

void check_layout(std::string_view text, const text::DocumentLayout& layout) {
    std::uint32_t end = 0;
    for (const auto& token : layout.tokens) {
        check_span(text, token.span, end);
        require(text::kind_of(slice(text, token.span)) == token.kind);
        end = token.span.end;
    }
    std::uint32_t next_token = 0;
    for (const auto& sentence : layout.sentences) {
        require(sentence.tokens.begin == next_token && sentence.tokens.end > next_token);
        next_token = sentence.tokens.end;
        require(sentence.span.begin == layout.tokens[sentence.tokens.begin].span.begin);
        require(sentence.span.end == layout.tokens[sentence.tokens.end - 1].span.end);
    }
    require(next_token == layout.tokens.size());
    end = 0;
    for (const auto& zone : layout.zones) {
        check_span(text, zone.span, end);
        end = zone.span.end;
    }
}

void check_quantities(std::string_view text,
                      const text::DocumentLayout& layout,
                      const text::Language& language) {
    const auto quantities = quantity::recognise({.text = text,
                                                 .tokens = layout.tokens,
                                                 .sentences = layout.sentences,
                                                 .language = language,
                                                 .reference_date = 20'000},
                                                {});
    std::uint32_t end = 0;
    for (const auto& quantity : quantities) {
        check_span(text, quantity.span, end);
        end = quantity.span.end;
        require(!quantity.date_first || !quantity.date_last ||
                *quantity.date_first <= *quantity.date_last);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    // The first byte chooses what the text is read as.
    constexpr std::array<std::string_view, 3> codes{"de", "en", ""};
    const auto& language = text::language(codes[data[0] % codes.size()]);
    const auto detect_zones = (data[0] & 0x80U) == 0;
    const auto text =
        utf8::replace_faults({reinterpret_cast<const char*>(data) + 1, size - 1}).text;
    const auto layout = text::lay_out(text, language, detect_zones);
    check_layout(text, layout);
    check_quantities(text, layout, language);
    return 0;
}

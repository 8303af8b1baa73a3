// Any well-formed text: every vector scan finds the tokens that the automaton finds; they
// ascend and lie between characters.
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/token.hpp"
#include "wortfeld/text/word_scan.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

using namespace wortfeld;

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_order(std::string_view text, const std::vector<text::Token>& tokens) {
    std::uint32_t end = 0;
    for (const auto& token : tokens) {
        require(end <= token.span.begin && token.span.begin < token.span.end);
        require(is_boundary(text, token.span.begin) && is_boundary(text, token.span.end));
        end = token.span.end;
    }
    require(end <= text.size());
}

bool are_equal(const text::Token& one, const text::Token& other) {
    return one.span.begin == other.span.begin && one.span.end == other.span.end &&
           one.kind == other.kind;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view given(reinterpret_cast<const char*>(data), size);
    // What stands before the first fault is a text as well.
    const auto text = given.substr(0, utf8::first_fault(given).value_or(size));
    const auto scanners = text::word_scanners();
    std::vector<text::Token> expected;
    text::segment_words_by(scanners.front(), text, expected);
    check_order(text, expected);
    for (const auto& scanner : scanners.subspan(1)) {
        std::vector<text::Token> found;
        text::segment_words_by(scanner, text, found);
        require(std::ranges::equal(found, expected, are_equal));
    }
    return 0;
}

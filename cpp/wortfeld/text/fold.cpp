#include "wortfeld/text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace wortfeld::text {
namespace {

constexpr std::string_view sharp_s = "\xC3\x9F";              // ß
constexpr std::string_view capital_sharp_s = "\xE1\xBA\x9E";  // ẞ

const icu::Normalizer2& folding() {
    static const auto& instance = []() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
        assert(U_SUCCESS(status) && found != nullptr);
        return *found;
    }();
    return instance;
}

void append_folded(std::string_view piece, std::string& result) {
    if (piece.empty()) return;
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(piece.size()));
    const icu::StringPiece source(piece.data(), static_cast<int32_t>(piece.size()));
    folding().normalizeUTF8(0, source, sink, nullptr, status);
    assert(U_SUCCESS(status));
}

/// Where the next ß or ẞ stands, with its length in bytes; the end if there is none.
struct SharpS {
    std::size_t position;
    std::size_t size;
};

SharpS find_sharp_s(std::string_view text, std::size_t from) {
    const auto small = text.find(sharp_s, from);
    const auto capital = text.find(capital_sharp_s, from);
    if (capital < small) return {.position = capital, .size = capital_sharp_s.size()};
    return {.position = std::min(small, text.size()), .size = sharp_s.size()};
}

}  // namespace

std::string fold(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    const auto is_ascii = std::all_of(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < 0x80;
    });
    if (is_ascii) {
        for (const char byte : text) {
            const bool upper = byte >= 'A' && byte <= 'Z';
            result.push_back(upper ? static_cast<char>(byte - 'A' + 'a') : byte);
        }
        return result;
    }
    // ß takes part in no composition, so the pieces between can be folded one by one.
    for (std::size_t begin = 0; begin < text.size();) {
        const auto next = find_sharp_s(text, begin);
        append_folded(text.substr(begin, next.position - begin), result);
        if (next.position < text.size()) result.append(sharp_s);
        begin = next.position + next.size;
    }
    return result.empty() ? std::string(text) : result;
}

}  // namespace wortfeld::text

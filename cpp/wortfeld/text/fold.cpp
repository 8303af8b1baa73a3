#include "wortfeld/text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace wortfeld::text {
namespace {

constexpr std::string_view sharp_s = "\xC3\x9F";              // ß
constexpr std::string_view capital_sharp_s = "\xE1\xBA\x9E";  // ẞ
constexpr std::string_view dotless_i = "\xC4\xB1";            // ı
constexpr std::string_view dotted_capital_i = "\xC4\xB0";     // İ

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

/// ASCII in, with the small letter of I as the language has it.
std::string fold_ascii(std::string_view text, bool has_dotless_i) {
    std::string result;
    result.reserve(text.size());
    for (const char byte : text) {
        if (byte == 'I' && has_dotless_i) {
            result.append(dotless_i);
        } else {
            const bool upper = byte >= 'A' && byte <= 'Z';
            result.push_back(upper ? static_cast<char>(byte - 'A' + 'a') : byte);
        }
    }
    return result;
}

/// Appends the folded text if it is ASCII or holds letters of À to ÿ beside it: none of them
/// composes with what follows, and each capital has its small letter 32 places on.
bool fold_latin(std::string_view text, std::string& result) {
    constexpr char lead = '\xC3';
    constexpr char last_capital = '\x9E';
    constexpr char multiplication = '\x97';
    const auto first = result.size();
    result.resize(first + text.size());
    auto* folded = result.data() + first;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto byte = text[i];
        if (byte >= 'A' && byte <= 'Z') {
            byte = static_cast<char>(byte - 'A' + 'a');
        } else if (byte == lead && i + 1 < text.size()) {
            *folded++ = byte;
            byte = text[++i];
            if (byte <= last_capital && byte != multiplication)
                byte = static_cast<char>(byte + ' ');
        } else if (static_cast<unsigned char>(byte) >= 0x80) {
            result.resize(first);
            return false;
        }
        *folded++ = byte;
    }
    return true;
}

/// The text with ı for I and i for İ, composed first: I with a dot above is İ as well.
std::string with_turkish_i(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* composing = icu::Normalizer2::getNFCInstance(status);
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed, static_cast<int32_t>(text.size()));
    const icu::StringPiece source(text.data(), static_cast<int32_t>(text.size()));
    composing->normalizeUTF8(0, source, sink, nullptr, status);
    assert(U_SUCCESS(status));
    std::string result;
    result.reserve(composed.size());
    const std::string_view rest = composed;
    for (std::size_t position = 0; position < rest.size();) {
        if (rest[position] == 'I') {
            result.append(dotless_i);
            ++position;
        } else if (rest.substr(position).starts_with(dotted_capital_i)) {
            result.push_back('i');
            position += dotted_capital_i.size();
        } else {
            result.push_back(rest[position++]);
        }
    }
    return result;
}

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < 0x80;
    });
}

/// As the public function; a text of ignorable code points alone becomes empty.
std::string folded(std::string_view text, bool keep_sharp_s) {
    std::string result;
    result.reserve(text.size());
    if (!keep_sharp_s) {
        append_folded(text, result);
        return result;
    }
    // ß takes part in no composition, so the pieces between can be folded one by one.
    for (std::size_t begin = 0; begin < text.size();) {
        const auto next = find_sharp_s(text, begin);
        append_folded(text.substr(begin, next.position - begin), result);
        if (next.position < text.size()) result.append(sharp_s);
        begin = next.position + next.size;
    }
    return result;
}

}  // namespace

FoldRules fold_rules(std::string_view language_code) noexcept {
    const auto primary = language_code.substr(0, language_code.find('-'));
    constexpr std::array codes{"tr", "az", "tur", "aze"};
    const auto is_primary = [&](std::string_view code) {
        return std::equal(
            code.begin(), code.end(), primary.begin(), primary.end(), [](char low, char given) {
                return low == given || low - 'a' + 'A' == given;
            });
    };
    return {.dotless_i = std::any_of(codes.begin(), codes.end(), is_primary)};
}

std::string fold(std::string_view text) {
    return fold(text, FoldRules{});
}

void fold_into(std::string_view text, std::string& result) {
    if (!fold_latin(text, result)) result += fold(text);
}

std::string fold(std::string_view text, FoldRules rules) {
    if (is_ascii(text)) return fold_ascii(text, rules.dotless_i);
    std::string latin;
    const auto is_plain = !rules.dotless_i && !rules.fold_sharp_s;
    if (is_plain && fold_latin(text, latin)) return latin;
    auto result = rules.dotless_i ? folded(with_turkish_i(text), !rules.fold_sharp_s)
                                  : folded(text, !rules.fold_sharp_s);
    return result.empty() ? std::string(text) : result;
}

}  // namespace wortfeld::text

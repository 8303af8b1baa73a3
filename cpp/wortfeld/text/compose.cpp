#include "wortfeld/text/compose.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cassert>
#include <cstdint>

namespace wortfeld::text {

std::string composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* composing = icu::Normalizer2::getNFCInstance(status);
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    const icu::StringPiece source(text.data(), static_cast<std::int32_t>(text.size()));
    composing->normalizeUTF8(0, source, sink, nullptr, status);
    assert(U_SUCCESS(status));
    return result;
}

}  // namespace wortfeld::text

#include "wortfeld/text/script.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace wortfeld::text {

bool is_unspaced_script(char32_t code_point) noexcept {
    // Below Thai, the first of these scripts, there is none of them.
    constexpr char32_t first = 0x0E00;
    if (code_point < first) return false;
    auto error = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(code_point), &error)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
            return true;
        default:
            return false;
    }
}

bool is_upper_case(char32_t code_point) noexcept {
    return u_isUUppercase(static_cast<UChar32>(code_point)) != 0;
}

bool is_letter(char32_t code_point) noexcept {
    return u_isalpha(static_cast<UChar32>(code_point)) != 0;
}

}  // namespace wortfeld::text

#include "wortfeld/text/version.hpp"

#include "wortfeld/text/word_data.hpp"

#include <unicode/uversion.h>

#include <array>
#include <cstdint>
#include <string>

namespace wortfeld::text {

std::string_view unicode_version() noexcept {
    return word_data::unicode;
}

std::string_view icu_version() noexcept {
    static const auto text = [] {
        std::array<std::uint8_t, U_MAX_VERSION_LENGTH> version{};
        u_getVersion(version.data());
        std::array<char, U_MAX_VERSION_STRING_LENGTH> digits{};
        u_versionToString(version.data(), digits.data());
        return std::string(digits.data());
    }();
    return text;
}

}  // namespace wortfeld::text

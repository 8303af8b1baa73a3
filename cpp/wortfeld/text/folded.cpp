#include "wortfeld/text/folded.hpp"

#include "wortfeld/text/fold.hpp"

namespace wortfeld::text {
namespace {

constexpr unsigned char latin_lead = 0xC3;  // U+00C0 to U+00FF
constexpr unsigned char last_capital = 0x9E;
constexpr unsigned char times_sign = 0x97;

constexpr unsigned char lower_ascii(unsigned char byte) noexcept {
    return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte | 0x20U) : byte;
}

/// The second byte of a character from À to ÿ, as a small letter; ß stays.
constexpr unsigned char lower_latin(unsigned char byte) noexcept {
    const bool capital = byte <= last_capital && byte != times_sign;
    return capital ? static_cast<unsigned char>(byte | 0x20U) : byte;
}

}  // namespace

// The buffer is written before it is read.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
Folded::Folded(std::string_view text) : is_short_(fold_short(text)) {
    if (!is_short_) long_ = fold(text);
}

bool Folded::fold_short(std::string_view text) noexcept {
    if (text.size() > longest_short) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            short_[i] = static_cast<char>(lower_ascii(byte));
            continue;
        }
        if (byte != latin_lead || i + 1 == text.size()) return false;
        short_[i] = text[i];
        ++i;
        short_[i] = static_cast<char>(lower_latin(static_cast<unsigned char>(text[i])));
    }
    size_ = text.size();
    return true;
}

}  // namespace wortfeld::text

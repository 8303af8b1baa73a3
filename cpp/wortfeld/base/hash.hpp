// Fast hashes of bytes: for tables, and for fingerprints against mix-ups, not against forgery.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace wortfeld {

/// Both halves of the product of two 64-bit numbers, folded into one.
inline std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) noexcept {
    __extension__ using Wide = unsigned __int128;
    const auto product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// The eight bytes from there on, lowest first.
inline std::uint64_t load_eight(const char* bytes) noexcept {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

/// Odd numbers with as many ones as zeros; each holds a byte 0xFF, which no UTF-8 text has, so that
/// no text can cancel one and make a product zero.
inline constexpr std::uint64_t hash_salt = 0xC96AFF31A5C3587BULL;
inline constexpr std::uint64_t other_hash_salt = 0x93D2B8FF4E1D6A65ULL;

/// Two states that bytes are mixed into, sixteen at a time.
struct HashSalts {
    std::uint64_t first = hash_salt;
    std::uint64_t second = other_hash_salt;
};

/// Mixes at least 16 bytes into `state`; the last 16 may overlap those before them.
inline std::uint64_t hash_long(std::string_view bytes,
                               std::uint64_t state,
                               HashSalts salts) noexcept {
    const auto* at = bytes.data();
    const auto* const last = bytes.data() + bytes.size() - 16;
    for (; at < last; at += 16) {
        state =
            fold_product(load_eight(at) ^ salts.first, load_eight(at + 8) ^ salts.second ^ state);
    }
    return fold_product(load_eight(last) ^ salts.first ^ state,
                        load_eight(last + 8) ^ salts.second);
}

/// Mixes any bytes and their number into `state`: the same on every machine, in every version.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t state) noexcept;

/// Sixteen hexadecimal digits, as users see fingerprints.
std::string fingerprint_digits(std::uint64_t fingerprint);

}  // namespace wortfeld

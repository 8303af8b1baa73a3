#include "wortfeld/base/hash.hpp"

#include <array>
#include <cstdio>

namespace wortfeld {

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t state) noexcept {
    constexpr std::size_t least = 16;
    state = fold_product(state ^ hash_salt, bytes.size() ^ other_hash_salt);
    if (bytes.size() >= least) return hash_long(bytes, state, {});
    std::array<char, least> padded{};
    if (!bytes.empty()) std::memcpy(padded.data(), bytes.data(), bytes.size());
    return hash_long({padded.data(), padded.size()}, state, {});
}

std::string fingerprint_digits(std::uint64_t fingerprint) {
    std::array<char, 17> digits{};
    std::snprintf(
        digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(fingerprint));
    return digits.data();
}

}  // namespace wortfeld

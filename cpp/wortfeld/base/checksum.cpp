#include "wortfeld/base/checksum.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstring>

namespace wortfeld {
namespace {

// The five primes and the constants below are those of the specification.
constexpr std::uint64_t prime_1 = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t prime_2 = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t prime_3 = 0x165667B19E3779F9ULL;
constexpr std::uint64_t prime_4 = 0x85EBCA77C2B2AE63ULL;
constexpr std::uint64_t prime_5 = 0x27D4EB2F165667C5ULL;

/// Four lanes of eight bytes each.
constexpr std::size_t stripe = 32;

template <std::unsigned_integral Integer>
Integer read_at(std::span<const std::byte> bytes, std::size_t offset) noexcept {
    Integer value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

constexpr std::uint64_t round(std::uint64_t lane, std::uint64_t input) noexcept {
    return std::rotl(lane + input * prime_2, 31) * prime_1;
}

std::uint64_t joined_lanes(std::span<const std::byte> bytes) noexcept {
    std::array<std::uint64_t, 4> lanes{prime_1 + prime_2, prime_2, 0, 0 - prime_1};
    for (std::size_t offset = 0; offset + stripe <= bytes.size(); offset += stripe) {
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            lanes[i] = round(lanes[i], read_at<std::uint64_t>(bytes, offset + 8 * i));
        }
    }
    auto hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) +
                std::rotl(lanes[3], 18);
    for (const auto lane : lanes) hash = (hash ^ round(0, lane)) * prime_1 + prime_4;
    return hash;
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes) noexcept {
    auto hash = bytes.size() >= stripe ? joined_lanes(bytes) : prime_5;
    hash += bytes.size();
    auto rest = bytes.subspan(bytes.size() - bytes.size() % stripe);
    for (; rest.size() >= 8; rest = rest.subspan(8)) {
        hash ^= round(0, read_at<std::uint64_t>(rest, 0));
        hash = std::rotl(hash, 27) * prime_1 + prime_4;
    }
    if (rest.size() >= 4) {
        hash ^= read_at<std::uint32_t>(rest, 0) * prime_1;
        hash = std::rotl(hash, 23) * prime_2 + prime_3;
        rest = rest.subspan(4);
    }
    for (const auto byte : rest) {
        hash = std::rotl(hash ^ (std::to_integer<std::uint64_t>(byte) * prime_5), 11) * prime_1;
    }
    hash = (hash ^ (hash >> 33)) * prime_2;
    hash = (hash ^ (hash >> 29)) * prime_3;
    return hash ^ (hash >> 32);
}

}  // namespace wortfeld

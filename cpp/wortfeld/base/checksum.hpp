// A checksum against damage, not against forgery.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace wortfeld {

/// XXH64 with seed 0 of these bytes: the algorithm of Yann Collet, written from its specification
/// (xxHash fast digest algorithm, doc/xxhash_spec.md of github.com/Cyan4973/xxHash, version 0.2.0).
std::uint64_t checksum(std::span<const std::byte> bytes) noexcept;

}  // namespace wortfeld

// Numbers out of buffers of other programs, which need not be aligned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace wortfeld {

/// The value at a place of a buffer that holds values of this type side by side.
template <typename Value>
[[nodiscard]] Value load(const void* buffer, std::size_t at) noexcept {
    Value value;
    std::memcpy(&value, static_cast<const char*>(buffer) + at * sizeof(Value), sizeof(Value));
    return value;
}

/// The same for integers of 1, 2, 4 or 8 bytes.
[[nodiscard]] inline std::int64_t load_signed(const void* buffer,
                                              std::size_t at,
                                              std::size_t width) noexcept {
    switch (width) {
        case 1:
            return load<std::int8_t>(buffer, at);
        case 2:
            return load<std::int16_t>(buffer, at);
        case 4:
            return load<std::int32_t>(buffer, at);
        default:
            return load<std::int64_t>(buffer, at);
    }
}

[[nodiscard]] inline std::uint64_t load_unsigned(const void* buffer,
                                                 std::size_t at,
                                                 std::size_t width) noexcept {
    switch (width) {
        case 1:
            return load<std::uint8_t>(buffer, at);
        case 2:
            return load<std::uint16_t>(buffer, at);
        case 4:
            return load<std::uint32_t>(buffer, at);
        default:
            return load<std::uint64_t>(buffer, at);
    }
}

}  // namespace wortfeld

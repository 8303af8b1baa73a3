// What stands in 64 bytes of text, as bitmaps.
//
// Only for the sources of the instruction sets. Everything is a template of their `Vector`, which
// no other source has: code made for one processor can never be linked in where another is meant.
// For the same reason nothing of the standard library that has code is used.
#pragma once

#include <cstddef>
#include <cstdint>

namespace wortfeld::text {

using Bits = std::uint64_t;

/// Bit i is byte i; a character of several bytes counts at its first, which may be the last of the
/// 64. A lone character is a token by itself, unless it stands where it joins.
template <class Vector>
struct WordBitmaps {
    Bits letter = 0;       ///< letters of one byte
    Bits letter_pair = 0;  ///< letters of two
    Bits digit = 0;
    Bits connector = 0;   ///< _
    Bits at = 0;          ///< @ joins as a letter does but makes no word
    Bits mid = 0;         ///< . and ' join letters, and digits
    Bits mid_number = 0;  ///< , and ; join digits
    Bits mid_triple = 0;  ///< ’ and ‘ join as . does
    Bits lone = 0;        ///< of one byte, and so on
    Bits lone_symbol = 0;
    Bits lone_pair = 0;
    Bits lone_pair_symbol = 0;
    Bits lone_pair_number = 0;
    Bits lone_triple = 0;
    Bits lone_triple_symbol = 0;
    Bits foreign = 0;  ///< only the automaton knows what to do
};

/// 64 bytes in as many vectors as that takes.
template <class Vector>
class Block {
  public:
    static constexpr std::size_t count = 64 / Vector::size;

    explicit Block(const char* bytes) {
        for (std::size_t i = 0; i < count; ++i) parts_[i] = Vector::load(bytes + i * Vector::size);
    }
    template <class Function>
    Block map(Function function) const {
        auto result = *this;
        for (auto& part : result.parts_) part = function(part);
        return result;
    }

    Bits has(std::uint8_t flags) const {
        return bits([&](Vector part) { return part.has(flags); });
    }
    Bits equal(std::uint8_t byte) const {
        return bits([&](Vector part) { return part.equal(byte); });
    }
    Bits between(std::uint8_t first, std::uint8_t last) const {
        return bits([&](Vector part) { return part.between(first, last); });
    }
    Bits high() const {
        return bits([](Vector part) { return part.high(); });
    }

  private:
    template <class Function>
    Bits bits(Function function) const {
        Bits all = 0;
        for (std::size_t i = 0; i < count; ++i) {
            all |= Bits{function(parts_[i])} << (i * Vector::size);
        }
        return all;
    }

    Vector parts_[count];
};

}  // namespace wortfeld::text

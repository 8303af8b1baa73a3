// From 64 bytes of text a step to tokens. Read word_bitmaps.hpp first, also for why everything here
// is a template of `Vector`; docs/decisions/0011-words-by-bitmaps.md has the idea.
#pragma once

#include "wortfeld/text/word_classifier.hpp"
#include "wortfeld/text/word_joiner.hpp"
#include "wortfeld/text/word_scan.hpp"

namespace wortfeld::text {

/// Scans one text. Instruction sets instantiate it with their vectors.
template <class Vector>
class WordKernel {
  public:
    WordKernel(const char* text, std::size_t size, Token* tokens)
        : text_(text), size_(size), tokens_(tokens) {}

    ScanResult scan(std::size_t begin) {
        position_ = begin;
        // The next block is read as well, and two bytes behind it.
        constexpr std::size_t reach = 2 * 64 + 2;
        auto goes_on = true;
        if (size_ - begin >= reach) {
            now_ = Classifier::classify(text_ + begin);
            while (goes_on && size_ - position_ >= reach) {
                goes_on = step(Classifier::classify(text_ + position_ + 64));
            }
        }
        if (goes_on) scan_end();
        return {.position = reached(), .token_count = count_, .is_blocked = is_blocked_};
    }

  private:
    using Classifier = WordClassifier<Vector>;

    /// Where the tokens that are written end.
    [[nodiscard]] std::size_t reached() const {
        if (is_open_) return begin_;
        return position_ < size_ ? position_ : size_;
    }

    /// What is left is copied, with spaces behind it, which end everything.
    void scan_end() {
        constexpr std::size_t longest = 2 * 64 + 2;
        char copy[longest + 2 * 64 + 2];
        __builtin_memset(copy, ' ', sizeof copy);
        const auto left = size_ - position_;
        __builtin_memcpy(copy, text_ + position_, left);
        now_ = Classifier::classify(copy);
        auto goes_on = true;
        for (std::size_t at = 0; goes_on && at <= left; at += 64) {
            goes_on = step(Classifier::classify(copy + at + 64));
        }
    }

    /// Writes the tokens that end in the present block; whether to go on.
    bool step(const WordBitmaps<Vector>& next) {
        auto borders = joiner_.join(now_, next);
        if (borders.foreign != 0) [[unlikely]] {
            return stop_before(static_cast<unsigned>(__builtin_ctzll(borders.foreign)), borders);
        }
        write(borders);
        is_open_ = borders.is_open;
        position_ += 64;
        now_ = next;
        // There must be room for all tokens of a block.
        return count_ + 64 <= scan_capacity;
    }

    /// Writes what is decided; whether to go on, which it does not.
    bool stop_before(unsigned foreign, WordBorders<Vector> borders) {
        const auto before = (Bits{1} << foreign) - 1;
        borders.begins &= before;
        borders.ends &= before;
        const auto begun = __builtin_popcountll(borders.begins) + static_cast<int>(is_open_);
        write(borders);
        is_open_ = begun > __builtin_popcountll(borders.ends);
        position_ += foreign;
        is_blocked_ = true;
        return false;
    }

    void write(const WordBorders<Vector>& borders) {
        const auto base = static_cast<std::uint32_t>(position_);
        auto begins = borders.begins;
        const auto next_begin = [&] {
            // Where none is left the bit in front is, and nobody asks.
            const auto at = __builtin_ctzll(begins | Bits{1} << 63U);
            begins &= begins - 1;
            return base + static_cast<std::uint32_t>(at);
        };
        auto begin = is_open_ ? begin_ : next_begin();
        auto* token = tokens_ + count_;
        for (auto ends = borders.ends; ends != 0; ends &= ends - 1) {
            const auto at = static_cast<std::uint32_t>(__builtin_ctzll(ends));
            const auto kind = (borders.kind_high >> at & 1U) << 1U | (borders.kind_low >> at & 1U);
            *token++ = {.span = {.begin = begin, .end = base + at},
                        .kind = static_cast<TokenKind>(kind)};
            begin = next_begin();
        }
        count_ = static_cast<std::size_t>(token - tokens_);
        begin_ = begin;
    }

    const char* text_;
    std::size_t size_;
    Token* tokens_;
    std::size_t count_ = 0;
    std::size_t position_ = 0;  ///< of the present block
    std::uint32_t begin_ = 0;   ///< of the token that is open
    bool is_open_ = false;
    bool is_blocked_ = false;
    WordJoiner<Vector> joiner_;
    WordBitmaps<Vector> now_;
};

}  // namespace wortfeld::text

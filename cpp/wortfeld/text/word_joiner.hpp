// From bitmaps to where tokens begin and end; read word_bitmaps.hpp first.
#pragma once

#include "wortfeld/text/word_bitmaps.hpp"

namespace wortfeld::text {

/// Where tokens begin and end among 64 bytes.
template <class Vector>
struct WordBorders {
    Bits begins = 0;
    Bits ends = 0;  ///< the first byte behind a token
    // The kind of the token that ends there, its two bits.
    Bits kind_low = 0;
    Bits kind_high = 0;
    Bits foreign = 0;      ///< from the first of these on nothing is decided
    bool is_open = false;  ///< a token goes on behind the 64 bytes
};

/// Joins what the rules join. Remembers what reaches from one block into the next.
template <class Vector>
class WordJoiner {
  public:
    using Bitmaps = WordBitmaps<Vector>;
    using Borders = WordBorders<Vector>;

    Borders join(const Bitmaps& now, const Bitmaps& next) {
        const auto letter = now.letter | now.letter_pair | shifted(now.letter_pair, 1, letter_);
        const auto joined = letter | now.at;
        const auto first = now.letter | now.letter_pair | now.at;
        const auto next_first = next.letter | next.letter_pair | next.at;
        const auto between_letters = [&](int size) {
            return (joined << 1U | before_letter_) & later(first, next_first, size);
        };
        const auto between_digits = [&](int size) {
            return (now.digit << 1U | before_digit_) & later(now.digit, next.digit, size);
        };
        const auto mid =
            (now.mid & between_letters(1)) | ((now.mid | now.mid_number) & between_digits(1));
        const auto triple = now.mid_triple & (between_letters(3) | between_digits(3));
        const auto run = joined | now.digit | now.connector | mid | triple |
                         shifted(triple, 1, triple_second_) | shifted(triple, 2, triple_third_);
        before_letter_ = joined >> 63U;
        before_digit_ = now.digit >> 63U;

        Borders borders;
        add_runs(run, letter, now.digit, borders);
        add_lone(now, mid, triple, borders);
        // What joins or not by a character that nothing is known of is unknown itself.
        borders.foreign = now.foreign |
                          ((now.mid | now.mid_number) & later(now.foreign, next.foreign, 1)) |
                          (now.mid_triple & later(now.foreign, next.foreign, 3));
        borders.is_open = (run >> 63U | lone_end_) != 0;
        return borders;
    }

  private:
    /// Bits moved up, with what came over from the block before; keeps what goes over.
    static Bits shifted(Bits bits, unsigned by, Bits& over) {
        const auto result = bits << by | over;
        over = bits >> (64 - by);
        return result;
    }
    /// Bits moved down, the bits of the next block behind them.
    static Bits later(Bits bits, Bits next, int by) {
        return bits >> static_cast<unsigned>(by) | next << static_cast<unsigned>(64 - by);
    }

    /// Whether a run has one of some of its bytes, told where it ends: the sum of both carries out
    /// of the run exactly then. `over` is the carry of a run that reaches into the next block.
    static Bits has_any(Bits run, Bits some, Bits& over) {
        Bits sum = 0;
        const auto first = __builtin_add_overflow(run, some, &sum);
        const auto second = __builtin_add_overflow(sum, over, &sum);
        over = static_cast<Bits>(first || second);
        return sum;
    }

    void add_runs(Bits run, Bits letter, Bits digit, Borders& borders) {
        const auto previous = run << 1U | run_;
        const auto ends = previous & ~run;
        const auto words = ends & has_any(run, letter, has_letter_);
        const auto numbers = ends & has_any(run, digit, has_digit_) & ~words;
        run_ = run >> 63U;
        borders.begins = run & ~previous;
        borders.ends = ends;
        borders.kind_low = numbers;
        borders.kind_high = ends & ~words & ~numbers;
    }

    void add_lone(const Bitmaps& now, Bits mid, Bits triple, Borders& borders) {
        const auto one = now.lone & ~mid;
        const auto three = now.lone_triple & ~triple;
        borders.begins |= one | now.lone_pair | three;
        const auto ends = one << 1U | now.lone_pair << 2U | three << 3U | lone_end_;
        const auto numbers = now.lone_pair_number << 2U | lone_number_;
        const auto symbols = now.lone_symbol << 1U | now.lone_pair_symbol << 2U |
                             now.lone_triple_symbol << 3U | lone_symbol_;
        lone_end_ = one >> 63U | now.lone_pair >> 62U | three >> 61U;
        lone_number_ = now.lone_pair_number >> 62U;
        lone_symbol_ =
            now.lone_symbol >> 63U | now.lone_pair_symbol >> 62U | now.lone_triple_symbol >> 61U;
        borders.ends |= ends;
        borders.kind_low |= numbers | symbols;
        borders.kind_high |= ends & ~numbers;
    }

    // What reaches over from the block before.
    Bits letter_ = 0;
    Bits triple_second_ = 0;
    Bits triple_third_ = 0;
    Bits before_letter_ = 0;
    Bits before_digit_ = 0;
    Bits run_ = 0;
    Bits has_letter_ = 0;
    Bits has_digit_ = 0;
    Bits lone_end_ = 0;
    Bits lone_number_ = 0;
    Bits lone_symbol_ = 0;
};

}  // namespace wortfeld::text

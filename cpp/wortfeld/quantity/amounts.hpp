// Amounts: numbers in digits and words with their magnitudes, fractions and ranges.
#pragma once

#include "wortfeld/quantity/line.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace wortfeld::quantity {

enum class AmountForm : std::uint8_t {
    digits,    ///< 42, 1,03, 9 Billionen
    foreign,   ///< 3.5: an amount only with a magnitude or a unit
    word,      ///< drei, zweihundert Millionen
    article,   ///< ein: an amount only with a magnitude, fraction or unit
    fraction,  ///< ein Drittel
    vague,     ///< mehrere hundert, Millionen
    generic    ///< Billionen- in a compound: a magnitude without numeral
};

/// What was read from the tokens [begin, end).
struct Amount {
    std::size_t begin = 0;
    std::size_t end = 0;
    AmountForm form = AmountForm::digits;
    Decimal value = {};                ///< the lower bound of a range; of a fraction the numerator
    std::optional<Decimal> high = {};  ///< the upper bound of a range
    std::uint32_t denominator = 1;
    Decimal coefficient = {};    ///< the value before its magnitudes
    Decimal scale = Decimal(1);  ///< what the magnitudes multiply by
    bool scaled = false;         ///< has a magnitude
    bool is_range = false;
    bool by_dash = false;      ///< a range with a dash for "bis"
    bool spaced_dash = false;  ///< and spaces around it
    bool is_slashed = false;   ///< a fraction in digits: 1/3
    ByteSpan unit = {};        ///< of the unit in the token of the digits, or empty: the km of 5km
};

/// Multiplies by the magnitudes that follow; false where the product has too many digits.
bool apply_scales(const Line& line, Amount& amount);
/// "ein Drittel", "two-thirds", "1/3", "three quarters of a million": true where the amount, which
/// is the numerator alone, has become a fraction.
bool apply_fraction(const Line& line, Amount& amount);
/// "½", "2⅓": adds the fraction of one character that stands at the end.
void add_vulgar_fraction(const Line& line, Amount& amount);
/// The "demi" of "deux millions et demi": a half that is added to what stands before.
bool adds_half(const Line& line, std::size_t position);
/// "2 1/2", "two and a half": adds the fraction behind an integer.
void add_fraction(const Line& line, Amount& amount);
/// "a million and a half": the part is one of the magnitude before it, or of one that follows.
void add_magnitude_fraction(const Line& line, Amount& amount);
/// "mehrere hundert Millionen", "Hunderttausende", "dreistelliger Millionenbetrag": bounds only.
std::optional<Amount> read_vague_amount(const Line& line, std::size_t begin);

using MaybeAmount = std::optional<Amount>;

/// The amount that starts at a position, the longest one.
std::optional<Amount> read_amount(const Line& line, std::size_t begin);
/// Whether decimals without an integer begin with the mark at a position: .5
bool starts_bare_decimals(const Line& line, std::size_t mark);
/// A magnitude as the first part of a hyphen compound: the Billionen of Billionen-Dollar-Firma.
std::optional<Amount> read_generic(const Line& line, std::size_t begin);

/// Like read_amount, with a second bound behind "bis" or a dash, or "und" after "zwischen".
std::optional<Amount> read_range(const Line& line, std::size_t begin);
/// The range from one amount to the other, the magnitude of the second distributed to the first
/// where that is meant: 100 bis 300 Millionen, but 500.000 bis 2 Millionen.
std::optional<Amount> joined_range(Amount low, const Amount& high);
/// Whether the amount is how much something moves, "rose $2 to $70", and begins no range.
bool is_move(const Line& line, std::size_t begin);
/// The position behind the words or marks that join `low`, which ends at `end`, to an upper
/// bound; `end` itself if there are none.
std::size_t after_range_joint(const Line& line, std::size_t begin, std::size_t end);

}  // namespace wortfeld::quantity

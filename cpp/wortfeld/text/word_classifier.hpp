// From 64 bytes of text to bitmaps; read word_bitmaps.hpp first.
#pragma once

#include "wortfeld/text/word_bitmaps.hpp"

namespace wortfeld::text {

/// Tables by half a byte: a byte has those flags that both its halves have.
template <class Vector>
struct ByteTables {
    // Flags of the first pair of tables …
    static constexpr std::uint8_t letter = 3;  // 1: A to O, 2: P to Z
    static constexpr std::uint8_t digit = 4;
    static constexpr std::uint8_t connector = 8;
    static constexpr std::uint8_t mid = 16;
    static constexpr std::uint8_t mid_number = 96;  // 32: the comma, 64: the semicolon
    // … and of the second; the highest is white space in both.
    static constexpr std::uint8_t symbol = 127;
    static constexpr std::uint8_t low[16] = {0x86, 7, 7, 7, 7, 7, 7, 23, 7, 7, 3, 65, 33, 1, 17, 9};
    static constexpr std::uint8_t high[16] = {0, 0, 0xB0, 0x44, 1, 10, 1, 2};
    static constexpr std::uint8_t symbol_low[16] = {0x70,
                                                    0x60,
                                                    0x60,
                                                    0x60,
                                                    0x61,
                                                    0x60,
                                                    0x60,
                                                    0x60,  // 0 to 7
                                                    0x60,
                                                    0xC0,
                                                    0xC0,
                                                    0xC1,
                                                    0xCA,
                                                    0xC2,
                                                    0x66,
                                                    0x68};
    static constexpr std::uint8_t symbol_high[16] = {0xA0, 0x40, 1, 2, 0, 4, 16, 12};
    // The second byte of a character from U+00A0 to U+00AF and from U+00B0 to U+00BF.
    static constexpr std::uint8_t pair_letter = 1;
    static constexpr std::uint8_t pair_mark = 2;
    static constexpr std::uint8_t pair_symbol = 4;
    static constexpr std::uint8_t pair_number = 8;
    static constexpr std::uint8_t pair_foreign = 16;  // · and the soft hyphen
    static constexpr std::uint8_t pair_a[16] = {0, 2, 4, 4, 4, 4, 4, 2, 4, 4, 1, 2, 4, 16, 4, 4};
    static constexpr std::uint8_t pair_b[16] = {4, 4, 8, 8, 4, 1, 2, 16, 4, 8, 1, 2, 8, 8, 8, 2};
};

/// Fills the bitmaps of 64 bytes; the two bytes behind them are read as well.
template <class Vector>
class WordClassifier {
  public:
    using Bitmaps = WordBitmaps<Vector>;

    static Bitmaps classify(const char* bytes) {
        const Block<Vector> text(bytes);
        Bitmaps found;
        const auto high = text.high();
        add_ascii(text, ~high, found);
        if (high != 0) add_others(text, bytes, found);
        return found;
    }

  private:
    using Tables = ByteTables<Vector>;

    static void add_ascii(const Block<Vector>& text, Bits ascii, Bitmaps& found) {
        const auto by_halves = [&](const std::uint8_t* low, const std::uint8_t* high) {
            const auto low_table = Vector::repeat(low);
            const auto high_table = Vector::repeat(high);
            return text.map([&](Vector part) {
                return low_table.at(part).both(high_table.at(part.high_halves()));
            });
        };
        const auto first = by_halves(Tables::low, Tables::high);
        const auto second = by_halves(Tables::symbol_low, Tables::symbol_high);
        found.letter = first.has(Tables::letter);
        found.digit = first.has(Tables::digit);
        found.connector = first.has(Tables::connector);
        found.mid = first.has(Tables::mid);
        found.mid_number = first.has(Tables::mid_number);
        found.at = text.equal('@');
        const auto white = first.high() | second.high();
        found.lone = ascii & ~(found.letter | found.digit | found.connector | found.at | white);
        found.lone_symbol = second.has(Tables::symbol);
    }

    static void add_others(const Block<Vector>& text, const char* bytes, Bitmaps& found) {
        const Block<Vector> second(bytes + 1);
        // é … ÿ without × and ÷; Latin to U+02BF; Cyrillic to U+047F.
        const auto lead_c3 = text.equal(0xC3);
        const auto signs = lead_c3 != 0 ? lead_c3 & (second.equal(0x97) | second.equal(0xB7)) : 0;
        // A cut-off sequence is not known: what the bitmaps call a character never overlaps
        // another.
        const auto followed = second.between(0x80, 0xBF);
        found.letter_pair =
            followed & ((lead_c3 & ~signs) | text.between(0xC4, 0xCA) | text.between(0xD0, 0xD1));
        found.lone_pair = signs;
        found.lone_pair_symbol = signs;
        auto known = found.letter_pair | signs;
        if (const auto lead = text.equal(0xC2); lead != 0) known |= add_c2(lead, second, found);
        if (const auto lead = text.equal(0xE2); lead != 0) {
            known |= add_e2(lead, second, Block<Vector>(bytes + 2), found);
        }
        if (const auto lead = text.between(0xCE, 0xCF); lead != 0) {
            known |= add_greek(text.equal(0xCE), lead & followed, second, found);
        }
        found.foreign = text.between(0xC0, 0xFF) & ~known;
    }

    /// U+00A0 to U+00BF.
    static Bits add_c2(Bits lead, const Block<Vector>& second, Bitmaps& found) {
        const auto table_a = Vector::repeat(Tables::pair_a);
        const auto table_b = Vector::repeat(Tables::pair_b);
        const auto of_row = [&](const Vector& table) {
            return second.map([&](Vector part) { return table.at(part.low_halves()); });
        };
        const auto row_a = of_row(table_a);
        const auto row_b = of_row(table_b);
        const auto in_a = lead & second.between(0xA0, 0xAF);
        const auto in_b = lead & second.between(0xB0, 0xBF);
        const auto all = [&](std::uint8_t flags) {
            return (in_a & row_a.has(flags)) | (in_b & row_b.has(flags));
        };
        const auto symbols = all(Tables::pair_symbol);
        const auto numbers = all(Tables::pair_number);
        found.letter_pair |= all(Tables::pair_letter);
        found.lone_pair |= symbols | numbers | all(Tables::pair_mark);
        found.lone_pair_symbol |= symbols;
        found.lone_pair_number |= numbers;
        return (in_a | in_b) & ~all(Tables::pair_foreign);
    }

    /// Dashes, quotation marks and other marks from U+2010 to U+203E, and the euro sign.
    static Bits add_e2(Bits lead,
                       const Block<Vector>& second,
                       const Block<Vector>& third,
                       Bitmaps& found) {
        const auto page = lead & second.equal(0x80);
        found.mid_triple = page & third.between(0x98, 0x99);
        const auto marks = page & (third.between(0x90, 0xA3) | third.between(0xA5, 0xA6) |
                                   third.between(0xB0, 0xBE));
        found.lone_triple_symbol = lead & second.equal(0x82) & third.equal(0xAC);
        found.lone_triple = marks | found.lone_triple_symbol;
        return found.lone_triple;
    }

    /// Greek letters from U+0391 on.
    static Bits add_greek(Bits lead_ce, Bits lead, const Block<Vector>& second, Bitmaps& found) {
        const auto first_half = lead & lead_ce & second.between(0x91, 0xBF) & ~second.equal(0xA2);
        const auto second_half = (lead & ~lead_ce) & ~second.equal(0xB6);
        found.letter_pair |= first_half | second_half;
        return first_half | second_half;
    }
};

}  // namespace wortfeld::text

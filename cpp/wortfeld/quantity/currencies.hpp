// Names, symbols and codes of currencies in a line.
#pragma once

#include "wortfeld/quantity/line.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace wortfeld::quantity {

struct Currency {
    std::size_t end = 0;    ///< behind its last token
    std::string_view unit;  ///< ISO 4217; empty for a name that several countries share (Krone)
    Decimal factor;         ///< of the unit: a cent is 0.01
    bool assumed = false;   ///< a bare name such as Dollar, read as the commonest currency
    bool is_part = false;   ///< a cent, a rappen
    bool is_name = false;   ///< written out, not a symbol or code
    bool is_noun = false;   ///< a name that is an ordinary noun too: eine Krone, ein Rand
};

/// The currency whose name, symbol or code starts at a position: € EUR US-Dollar "kanadische
/// Dollar".
std::optional<Currency> read_currency(const Line& line, std::size_t position);
/// The currency of the code in one token with digits: USD115, 115USD.
std::optional<Currency> read_glued_currency(const Line& line, std::size_t position);
/// A name written before an amount, as on price lists: "Euro 5,50".
std::optional<Currency> read_name_before(const Line& line, std::size_t position);
/// A symbol or code that can stand before an amount: € $ US$ EUR.
std::optional<Currency> read_currency_before(const Line& line, std::size_t position);

/// Whether a part of a currency, "Cent", may be one of the currency of that code.
bool may_be_part_of(const Sense& part, std::string_view unit);

}  // namespace wortfeld::quantity

// Sums of money: an amount with the currency behind it.
#pragma once

#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/currencies.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// An amount and its currency, which end together.
struct Sum {
    Amount amount;
    Currency currency;
    std::size_t end = 0;
    bool compound = false;  ///< a hyphen stands between them
};

/// Whether an amount in digits starts at a position: 5, 5km, .5
bool is_in_digits(const Line& line, std::size_t position);
/// Behind the ",-" that stands for no cents: 1.000,- Euro.
std::size_t after_closing_dash(const Line& line, std::size_t end);
/// Whether an amount is written as a price is: 5,50, 12.–, 3 Mio.
bool is_price(const Line& line, const Amount& amount);
/// Whether the sign or code of a currency between two numbers is of the second one: its digits
/// touch it, or they are written as a price is and the first number is not, or that is a year.
/// "in 2024 $5 million", "Position 5 EUR 3,00", but "5 $ 3 Stück".
bool is_of_number_behind(const Line& line, std::size_t position);
/// The amount with the currency that stands behind it, unless that counts or weighs something.
std::optional<Sum> with_currency_behind(const Line& line, const Amount& amount);

}  // namespace wortfeld::quantity

// What word boundaries are compared with, and the strings they are compared on.
#pragma once

#include "wortfeld/text/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::text::checks {

/// Whether the ICU that runs has the version whose rules ours agree with.
bool icu_has_our_rules();

/// The tokens that ICU finds in a whole text, by its own rules and its own character properties.
std::vector<Token> words_of_icu(std::string_view text);

/// Where two lists differ first, for a reader; empty if they are equal.
std::string difference(std::string_view text,
                       const std::vector<Token>& found,
                       const std::vector<Token>& expected);

/// The first difference of any vector scan from the automaton; empty if there is none.
std::string difference_between_scanners(std::string_view text);

/// Characters that vector scans know; those that join stand more than once.
std::u32string_view plain_alphabet();
/// Characters of every class and every length.
std::u32string_view nasty_alphabet();

/// Random strings of stretches of up to `longest` characters of either alphabet, some with long
/// words between; the same seed gives the same strings.
class NastyStrings {
  public:
    NastyStrings(std::uint64_t seed, std::size_t longest);
    const std::string& next();

  private:
    std::uint64_t random() noexcept;
    void add(std::size_t characters);

    std::uint64_t state_;
    std::size_t longest_;
    std::string text_;
};

/// The three strings in which every character is tried: alone between letters, behind a full stop
/// between digits, and at the ends of a block of 64 bytes.
std::vector<std::string> positions_of(char32_t character);

}  // namespace wortfeld::text::checks

// What the endings of words say of them, by rows of the language data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wortfeld::quantity {

/// What an ending says: the value of its row.
enum class Ending : std::uint8_t {
    about,        ///< Mietvertrag: "über 5 Euro" behind it says what it is for
    adjective,    ///< technische
    among,        ///< Umfrage: "unter 500 Menschen" behind it says who was asked
    having,       ///< verfügt: "über 5 Häuser" behind it says what somebody has
    holiday,      ///< Ostern
    infinitive,   ///< bestehen: a number behind it at the end of a sentence is a mark
    label,        ///< Sicherheitsstufe: a number behind it is its own
    participle,   ///< genannten
    plural,       ///< Menschen: what a number can stand before
    singular,     ///< bus
    street,       ///< Hauptstraße: a number behind it is that of a house
    street_short  ///< Bahnhofstr.
};
/// The ending of a value of the data file, or nothing.
std::optional<Ending> ending_named(std::string_view value) noexcept;

/// Endings of words, quick to compare with.
class Endings {
  public:
    /// Refers to the bytes of the ending.
    void add(Ending ending, std::string_view bytes);
    /// Whether the word ends as some ending that says so.
    [[nodiscard]] bool match(std::string_view word, Ending ending) const noexcept;

  private:
    struct Known {
        Ending ending;
        std::string_view bytes;
    };
    static constexpr std::size_t byte_count = 256;

    std::array<std::vector<Known>, byte_count> by_last_byte_;
};

}  // namespace wortfeld::quantity

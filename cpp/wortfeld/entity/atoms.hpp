// Names and words cut into atoms: at spaces, hyphens, apostrophes and changes of script.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/text/token.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// What stands between two atoms. A hyphen, spaces and a spaced hyphen are the same to a name.
enum class Gap : std::uint8_t { none, apostrophe, open };

/// The smallest part of a word that a name can consist of.
struct Atom {
    ByteSpan span;           ///< within the name or word
    Gap before = Gap::none;  ///< what separates it from the atom before it; none for the first
};

/// The atoms of many names, cut in one go. To be reused: it keeps its memory.
///
/// A name is cut into the words of the library's rules, and a word at apostrophes and wherever a
/// script begins or ends that is written without spaces: each character of such a script is an atom
/// of its own, since words are not told apart there. A letter beside a digit is no boundary
/// (`H100`). Hyphens separate atoms, dashes and other marks are atoms themselves.
class AtomList {
  public:
    void clear();
    /// Adds a name, of which there must be less than 2^31 bytes altogether.
    void add(std::string_view name);
    /// Cuts all that were added.
    void split();

    [[nodiscard]] std::size_t size() const noexcept { return name_ends_.size(); }
    [[nodiscard]] std::string_view name(std::size_t number) const;
    [[nodiscard]] std::span<const Atom> atoms(std::size_t number) const;
    /// Whether a name is more than punctuation.
    [[nodiscard]] bool has_word(std::size_t number) const { return has_word_[number] != 0; }

  private:
    void split_word(ByteSpan span, std::uint32_t name_begin, Gap before);
    void split_simple(std::string_view name);
    /// Cuts a name that begins at that byte of the text of other names, at its tokens.
    void split_other(std::string_view name, std::uint32_t begin, std::size_t& token);
    void end_name(bool has_word);

    std::string text_;  ///< of all names
    std::vector<std::uint32_t> name_ends_;
    std::vector<std::uint8_t> is_simple_;  ///< of each name
    std::string other_text_;               ///< names that are not simple, each and a line feed
    std::vector<text::Token> tokens_;      ///< of the other text
    std::vector<Atom> atoms_;
    std::vector<std::size_t> atom_ends_;  ///< of each name
    std::vector<std::uint8_t> has_word_;  ///< of each name
};

/// What joins the parts of a compound: the hyphen of ASCII, the hyphen, the one without a break.
inline constexpr std::array<std::string_view, 3> hyphens{"-", "\xE2\x80\x90", "\xE2\x80\x91"};

/// Hyphens join the words of a name; dashes do not.
bool is_hyphen(std::string_view token) noexcept;

/// Whether two texts with the same atoms are written with the same letters, composed or not,
/// whatever stands between their atoms.
bool has_letters_of(std::string_view a, std::string_view b);

}  // namespace wortfeld::entity

// Words cut at the places where a name may begin or end: apostrophes and changes of script.
#pragma once

#include "wortfeld/base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// What stands between two atoms. A hyphen, spaces and a spaced hyphen are the same to a name.
enum class Gap : std::uint8_t { none, apostrophe, open };

/// The smallest part of a word that a name can consist of.
struct Atom {
    ByteSpan span;           ///< within the word
    Gap before = Gap::none;  ///< what separates it from the atom before it in the same word
};

/// The atoms of one token, in order. A letter beside a digit is no boundary (`H100`); each
/// character of a script written without spaces is an atom of its own, since words are not told
/// apart there.
std::vector<Atom> atoms_of(std::string_view word);

}  // namespace wortfeld::entity

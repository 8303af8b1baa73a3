// Which of the places that spell a name or an amount become mentions: the choices a user has.
#pragma once

#include <cstdint>
#include <string_view>

namespace wortfeld::entity {

/// What stays of spans that overlap. Each is a total order, so the result has no chance in it.
enum class Resolve : std::uint8_t {
    leftmost_longest,  ///< the first, of those the longest, then names, then the gazetteer's order
    longest,           ///< the longest in bytes, then the first
    priority,          ///< names before quantities, in the order of the gazetteer's rows
    all                ///< leftmost-longest; whatever overlaps it stays, too, one level down
};

/// What becomes of a span that can be several entities.
enum class OnAmbiguous : std::uint8_t {
    best,  ///< the one with most evidence in the document, then the first of the gazetteer
    all,   ///< each is a mention
    skip   ///< none, unless one has more evidence than every other
};

/// When an alias that needs a full form counts.
enum class ShortForms : std::uint8_t {
    document,  ///< where a full form of its entity stands in the document
    always
};

/// Which names within longer words count.
enum class Compounds : std::uint8_t {
    hyphenated,  ///< beside a hyphen: `NVIDIA-Chips`
    closed,      ///< these and the parts of closed compounds: `Googlechef`
    none
};

struct Policies {
    Resolve resolve = Resolve::leftmost_longest;
    OnAmbiguous on_ambiguous = OnAmbiguous::best;
    ShortForms short_forms = ShortForms::document;
    Compounds compounds = Compounds::hyphenated;
    bool umlauts = false;  ///< in German ae, oe, ue and umlauts are the same
    bool nested = false;   ///< keep what lies within a mention, one level down
};

/// The value of that name; `Error{bad_argument}` lists the names for any other.
Resolve resolve_named(std::string_view name);
OnAmbiguous on_ambiguous_named(std::string_view name);
ShortForms short_forms_named(std::string_view name);
Compounds compounds_named(std::string_view name);

}  // namespace wortfeld::entity

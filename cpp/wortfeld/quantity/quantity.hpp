// Money, percentages, numbers and dates in running text, with their readings.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/token.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::quantity {

enum class QuantityKind : std::uint8_t { money, percent, number, date };

/// How the words around an amount limit it; a closed list, see the contract.
enum class Modifier : std::uint8_t {
    none,
    approximately,
    slightly_more,
    slightly_less,
    more_than,
    less_than,
    at_least,
    at_most,
    since,
    until,
    start,
    middle,
    end,
    vague,
    generic,
    negated
};

std::string_view name_of(QuantityKind kind) noexcept;
std::string_view name_of(Modifier modifier) noexcept;  ///< empty for none
/// The modifier of that name (empty: none), or nothing.
std::optional<Modifier> modifier_named(std::string_view name) noexcept;

/// One quantity as written and as read. Fields that have no meaning for its kind stay empty.
struct Quantity {
    ByteSpan span;  ///< as written, without approximators, prepositions, articles
    QuantityKind kind = QuantityKind::number;
    Modifier modifier = Modifier::none;
    std::optional<double> value;       ///< the amount, or the lower bound of a range
    std::optional<double> value_high;  ///< the upper bound of a range
    std::string value_text;            ///< exact decimal, "lower..upper" for a range, or empty
    std::string unit;                  ///< ISO 4217, "percent", "percentage_point", counted thing
    std::optional<std::int32_t> date_first;  ///< days since 1970-01-01, inclusive
    std::optional<std::int32_t> date_last;
    std::string timex;  ///< TIMEX3 value, or empty
    /// Other readings of a date that has several (3/10/2026), as TIMEX3 values joined by " | ".
    std::string alternatives;
    std::string reading;  ///< normalised: "USD 100000000000", "31 %", "2026-03-10", or empty
    std::string rule;     ///< "<language>.<rule id>"; the id stands in the language data file
    bool complete_date = false;  ///< a date with day, month and year written out
};

class TermLexemes;

/// What a recogniser sees of one document. The tokens of a sentence lie in one text.
struct Passage {
    std::string_view text;
    std::span<const text::Token> tokens;
    std::span<const text::Sentence> sentences;  ///< in order; what no sentence holds is not read
    const text::Language& language;
    std::optional<std::int32_t> reference_date;  ///< what "today" is for the document
    std::span<const TermId> terms = {};          ///< of the tokens, where `lexemes` is given
    const TermLexemes* lexemes = nullptr;        ///< of the terms in that language, or null: faster
};

struct RecogniserOptions {
    bool quantities = true;  ///< money, percent, number
    bool dates = true;
};

/// The quantities of a document in order of their start; they never overlap. What is not asked for
/// is still read, so that a year is no number. A language without rows for quantities has none.
/// Takes time in proportion to the tokens; the words of the languages of `text::language` are
/// prepared once, those of any other language at each call. Thread-safe.
std::vector<Quantity> recognise(const Passage& passage, RecogniserOptions options);

/// The quantities of a document and the day that its relative dates refer to.
struct DatedQuantities {
    std::vector<Quantity> quantities;
    std::optional<std::int32_t> reference_date;
};

/// The same for a passage without a reference date: without any other hint a text speaks from the
/// first full date in it. What needs no reference date is read once.
DatedQuantities recognise_from_first_date(const Passage& passage, RecogniserOptions options);

}  // namespace wortfeld::quantity

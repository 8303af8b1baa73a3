#include "wortfeld/text/word_rules.hpp"

#include <array>
#include <optional>

namespace wortfeld::text {
namespace {

/// What the automaton remembers of the segment so far.
enum class State : std::uint8_t {
    stop,  ///< no state: the next character begins another segment
    start,
    plain,  ///< only marks and joiners join
    carriage_return,
    line_end,
    space,
    letter,
    hebrew,
    number,
    katakana,
    marked_katakana,  ///< behind a mark it meets no ideograph
    connector,
    ideograph,
    hangul,
    regional,      ///< the first half of a flag
    hebrew_quote,  ///< a Hebrew letter and ', which belongs to it
    // From here on nothing is decided: what comes next says whether the mark before it joined.
    letter_mid,
    hebrew_double_quote,
    number_mid
};
constexpr std::size_t state_count = 19;

constexpr bool is_undecided(State state) noexcept {
    return state >= State::letter_mid;
}

using Row = std::array<State, word_class_count>;

constexpr State& at(Row& row, WordClass word_class) {
    return row[static_cast<std::size_t>(word_class)];
}

/// The row of a state behind which only what WB4 ignores joins; `marked` is the state after that.
constexpr Row row_of(State marked) {
    Row row{};
    at(row, WordClass::extend) = marked;
    at(row, WordClass::format) = marked;
    at(row, WordClass::zero_width_joiner) = marked;
    return row;
}

constexpr Row first_characters() {
    Row row{};
    for (auto& state : row) state = State::plain;
    at(row, WordClass::carriage_return) = State::carriage_return;
    at(row, WordClass::line_feed) = State::line_end;
    at(row, WordClass::newline) = State::line_end;
    at(row, WordClass::space) = State::space;
    at(row, WordClass::letter) = State::letter;
    at(row, WordClass::hebrew_letter) = State::hebrew;
    at(row, WordClass::number) = State::number;
    at(row, WordClass::katakana) = State::katakana;
    at(row, WordClass::connector) = State::connector;
    at(row, WordClass::ideograph) = State::ideograph;
    at(row, WordClass::hangul) = State::hangul;
    at(row, WordClass::regional_indicator) = State::regional;
    return row;
}

/// Letters, digits and connectors join each other: WB5, WB8 to WB10, WB13a, WB13b.
constexpr Row joins_letters(State same) {
    auto row = row_of(same);
    at(row, WordClass::letter) = State::letter;
    at(row, WordClass::hebrew_letter) = State::hebrew;
    at(row, WordClass::number) = State::number;
    at(row, WordClass::connector) = State::connector;
    return row;
}

/// WB6 and WB7: a mark between letters.
constexpr Row after_letter(State same) {
    auto row = joins_letters(same);
    at(row, WordClass::mid_letter) = State::letter_mid;
    at(row, WordClass::mid_number_letter) = State::letter_mid;
    at(row, WordClass::single_quote) = State::letter_mid;
    return row;
}

/// WB6, WB7, WB7a to WB7c.
constexpr Row after_hebrew() {
    auto row = after_letter(State::hebrew);
    at(row, WordClass::single_quote) = State::hebrew_quote;
    at(row, WordClass::double_quote) = State::hebrew_double_quote;
    return row;
}

/// WB8 to WB12 and WB13a.
constexpr Row after_number() {
    auto row = joins_letters(State::number);
    at(row, WordClass::mid_number) = State::number_mid;
    at(row, WordClass::mid_number_letter) = State::number_mid;
    at(row, WordClass::single_quote) = State::number_mid;
    return row;
}

constexpr Row after_connector() {
    auto row = joins_letters(State::connector);
    at(row, WordClass::katakana) = State::katakana;
    return row;
}

constexpr Row after_katakana() {
    auto row = row_of(State::marked_katakana);
    at(row, WordClass::katakana) = State::katakana;
    at(row, WordClass::connector) = State::connector;
    return row;
}

/// A row of marks and joiners and one class more, or two.
constexpr Row with(
    Row row, WordClass word_class, State state, WordClass second, State second_state) {
    at(row, word_class) = state;
    at(row, second) = second_state;
    return row;
}
constexpr Row with(Row row, WordClass word_class, State state) {
    at(row, word_class) = state;
    return row;
}

using Table = std::array<Row, state_count>;

constexpr Table transitions() {
    using enum WordClass;
    Table table{};
    const auto set = [&](State state, const Row& row) {
        table[static_cast<std::size_t>(state)] = row;
    };
    const auto letters_only = [](State same) {
        return with(row_of(same), letter, State::letter, hebrew_letter, State::hebrew);
    };
    const auto kana_kanji = [](Row row) {
        return with(row, ideograph, State::ideograph, katakana, State::katakana);
    };
    set(State::start, first_characters());
    set(State::plain, row_of(State::plain));
    set(State::carriage_return, with({}, line_feed, State::line_end));
    set(State::space, with(row_of(State::plain), space, State::space));
    set(State::letter, after_letter(State::letter));
    set(State::hebrew, after_hebrew());
    set(State::number, after_number());
    set(State::katakana, kana_kanji(after_katakana()));
    set(State::marked_katakana, after_katakana());
    set(State::connector, after_connector());
    set(State::ideograph, kana_kanji(row_of(State::plain)));
    set(State::hangul, with(row_of(State::plain), hangul, State::hangul));
    set(State::regional, with(row_of(State::regional), regional_indicator, State::plain));
    set(State::hebrew_quote, letters_only(State::hebrew_quote));
    set(State::letter_mid, letters_only(State::letter_mid));
    set(State::hebrew_double_quote,
        with(row_of(State::hebrew_double_quote), hebrew_letter, State::hebrew));
    set(State::number_mid, with(row_of(State::number_mid), number, State::number));
    return table;
}

constexpr Table table = transitions();

State after(State state, WordClass word_class) noexcept {
    return table[static_cast<std::size_t>(state)][static_cast<std::size_t>(word_class)];
}

/// The code point of a sequence of `length` bytes that are all there, or nothing if it is ill
/// formed.
std::optional<char32_t> decoded(std::string_view text,
                                std::size_t position,
                                std::size_t length) noexcept {
    constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    auto value =
        static_cast<char32_t>(static_cast<unsigned char>(text[position]) & (0x7FU >> length));
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[position + i]);
        if ((byte & 0xC0U) != 0x80U) return std::nullopt;
        value = (value << 6U) | (byte & 0x3FU);
    }
    const auto is_surrogate = value >= 0xD800 && value < 0xE000;
    if (value < least[length] || value > 0x10FFFF || is_surrogate) return std::nullopt;
    return value;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& position) noexcept {
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead < 0x80) {
        ++position;
        return lead;
    }
    // A lead byte says how many follow: C2-DF one, E0-EF two, F0-F4 three.
    const auto length =
        2U + static_cast<unsigned>(lead >= 0xE0) + static_cast<unsigned>(lead >= 0xF0);
    std::optional<char32_t> value;
    if (lead >= 0xC2 && length <= text.size() - position) value = decoded(text, position, length);
    position += value ? length : 1;
    return value.value_or(U'\uFFFD');
}

Segment next_segment(std::string_view text, std::size_t begin) noexcept {
    Segment decided;
    auto state = State::start;
    auto is_joined = false;  // the last character was a zero width joiner
    CharacterFlags flags = 0;
    for (auto position = begin; position < text.size();) {
        const auto properties = word_properties(next_character(text, position));
        auto next = after(state, properties.word_class);
        // WB3c: a joiner takes the emoji behind it, whatever stood before the joiner.
        if (next == State::stop && is_joined && !is_undecided(state) &&
            (properties.flags & character_pictographic) != 0) {
            next = after(State::start, properties.word_class);
        }
        if (next == State::stop) break;
        const auto is_first = state == State::start;
        state = next;
        is_joined = properties.word_class == WordClass::zero_width_joiner;
        flags |= properties.flags;
        if (is_undecided(state)) continue;
        decided = {.end = position, .flags = flags, .is_one_character = is_first};
    }
    return decided;
}

}  // namespace wortfeld::text

// The categories of the language data that quantities are read with.
#pragma once

#include <cstdint>
#include <string_view>

namespace wortfeld::quantity {

/// The categories of the language data file that this layer reads; the file explains their values.
enum class Category : std::uint8_t {
    number,
    number_part,
    number_joint,
    number_format,
    article,
    half,
    both,
    fraction,
    whole_fraction,
    vulgar_fraction,
    magnitude,
    magnitude_short,
    magnitude_plural,
    vague,
    sign,
    range_to,
    range_between,
    conjunction,
    alternative,
    dash,
    currency,
    currency_part,
    currency_country,
    currency_code,
    currency_symbol,
    percent,
    percent_suffix,
    times_suffix,
    modifier,
    modifier_free,
    modifier_date,
    modifier_duration,
    modifier_after,
    filler,
    label,
    unit,
    clock,
    place_cue,
    month,
    month_short,
    weekday,
    day_cue,
    time_unit,
    duration_suffix,
    deictic,
    year_noun,
    part,
    part_noun,
    genitive,
    ordinal,
    span_noun,
    span_code,
    season,
    decade,
    century,
    era,
    day_word,
    later,
    reference,
    future,
    past,
    year_cue,
    copula,
    clause_start,
    sentence_start,
    word_form,
    change,
    fraction_of,
    ratio,
    plural,
    weight_cue,
    digit_places,
    magnitude_noun,
    determiner,
    ending,
    how_often,
    decimal_word,
    length_cue,
    street_noun,
    leading_mark,
    recurring,
    elision,
    pointed_noun,
    inside,
    share,
};
std::string_view name_of(Category category) noexcept;

/// A set of categories: one bit each.
__extension__ using CategorySet = unsigned __int128;
constexpr CategorySet bit(Category category) noexcept {
    return CategorySet{1} << static_cast<unsigned>(category);
}
inline constexpr auto last_category = Category::share;
static_assert(static_cast<unsigned>(last_category) < 8 * sizeof(CategorySet));

}  // namespace wortfeld::quantity

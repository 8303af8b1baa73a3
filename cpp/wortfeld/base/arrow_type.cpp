#include "wortfeld/base/arrow_type.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace wortfeld {
namespace {

using Named = std::pair<std::string_view, std::string_view>;

struct Simple {
    std::string_view format;
    std::string_view name;
    ArrowType type;
};

constexpr std::int64_t milliseconds_per_day = 86'400'000;

/// Every format without parameters that a column can hold.
constexpr std::array<Simple, 18> simple_types = {{
    {"n", "null", {.kind = ArrowKind::null}},
    {"b", "bool", {.kind = ArrowKind::boolean}},
    {"c", "int8", {.kind = ArrowKind::signed_integer, .width = 1}},
    {"C", "uint8", {.kind = ArrowKind::unsigned_integer, .width = 1}},
    {"s", "int16", {.kind = ArrowKind::signed_integer, .width = 2}},
    {"S", "uint16", {.kind = ArrowKind::unsigned_integer, .width = 2}},
    {"i", "int32", {.kind = ArrowKind::signed_integer, .width = 4}},
    {"I", "uint32", {.kind = ArrowKind::unsigned_integer, .width = 4}},
    {"l", "int64", {.kind = ArrowKind::signed_integer, .width = 8}},
    {"L", "uint64", {.kind = ArrowKind::unsigned_integer, .width = 8}},
    {"e", "float16", {.kind = ArrowKind::floating, .width = 2}},
    {"f", "float32", {.kind = ArrowKind::floating, .width = 4}},
    {"g", "float64", {.kind = ArrowKind::floating, .width = 8}},
    {"u", "utf8", {.kind = ArrowKind::text, .width = 4}},
    {"U", "large_utf8", {.kind = ArrowKind::text, .width = 8}},
    {"vu", "utf8_view", {.kind = ArrowKind::text_view}},
    {"tdD", "date32", {.kind = ArrowKind::date, .width = 4, .per_day = 1}},
    {"tdm", "date64", {.kind = ArrowKind::date, .width = 8, .per_day = milliseconds_per_day}},
}};

/// The beginnings of other formats; the first that fits names the type.
constexpr std::array<Named, 17> other_names = {{
    {"z", "binary"},
    {"Z", "large_binary"},
    {"vz", "binary_view"},
    {"w:", "fixed_size_binary"},
    {"d:", "decimal"},
    {"ts", "timestamp"},
    {"tt", "time of day"},
    {"tD", "duration"},
    {"ti", "interval"},
    {"+l", "list"},
    {"+L", "large_list"},
    {"+vl", "list_view"},
    {"+w", "fixed_size_list"},
    {"+s", "struct"},
    {"+m", "map"},
    {"+u", "union"},
    {"+r", "run_end_encoded"},
}};

const Simple* find_simple(std::string_view format) {
    const auto* const found = std::ranges::find(simple_types, format, &Simple::format);
    return found == simple_types.end() ? nullptr : found;
}

std::string name_of(std::string_view format) {
    if (const auto* simple = find_simple(format)) return std::string(simple->name);
    for (const auto& [beginning, name] : other_names) {
        if (format.starts_with(beginning)) return std::string(name);
    }
    return "unknown (format '" + std::string(format) + "')";
}

/// The whole of a text as a number, and nothing behind it.
std::optional<int> whole_number(std::string_view digits) {
    int number = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [last, fault] = std::from_chars(digits.data(), end, number);
    if (fault != std::errc() || last != end) return std::nullopt;
    return number;
}

/// `precision,scale` or `precision,scale,bits`.
ArrowType decimal_type(std::string_view parameters) {
    constexpr int default_bits = 128;
    constexpr int largest_scale = 1000;
    const auto precision_end = std::min(parameters.find(','), parameters.size() - 1);
    const auto rest = parameters.substr(precision_end + 1);
    const auto scale_end = std::min(rest.find(','), rest.size());
    const auto scale = whole_number(rest.substr(0, scale_end));
    const auto bits = scale_end == rest.size() ? std::optional(default_bits)
                                               : whole_number(rest.substr(scale_end + 1));
    const auto is_known = bits == 32 || bits == 64 || bits == 128 || bits == 256;
    if (!is_known || !scale || *scale > largest_scale || *scale < -largest_scale) return {};
    constexpr int bits_per_byte = 8;
    return {.kind = ArrowKind::decimal,
            .width = static_cast<std::size_t>(*bits / bits_per_byte),
            .scale = *scale};
}

/// The unit and behind a colon the time zone, which may be empty.
ArrowType timestamp_type(std::string_view parameters) {
    constexpr std::array<std::pair<char, std::int64_t>, 4> units = {
        {{'s', 1}, {'m', 1'000}, {'u', 1'000'000}, {'n', 1'000'000'000}}};
    if (parameters.size() < 2 || parameters[1] != ':') return {};
    for (const auto& [unit, per_second] : units) {
        if (unit == parameters[0]) {
            return {.kind = ArrowKind::timestamp,
                    .width = sizeof(std::int64_t),
                    .per_second = per_second,
                    .has_zone = parameters.size() > 2};
        }
    }
    return {};
}

std::string_view way_out(const ArrowField& field) {
    const std::string_view name = field.type_name;
    if (name.find("binary") != std::string_view::npos) return "decode it to text";
    if (name == "duration") return "cast it to integers";
    if (name == "time of day" || name == "interval") return "cast it to text";
    if (name == "struct") return "take its fields apart";
    return "cast it to text, numbers, bool, dates or timestamps";
}

std::string_view text_or_empty(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace

ArrowType arrow_type(const char* format) {
    const auto text = text_or_empty(format);
    if (const auto* simple = find_simple(text)) return simple->type;
    if (text.size() > 2 && text.starts_with("d:")) return decimal_type(text.substr(2));
    if (text.starts_with("ts")) return timestamp_type(text.substr(2));
    return {};
}

ArrowField arrow_field(const ArrowSchema& schema) {
    ArrowField field{.name = std::string(text_or_empty(schema.name)),
                     .type = arrow_type(schema.format),
                     .type_name = name_of(text_or_empty(schema.format))};
    if (utf8::first_fault(field.name)) {
        throw Error(ErrorKind::bad_input,
                    "a column of the Arrow data has a name that is not UTF-8; rename it");
    }
    if (schema.dictionary == nullptr) return field;
    auto values = ArrowField{.name = field.name + " (its dictionary)",
                             .type = arrow_type(schema.dictionary->format),
                             .type_name = name_of(text_or_empty(schema.dictionary->format))};
    field.index = field.type;
    field.type_name = "dictionary of " + values.type_name;
    const auto is_index = field.index->kind == ArrowKind::signed_integer ||
                          field.index->kind == ArrowKind::unsigned_integer;
    const auto is_flat = schema.dictionary->dictionary == nullptr;
    field.type = is_index && is_flat ? values.type : ArrowType{};
    field.values = std::make_shared<const ArrowField>(std::move(values));
    return field;
}

ColumnType column_type(const ArrowField& field) {
    switch (field.type.kind) {
        case ArrowKind::null:
        case ArrowKind::text:
        case ArrowKind::text_view:
            return ColumnType::text;
        case ArrowKind::boolean:
            return ColumnType::boolean;
        case ArrowKind::signed_integer:
        case ArrowKind::unsigned_integer:
            return ColumnType::int64;
        case ArrowKind::floating:
        case ArrowKind::decimal:
            return ColumnType::float64;
        case ArrowKind::date:
            return ColumnType::date;
        case ArrowKind::timestamp:
            return ColumnType::datetime;
        case ArrowKind::unsupported:
            break;
    }
    throw Error(ErrorKind::bad_argument,
                "column '" + field.name + "' is of the Arrow type " + field.type_name +
                    ", which cannot be read; " + std::string(way_out(field)) + " or leave it out",
                {.source = field.name});
}

}  // namespace wortfeld

// What the format strings of the Arrow C data interface say about a column, in our terms.
#pragma once

#include "wortfeld/base/arrow.hpp"
#include "wortfeld/base/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace wortfeld {

/// How the values of a column lie in memory.
enum class ArrowKind : std::uint8_t {
    null,
    boolean,
    signed_integer,
    unsigned_integer,
    floating,
    decimal,
    text,
    text_view,
    date,
    timestamp,
    unsupported
};

struct ArrowType {
    ArrowKind kind = ArrowKind::unsupported;
    std::size_t width = 0;        ///< bytes of a value; of an offset for `text`
    std::int64_t per_day = 0;     ///< date: 1 or the milliseconds of a day
    std::int64_t per_second = 0;  ///< timestamp: its ticks
    bool has_zone = false;        ///< timestamp: counted from midnight in UTC, not on a local clock
    int scale = 0;                ///< decimal: digits behind the point
};

/// A column as its producer declares it.
struct ArrowField {
    std::string name;
    ArrowType type;  ///< of the values, for a dictionary of those in it
    std::optional<ArrowType> index = std::nullopt;  ///< of the indices into a dictionary
    std::shared_ptr<const ArrowField> values = {};  ///< the values of a dictionary as a column
    std::string type_name;                          ///< for messages: `large_utf8`, `list`
};

/// The type of a format string; `unsupported` for nested types and all that is not known.
[[nodiscard]] ArrowType arrow_type(const char* format);

/// A field of a schema, its dictionary looked into. `Error{bad_input}` for a name that is not
/// UTF-8.
[[nodiscard]] ArrowField arrow_field(const ArrowSchema& schema);

/// The type of column that holds such values. `Error{bad_argument}` with the way out if none does.
[[nodiscard]] ColumnType column_type(const ArrowField& field);

}  // namespace wortfeld

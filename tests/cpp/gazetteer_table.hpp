// The columns of a gazetteer's rows, for tests that make some.
#pragma once

#include "wortfeld/base/table_writer.hpp"

namespace wortfeld::testing {

/// Texts entity, kind, alias, id, case, needs, excludes, language, role; the number of the row.
inline TableWriter gazetteer_table() {
    using enum ColumnType;
    return TableWriter({{"entity", text},
                        {"kind", text},
                        {"alias", text},
                        {"id", text},
                        {"case", text},
                        {"needs", text},
                        {"excludes", text},
                        {"language", text},
                        {"role", text},
                        {"row", int64}});
}

}  // namespace wortfeld::testing

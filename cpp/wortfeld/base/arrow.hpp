// The Arrow C data and stream interface: how other programs take columns without a copy.
//
// Written from the specification: https://arrow.apache.org/docs/format/CDataInterface.html and
// CStreamInterface.html. The layout of the three structs is fixed there.
#pragma once

#include "wortfeld/base/columns.hpp"

#include <cstdint>

namespace wortfeld {

struct ArrowSchema {
    const char* format = nullptr;
    const char* name = nullptr;
    const char* metadata = nullptr;
    std::int64_t flags = 0;
    std::int64_t n_children = 0;
    ArrowSchema** children = nullptr;
    ArrowSchema* dictionary = nullptr;
    void (*release)(ArrowSchema*) = nullptr;
    void* private_data = nullptr;
};

struct ArrowArray {
    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::int64_t offset = 0;
    std::int64_t n_buffers = 0;
    std::int64_t n_children = 0;
    const void** buffers = nullptr;
    ArrowArray** children = nullptr;
    ArrowArray* dictionary = nullptr;
    void (*release)(ArrowArray*) = nullptr;
    void* private_data = nullptr;
};

struct ArrowArrayStream {
    int (*get_schema)(ArrowArrayStream*, ArrowSchema* out) = nullptr;
    int (*get_next)(ArrowArrayStream*, ArrowArray* out) = nullptr;
    const char* (*get_last_error)(ArrowArrayStream*) = nullptr;
    void (*release)(ArrowArrayStream*) = nullptr;
    void* private_data = nullptr;
};

/// A struct type with one nullable field per column: int64 `l`, float64 `g`, boolean `b`,
/// large text `U`, date in days `tdD`, datetime in microseconds without a zone `tsu:`. The type
/// never depends on whether nulls are there.
void export_schema(const Columns& columns, ArrowSchema& out);

/// All rows as one struct array. Every child holds its own reference to the data and may be moved
/// out and outlive its parent; any thread may release it.
void export_array(const Columns& columns, ArrowArray& out);

/// A stream of that schema with all rows in one batch.
void export_stream(const Columns& columns, ArrowArrayStream& out);

}  // namespace wortfeld

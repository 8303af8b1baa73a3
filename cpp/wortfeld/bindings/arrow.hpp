// Arrow data on its way into and out of the core: capsules of the Arrow PyCapsule interface.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/arrow_import.hpp"
#include "wortfeld/base/columns.hpp"

namespace wortfeld::bindings {

/// Capsules `arrow_schema` and `arrow_array_stream`; one that is never used cleans up after itself.
[[nodiscard]] py::capsule arrow_schema(const Columns& columns);
[[nodiscard]] py::capsule arrow_stream(const Columns& columns);

/// Takes over what an object with `__arrow_c_stream__` or `__arrow_c_array__` exports. TypeError
/// for another object; what the object raises arrives unchanged.
[[nodiscard]] ArrowStream arrow_stream_from(const py::object& source, ArrowRowNumbers numbers);

}  // namespace wortfeld::bindings

// Arrow data on its way out of the core: capsules of the Arrow PyCapsule interface.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/columns.hpp"

namespace wortfeld::bindings {

/// Capsules `arrow_schema` and `arrow_array_stream`; one that is never used cleans up after itself.
[[nodiscard]] py::capsule arrow_schema(const Columns& columns);
[[nodiscard]] py::capsule arrow_stream(const Columns& columns);

}  // namespace wortfeld::bindings

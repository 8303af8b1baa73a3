// The door for errors: what the core throws becomes a Python exception of `wortfeld.errors`.
#pragma once

#include "wortfeld/bindings/python.hpp"

namespace wortfeld::bindings {

/// Registers the one translator of this module: `Error` by its kind, lack of memory, and everything
/// unforeseen as "internal error, please report".
void register_errors();

}  // namespace wortfeld::bindings

// A gazetteer as Python holds it.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/entity/gazetteer_file.hpp"

namespace wortfeld::bindings {

/// `_core.Gazetteer`: compiled, immutable, shared by the mentions that it found. One that was not
/// opened has no stored rows.
struct SharedGazetteer : entity::StoredGazetteer {};

}  // namespace wortfeld::bindings

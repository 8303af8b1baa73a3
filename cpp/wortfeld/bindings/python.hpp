// The only way to Python's and pybind11's headers. Every binding file includes it first.
#pragma once

#include <pybind11/native_enum.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace wortfeld::bindings {

namespace py = pybind11;
using py::literals::operator""_a;

}  // namespace wortfeld::bindings

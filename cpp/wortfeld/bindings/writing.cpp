#include "wortfeld/bindings/writing.hpp"

#include <cstring>
#include <string>

namespace wortfeld::bindings {

void require_written(const Written& written) {
    if (written.error == 0) return;
    const auto message = std::string(std::strerror(written.error)) + "; the file takes " +
                         std::to_string(written.size) + " bytes";
    const auto arguments = py::make_tuple(written.error, message);
    PyErr_SetObject(PyExc_OSError, arguments.ptr());
    throw py::error_already_set();
}

}  // namespace wortfeld::bindings

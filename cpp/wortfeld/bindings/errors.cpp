#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/errors.hpp"

#include "wortfeld/base/error.hpp"

#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>

namespace wortfeld::bindings {
namespace {

/// Messages quote input, which may be ill-formed UTF-8; an error about it must still arrive.
py::str shown(std::string_view text) {
    auto* decoded = PyUnicode_DecodeUTF8(
        text.data(), static_cast<py::ssize_t>(text.size()), "backslashreplace");
    if (decoded == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::str>(decoded);
}

/// The place of an error as keyword arguments; what is not known is left out.
py::dict place(const ErrorDetails& details) {
    py::dict fields;
    if (!details.source.empty()) fields["source"] = shown(details.source);
    if (details.line) fields["line"] = *details.line;
    if (details.byte_offset) fields["byte_offset"] = *details.byte_offset;
    return fields;
}

py::dict suggestions(const ErrorDetails& details) {
    py::list names;
    for (const auto& name : details.suggestions) names.append(shown(name));
    py::dict fields;
    fields["suggestions"] = py::tuple(names);
    return fields;
}

void set_error(const char* name, std::string_view message, const py::dict& fields) {
    const auto type = py::module_::import("wortfeld.errors").attr(name);
    PyErr_SetObject(type.ptr(), type(shown(message), **fields).ptr());
}

void set_error(const Error& error) {
    const auto& details = error.details();
    switch (error.kind()) {
        case ErrorKind::bad_argument:
            return set_error("BadArgument", error.message(), {});
        case ErrorKind::unknown_name:
            return set_error("UnknownName", error.message(), suggestions(details));
        case ErrorKind::bad_input:
            return set_error("BadInput", error.message(), place(details));
        case ErrorKind::bad_file:
            return set_error("BadFile", error.message(), place(details));
        case ErrorKind::memory_limit:
            return set_error("MemoryLimit", error.message(), {});
        case ErrorKind::cancelled:
            return PyErr_SetNone(PyExc_KeyboardInterrupt);
    }
}

void set_internal_error(const char* what) {
    const auto message = "internal error, please report: " + std::string(what);
    PyErr_SetObject(PyExc_RuntimeError, shown(message).ptr());
}

/// Python exceptions (`py::builtin_exception`) pass on to pybind11's own translator.
void translate(std::exception_ptr thrown) {
    try {
        std::rethrow_exception(std::move(thrown));
    } catch (const py::builtin_exception&) {
        throw;
    } catch (const Error& error) {
        set_error(error);
    } catch (const std::bad_alloc&) {
        set_error("MemoryLimit",
                  "not enough memory; use fewer texts, a smaller context or a higher min_count",
                  {});
    } catch (const std::exception& error) {
        set_internal_error(error.what());
    } catch (...) {
        set_internal_error("unknown exception");
    }
}

}  // namespace

void register_errors() {
    py::register_local_exception_translator(&translate);
}

}  // namespace wortfeld::bindings

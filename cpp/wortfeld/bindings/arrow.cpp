#include "wortfeld/bindings/arrow.hpp"

#include "wortfeld/base/arrow.hpp"

#include <memory>
#include <tuple>
#include <utility>

namespace wortfeld::bindings {
namespace {

template <typename Struct>
py::capsule capsule(std::unique_ptr<Struct> exported, const char* name) {
    const py::capsule made(exported.get(), name, [](PyObject* dropped) {
        const auto* type = PyCapsule_GetName(dropped);
        const std::unique_ptr<Struct> owned(
            static_cast<Struct*>(PyCapsule_GetPointer(dropped, type)));
        if (owned->release != nullptr) owned->release(owned.get());
    });
    std::ignore = exported.release();
    return made;
}

/// The struct in a capsule; what stays behind counts as released.
template <typename Struct>
ArrowOwned<Struct> take_over(const py::handle& capsule, const char* name) {
    auto* exported = PyCapsule_GetPointer(capsule.ptr(), name);
    if (exported == nullptr) throw py::error_already_set();
    return ArrowOwned<Struct>(*static_cast<Struct*>(exported));
}

}  // namespace

py::capsule arrow_schema(const Columns& columns) {
    auto exported = std::make_unique<ArrowSchema>();
    export_schema(columns, *exported);
    return capsule(std::move(exported), "arrow_schema");
}

py::capsule arrow_stream(const Columns& columns) {
    auto exported = std::make_unique<ArrowArrayStream>();
    export_stream(columns, *exported);
    return capsule(std::move(exported), "arrow_array_stream");
}

ArrowStream arrow_stream_from(const py::object& source, ArrowRowNumbers numbers) {
    if (py::hasattr(source, "__arrow_c_stream__")) {
        const py::object capsule = source.attr("__arrow_c_stream__")();
        return ArrowStream(take_over<ArrowArrayStream>(capsule, "arrow_array_stream"), numbers);
    }
    if (!py::hasattr(source, "__arrow_c_array__")) throw py::type_error("exports no Arrow data");
    const auto capsules = py::tuple(source.attr("__arrow_c_array__")());
    if (capsules.size() != 2) throw py::type_error("__arrow_c_array__ gives two capsules");
    auto schema = take_over<ArrowSchema>(capsules[0], "arrow_schema");
    return {std::move(schema), take_over<ArrowArray>(capsules[1], "arrow_array"), numbers};
}

}  // namespace wortfeld::bindings

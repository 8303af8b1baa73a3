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

}  // namespace wortfeld::bindings

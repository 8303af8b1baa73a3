// The extension module `wortfeld._core`, a table of contents: one line an area, in the order of the
// layers, because a type must be bound before a function of another area can mention it.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/bindings/errors.hpp"

namespace wortfeld::bindings {

void bind_base(py::module_& module);
void bind_columns(py::module_& module);
void bind_stats(py::module_& module);
void bind_text(py::module_& module);
void bind_builder(py::module_& module);
void bind_corpus(py::module_& module);
void bind_profile(py::module_& module);
void bind_arrow(py::module_& module);
void bind_file(py::module_& module);
void bind_layers(py::module_& module);
void bind_entity(py::module_& module);
void bind_gazetteer(py::module_& module);
void bind_mentions(py::module_& module);
void bind_names(py::module_& module);
void bind_network(py::module_& module);

}  // namespace wortfeld::bindings

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
    namespace bindings = wortfeld::bindings;
    module.doc() = "The compiled core of wortfeld. Private: use the functions of wortfeld.";
    module.attr("__version__") = WORTFELD_VERSION;
    bindings::register_errors();
    bindings::bind_base(module);
    bindings::bind_columns(module);
    bindings::bind_stats(module);
    bindings::bind_text(module);
    bindings::bind_corpus(module);
    bindings::bind_profile(module);
    bindings::bind_builder(module);
    bindings::bind_arrow(module);
    bindings::bind_file(module);
    bindings::bind_layers(module);
    bindings::bind_gazetteer(module);
    bindings::bind_entity(module);
    bindings::bind_mentions(module);
    bindings::bind_names(module);
    bindings::bind_network(module);
}

#include "wortfeld/corpus/layer.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <string>

namespace wortfeld::corpus {

std::size_t layer_number(std::string_view name) {
    const auto found = std::find(layer_names.begin(), layer_names.end(), name);
    if (found == layer_names.end()) {
        throw Error(ErrorKind::bad_argument,
                    "layer must be 'surface' or 'folded', not '" + std::string(name) + "'");
    }
    return static_cast<std::size_t>(found - layer_names.begin());
}

Layer make_layer(const Vocabulary& vocabulary, std::string_view name) {
    const auto as_written = layer_number(name) == layer_number(surface_layer);
    Layer layer;
    layer.value_of_term.reserve(vocabulary.size());
    for (std::size_t term = 0; term < vocabulary.size(); ++term) {
        const auto surface = vocabulary.text(id_at<TermId>(term));
        layer.value_of_term.push_back(as_written ? layer.values.intern(surface)
                                                 : layer.values.intern(text::fold(surface)));
    }
    return layer;
}

}  // namespace wortfeld::corpus

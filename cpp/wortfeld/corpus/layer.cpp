#include "wortfeld/corpus/layer.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/growing.hpp"
#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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
    Interner values;
    Growing<ValueId> value_of_term;
    for (std::size_t term = 0; term < vocabulary.size(); ++term) {
        const auto surface = vocabulary.text(id_at<TermId>(term));
        value_of_term.push(ValueId{values.intern(as_written ? surface : text::fold(surface))});
    }
    return {.value_of_term = std::move(value_of_term).finish(),
            .values = StringTable<ValueId>(std::move(values).finish().finish())};
}

Array<TermId> terms_by_value(const Layer& layer) {
    std::vector<std::string_view> values(layer.values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = layer.values.text(id_at<ValueId>(i));
    std::vector<TermId> order(layer.value_of_term.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = id_at<TermId>(i);
    std::stable_sort(order.begin(), order.end(), [&](TermId a, TermId b) {
        return values[number(layer.value(a))] < values[number(layer.value(b))];
    });
    return Array<TermId>(std::move(order));
}

}  // namespace wortfeld::corpus

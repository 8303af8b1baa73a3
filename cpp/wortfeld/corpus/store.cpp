#include "wortfeld/corpus/store.hpp"

#include <cstddef>
#include <utility>

namespace wortfeld::corpus {
namespace {

/// Finishes each list of one tuple of references into the list of the other at the same place.
template <typename From, typename To, std::size_t... Place>
void finish_each(From from, To into, std::index_sequence<Place...> /*places*/) {
    ((std::get<Place>(into) = std::move(std::get<Place>(from)).finish()), ...);
}

template <typename From, typename To>
void finish_each(From from, To into) {
    static_assert(std::tuple_size_v<From> == std::tuple_size_v<To>);
    finish_each(from, into, std::make_index_sequence<std::tuple_size_v<From>>());
}

}  // namespace

Store finish(GrowingStore&& store) {
    Store result;
    finish_each(document_lists(store), document_lists(result));
    finish_each(inner_lists(store), inner_lists(result));
    finish_each(string_lists(store), string_lists(result));
    return result;
}

}  // namespace wortfeld::corpus

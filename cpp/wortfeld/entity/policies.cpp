#include "wortfeld/entity/policies.hpp"

#include "wortfeld/base/error.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace wortfeld::entity {
namespace {

using namespace std::string_view_literals;

/// The names in the order of the values.
constexpr std::array resolve_names{"leftmost_longest"sv, "longest"sv, "priority"sv, "all"sv};
constexpr std::array on_ambiguous_names{"best"sv, "all"sv, "skip"sv};
constexpr std::array short_forms_names{"document"sv, "always"sv};
constexpr std::array compounds_names{"hyphenated"sv, "closed"sv, "none"sv};

template <typename Value, std::size_t size>
Value named(std::string_view what,
            std::string_view name,
            const std::array<std::string_view, size>& names) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<Value>(found - names.begin());
    std::string message(what);
    message += " must be one of";
    for (const auto allowed : names) message += " '" + std::string(allowed) + "'";
    throw Error(ErrorKind::bad_argument, message + ", not '" + std::string(name) + "'");
}

}  // namespace

Resolve resolve_named(std::string_view name) {
    return named<Resolve>("resolve", name, resolve_names);
}

OnAmbiguous on_ambiguous_named(std::string_view name) {
    return named<OnAmbiguous>("on_ambiguous", name, on_ambiguous_names);
}

ShortForms short_forms_named(std::string_view name) {
    return named<ShortForms>("short_forms", name, short_forms_names);
}

Compounds compounds_named(std::string_view name) {
    return named<Compounds>("compounds", name, compounds_names);
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/forms.hpp"

#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace wortfeld::entity {
namespace {

using namespace std::string_view_literals;

/// Bytes of a stem that is long enough for an ending to be told from it.
constexpr std::size_t shortest_stem = 3;
/// Two spellings of one sound.
using Spellings = std::pair<std::string_view, std::string_view>;
constexpr std::array umlauts{Spellings{"ä", "ae"},
                             Spellings{"ö", "oe"},
                             Spellings{"ü", "ue"},
                             Spellings{"Ä", "Ae"},
                             Spellings{"Ö", "Oe"},
                             Spellings{"Ü", "Ue"}};
constexpr std::array sharp_s{Spellings{"ß", "ss"}};

/// The text without the ending, or nothing if it has another one or the rest is short.
std::string_view stem_before(std::string_view ending, std::string_view written) {
    if (!written.ends_with(ending)) return {};
    const auto stem = written.substr(0, written.size() - ending.size());
    return stem.size() < shortest_stem ? std::string_view() : stem;
}

void add_noun_endings(std::string_view written, FormList& list) {
    // A genitive is a lower-case s: USS is no genitive of US.
    constexpr std::size_t shortest = 3;
    if (written.size() >= shortest && written.ends_with('s')) {
        list.add(written.substr(0, written.size() - 1), Form::without_s);
    }
    if (const auto stem = stem_before("es", written); !stem.empty()) {
        list.add(stem, Form::without_es);
    }
    for (const auto ending : {"en"sv, "ern"sv, "eln"sv}) {
        if (stem_before(ending, written).empty()) continue;
        list.add(written.substr(0, written.size() - 1), Form::without_n);
    }
}

/// `Deutschen` may be `Deutsche`, `Deutscher`, ..., and `französischen` also `französisch`.
void add_adjective_endings(std::string_view written, FormList& list) {
    for (const auto ending : adjective_endings) {
        const auto stem = stem_before(ending, written);
        if (stem.empty()) continue;
        list.add(stem, Form::adjective);
        for (const auto other : adjective_endings) {
            if (other != ending) list.add(std::string(stem).append(other), Form::adjective);
        }
        return;
    }
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    for (;;) {
        const auto at = std::min(text.find(from), text.size());
        result += text.substr(0, at);
        if (at == text.size()) return result;
        result += to;
        text.remove_prefix(at + from.size());
    }
}

/// The other spelling, all at once: `Mueller` for `Müller`, `Müller` for `Mueller`.
template <std::size_t size>
void add_respelled(std::string_view written,
                   const std::array<Spellings, size>& sounds,
                   Form form,
                   FormList& list) {
    std::string shorter(written);
    std::string longer(written);
    for (const auto& [one, two] : sounds) {
        shorter = replaced(shorter, two, one);
        longer = replaced(longer, one, two);
    }
    if (shorter != written) list.add(shorter, form);
    if (longer != written) list.add(longer, form);
}

}  // namespace

bool ends_as_adjective(std::string_view word) noexcept {
    return std::any_of(adjective_endings.begin(),
                       adjective_endings.end(),
                       [&](std::string_view ending) { return word.ends_with(ending); });
}

void FormList::add(std::string_view atom, Form form) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text::fold_into(atom, text);
    places.push_back({{begin, static_cast<std::uint32_t>(text.size())}});
    forms.push_back(form);
}

void FormList::clear() {
    text.clear();
    places.clear();
    forms.clear();
}

void add_forms(std::string_view written, FormList& list) {
    list.add(written, Form::plain);
    add_noun_endings(written, list);
    add_adjective_endings(written, list);
    add_respelled(written, sharp_s, Form::sharp_s, list);
    add_respelled(written, umlauts, Form::umlaut, list);
}

}  // namespace wortfeld::entity

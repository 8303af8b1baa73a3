#include "wortfeld/entity/forms.hpp"

#include "wortfeld/text/fold.hpp"

namespace wortfeld::entity {

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
    // A genitive is a lower-case s: USS is no genitive of US.
    constexpr std::size_t shortest = 3;
    if (written.size() >= shortest && written.ends_with('s')) {
        list.add(written.substr(0, written.size() - 1), Form::without_s);
    }
}

}  // namespace wortfeld::entity

// What Python asks of languages, folding and versions.
#include "wortfeld/bindings/python.hpp"

#include "wortfeld/corpus/language_messages.hpp"
#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/kept_forms.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/version.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::bindings {

void bind_text(py::module_& module) {
    module.attr("rules_version") = text::rules_version;
    module.attr("unicode_version") = text::unicode_version();
    module.attr("icu_version") = text::icu_version();
    module.attr("counted_zones") = text::counted_zone_names();
    module.attr("kept_form_names") = text::kept_form_names;
    module.def(
        "fold",
        [](const std::string& text, const std::string& language) {
            return text::fold(text, text::fold_rules(language));
        },
        "text"_a,
        "language"_a = "",
        "The text as the folded layer has it in documents of a language.");
    module.def(
        "fold_all",
        [](const py::list& texts, const std::string& language, bool fold_sharp_s) {
            auto rules = text::fold_rules(language);
            rules.fold_sharp_s = fold_sharp_s;
            py::list folded;
            for (const auto& text : texts) {
                folded.append(py::str(text::fold(text.cast<std::string_view>(), rules)));
            }
            return folded;
        },
        "texts"_a,
        "language"_a,
        py::kw_only(),
        "fold_sharp_s"_a,
        "Every text folded.");
    module.def("is_well_formed_code",
               &text::is_well_formed_code,
               "code"_a,
               "Whether a text is a well-formed language code.");
    module.def(
        "language_messages",
        [](const std::vector<std::string>& codes) { return corpus::language_messages(codes); },
        "codes"_a,
        "What a user is told about documents of those languages.");
}

}  // namespace wortfeld::bindings

#include "wortfeld/entity/written_form.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/native_spelling.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/fold.hpp"

#include <array>

namespace wortfeld::entity {
namespace {

constexpr std::size_t longest_possessive = 4;  ///< bytes behind the apostrophe

/// The bytes of an apostrophe with which a text begins, or 0.
std::size_t apostrophe_at(std::string_view text) {
    for (const std::string_view mark : {"'", "\xE2\x80\x99", "\xCA\xBC"}) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

/// Whether the apostrophe with which `behind` begins belongs to the name before it.
WrittenForm form_by_what_is_behind(std::string_view name, std::string_view behind) {
    const auto apostrophe = apostrophe_at(behind);
    if (apostrophe == 0) return WrittenForm::plain;
    behind.remove_prefix(apostrophe);
    const auto folded = text::fold(behind.substr(0, longest_possessive));
    const auto& spelling = native_spelling();
    for (const auto ending : spelling.possessives) {
        if (folded.starts_with(ending)) return WrittenForm::possessive;
    }
    const auto last = text::last_character(text::fold(name));
    const bool sibilant = spelling.sibilants.find(last) != std::u32string::npos;
    return sibilant ? WrittenForm::genitive : WrittenForm::plain;
}

}  // namespace

std::string_view name_of(WrittenForm form) noexcept {
    constexpr std::array<std::string_view, 7> names{
        "plain", "recased", "genitive", "possessive", "inflected", "truncated", "closed compound"};
    return names[static_cast<std::size_t>(form)];
}

WrittenForm written_form_of(std::string_view alias,
                            FormSet forms,
                            std::string_view text,
                            ByteSpan span) {
    if ((forms & bit(Form::truncated)) != 0) return WrittenForm::truncated;
    if ((forms & bit(Form::closed)) != 0) return WrittenForm::closed;
    if ((forms & ~(bit(Form::plain) | bit(Form::without_s))) != 0) return WrittenForm::inflected;
    if ((forms & bit(Form::without_s)) != 0) return WrittenForm::genitive;
    const auto surface = slice(text, span);
    const auto form = form_by_what_is_behind(surface, text.substr(span.end));
    if (form != WrittenForm::plain || has_letters_of(surface, alias)) return form;
    return WrittenForm::recased;
}

}  // namespace wortfeld::entity

#include "wortfeld/entity/forms.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/native_spelling.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>

namespace wortfeld::entity {
namespace {

/// Bytes of a stem that is long enough for an ending to be told from it.
constexpr std::size_t shortest_stem = 3;

/// Whether the ending stands behind a stem that is long enough.
bool has_ending(std::string_view written, std::string_view ending) {
    return written.size() >= shortest_stem + ending.size() && written.ends_with(ending);
}

/// A genitive is lower-case, but for words in capitals: USS is no genitive of US.
void add_own_genitive(std::string_view written, FormList& list) {
    constexpr std::size_t shortest = 3;
    for (const auto ending : native_spelling().genitives) {
        if (written.size() < shortest || !written.ends_with(ending)) continue;
        list.add_shortened(ending.size(), {}, Form::without_s);
    }
}

/// `Freistaats Bayern`, but `Googles DeepMind` is DeepMind.
void add_heads(std::string_view written, const Inflection& inflection, FormList& list) {
    const auto ending = inflection.own_genitive;
    if (ending.empty() || inflection.heads.empty() || !has_ending(written, ending)) return;
    const auto noun = written.substr(0, written.size() - ending.size());
    if (inflection.ends_as_head(text::fold(noun)))
        list.add_shortened(ending.size(), {}, Form::head);
}

/// Endings are of ASCII, so they fold to themselves: forms without them begin the plain one.
void add_case_endings(std::string_view written, const Inflection& inflection, FormList& list) {
    for (const auto ending : inflection.genitives) {
        if (has_ending(written, ending)) {
            list.add_shortened(ending.size(), {}, Form::without_es);
        }
    }
    for (const auto ending : inflection.datives) {
        if (has_ending(written, ending)) list.add_shortened(1, {}, Form::without_n);
    }
}

/// `Deutschen` may be `Deutsche`, `Deutscher`, ..., and `französischen` also `französisch`.
void add_adjective_endings(std::string_view written, const Inflection& inflection, FormList& list) {
    for (const auto ending : inflection.adjectives) {
        if (!has_ending(written, ending)) continue;
        list.add_shortened(ending.size(), {}, Form::adjective);
        for (const auto other : inflection.adjectives) {
            if (other != ending) list.add_shortened(ending.size(), other, Form::adjective);
        }
        return;
    }
}

/// Whether one of the spellings stands in the text.
bool holds(std::string_view text, const std::vector<Spellings>& sounds) {
    return std::any_of(sounds.begin(), sounds.end(), [&](const Spellings& spellings) {
        return text.find(spellings.one) != std::string_view::npos ||
               text.find(spellings.two) != std::string_view::npos;
    });
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

/// The other spelling, all at once: `mueller` for `müller`, `müller` for `mueller`.
void add_respelled(const std::string& folded,
                   const std::vector<Spellings>& sounds,
                   const Inflection& inflection,
                   Form form,
                   FormList& list) {
    auto shorter = folded;
    auto longer = folded;
    for (const auto& [one, two] : sounds) {
        shorter = replaced(shorter, two, one);
        longer = replaced(longer, one, two);
    }
    for (const auto& respelled : {shorter, longer}) {
        if (respelled == folded) continue;
        list.add(respelled, form);
        add_adjective_endings(respelled, inflection, list);
    }
}

/// The stem with its last umlaut as the vowel of the singular (`Häus`, `Haus`), or nothing.
std::string without_umlaut(std::string_view stem) {
    std::size_t last = 0;
    std::string changed;
    for (const auto& [umlaut, vowel] : native_spelling().umlauts) {
        const auto at = stem.rfind(umlaut);
        if (at == std::string_view::npos || (at < last && !changed.empty())) continue;
        last = at;
        changed = std::string(stem).replace(at, umlaut.size(), vowel);
    }
    return changed;
}

/// Whether a word is written in capitals alone and is long enough to be no acronym with an ending:
/// `DEUTSCHEN`, but not `USS`.
bool is_in_capitals(std::string_view written) {
    constexpr std::size_t shortest = 5;
    if (written.size() < shortest) return false;
    for (std::size_t at = 0; at < written.size();) {
        if (!text::is_upper_case(utf8::next(written, at))) return false;
    }
    return true;
}

/// Whether the last vowel of a stem would have an umlaut in a changed plural (`Bank`, not `Kind`).
bool could_change(std::string_view stem) {
    const auto at = stem.find_last_of(native_spelling().vowels);
    if (at == std::string_view::npos) return false;
    const auto& umlauts = native_spelling().umlauts;
    return std::any_of(umlauts.begin(), umlauts.end(), [&](const Umlaut& umlaut) {
        return stem.substr(at, 1) == umlaut.vowel;
    });
}

void add_singulars(const std::string& stem, const text::LanguageRow& row, FormList& list) {
    for (auto rest = row.value;;) {
        const auto bar = std::min(rest.find('|'), rest.size());
        list.add(stem + std::string(rest.substr(0, bar)), Form::noun);
        if (bar == rest.size()) return;
        rest.remove_prefix(bar + 1);
    }
}

/// `Banken` may be `Bank`, `Häuser` `Haus`, `Rechenzentren` `Rechenzentrum`.
void add_nouns(std::string_view written,
               const std::vector<const text::LanguageRow*>& endings,
               FormList& list) {
    const auto folded = text::fold(written);
    for (const auto* const row : endings) {
        const auto ending = row->form.substr(1);  // behind the hyphen
        if (!has_ending(folded, ending)) continue;
        const auto stem = folded.substr(0, folded.size() - ending.size());
        const auto has_umlaut = row->note == "umlaut" || row->note == "changed";
        const auto vowel = has_umlaut ? without_umlaut(stem) : std::string();
        if (!vowel.empty()) list.add(vowel, Form::noun);
        if (ending.empty() || (row->note == "changed" && could_change(stem))) continue;
        add_singulars(stem, *row, list);
    }
}

void add_inflected(std::string_view written,
                   const std::string& folded,
                   const Inflection& inflection,
                   bool umlauts,
                   FormList& list) {
    add_heads(written, inflection, list);
    add_case_endings(written, inflection, list);
    add_adjective_endings(written, inflection, list);
    if (holds(folded, inflection.respellings)) {
        add_respelled(folded, inflection.respellings, inflection, Form::sharp_s, list);
    }
    if (umlauts && holds(folded, inflection.transcriptions)) {
        add_respelled(folded, inflection.transcriptions, inflection, Form::umlaut, list);
    }
}

}  // namespace

void FormList::add(std::string_view atom, Form form) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text::fold_into(atom, text);
    places.push_back({{begin, static_cast<std::uint32_t>(text.size())}});
    forms.push_back(form);
    last_added_ = places.back().span;
}

void FormList::add_shortened(std::size_t lost, std::string_view ending, Form form) {
    const auto last = last_added_;
    const auto size = last.size() - std::min<std::size_t>(lost, last.size());
    ByteSpan span{last.begin, last.begin + static_cast<std::uint32_t>(size)};
    if (!ending.empty()) {
        const auto begin = static_cast<std::uint32_t>(text.size());
        text.append(text, span.begin, size).append(ending);
        span = {begin, static_cast<std::uint32_t>(text.size())};
    }
    places.push_back({span});
    forms.push_back(form);
}

std::string_view FormList::last_added() const {
    return slice(text, last_added_);
}

void FormList::clear() {
    text.clear();
    places.clear();
    forms.clear();
}

void add_forms(std::string_view written, const WantedForms& wanted, FormList& list) {
    // Endings are small letters but in headings: `DER DEUTSCHEN BANK`.
    if (is_in_capitals(written)) {
        const auto folded = text::fold(written);
        if (!is_in_capitals(folded)) return add_forms(folded, wanted, list);
    }
    list.add(written, Form::plain);
    const std::string folded(list.last_added());
    add_own_genitive(written, list);
    for (const auto* const inflection : wanted.inflections) {
        add_inflected(written, folded, *inflection, wanted.umlauts, list);
    }
    if (!wanted.nouns.empty()) add_nouns(written, wanted.nouns, list);
}

}  // namespace wortfeld::entity

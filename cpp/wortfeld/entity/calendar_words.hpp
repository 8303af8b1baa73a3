// Whether a name that is also a month or a day of the week is the date where it stands.
#pragma once

#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/resolver.hpp"

#include <vector>

namespace wortfeld::entity {

/// Drops, as `calendar_word`, an alias of one word whose case is not stated and that is a month or
/// a day of the week in the language of the document,
///
/// - where a date stands: behind what dates stand behind (`calendar_cue` and `deictic` of the
///   language data: `in May`, `letzten Freitag`), beside a number (`May 5`, `5. August`), joined to
///   another such word (`May or June`, `Freitag, 5. Mai`);
/// - elsewhere if it is a person and nothing in the document says so: no other name of the entity,
///   and nowhere a title, another capital or a given name before the word, a verb of saying beside
///   it, or an -s behind it.
void filter_calendar_words(const ResolverInput& input,
                           const DocumentWords& words,
                           std::vector<Candidate>& names,
                           Excluded& excluded);

}  // namespace wortfeld::entity

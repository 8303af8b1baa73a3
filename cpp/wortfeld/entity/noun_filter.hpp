// Drops names that are ordinary words, or parts of other names, where they stand.
#pragma once

#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/resolver.hpp"

#include <vector>

namespace wortfeld::entity {

/// - `small_word`: an alias written small that is an ordinal, an article or a pronoun (`ersten`).
/// - `sentence_start`: a name at the start of a sentence that the given profile knows as a word
/// that
///   is mostly written small, unless the document has it elsewhere.
/// - `calendar_word`: see `filter_calendar_words`.
///
/// In languages that write nouns with a capital (`writing.nouns` of the language data) also
///
/// - `common_noun`: see `CommonNouns`.
/// - `given_name`: an alias that is a given name is part of another name behind another given name,
///   and that of a person also before a family name that `FullNames` sees.
/// - `longer_name`: that of a person before what is called after people (`Jones House`,
///   `Friedrich-Ebert-Straße`), and before the number of a ruler or a particle if the entity has no
///   other name (`Ludwig II.`).
/// - `other_person`: the last word of a person's name behind given names of other initials
///   (`Wagner` of Hanne Wagner in `Richard Wagner`).
/// - `double_name`: a name that ends a hyphenated word is a person's (`Müller-Wagner`) if a given
///   name or title stands before the word, or, for aliases of persons, before the hyphen a word
///   that is no prefix (`Ex-`), name, acronym or known noun; for kind `other` a given or family
///   name.
void filter_nouns(const ResolverInput& input, std::vector<Candidate>& names, Excluded& excluded);

}  // namespace wortfeld::entity

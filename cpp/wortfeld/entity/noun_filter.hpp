// Drops names that are ordinary words, or parts of other names, where they stand.
#pragma once

#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/resolver.hpp"

#include <vector>

namespace wortfeld::entity {

/// In German documents, where capitals tell nouns but not names:
///
/// - `common_noun`: an alias of `case=auto` that is a common word (`Bild`, `Stern`) is the noun
///   behind an indefinite article, a demonstrative or a possessive (`ein heller Stern`), before a
///   number of up to three digits that no word follows (`Bild 2.`), behind a hyphen
///   (`S-Bahn-Tunnel`), as a month that no capital precedes (`im März`), and, if it is a person,
///   behind any article or adjective and in a compound.
/// - `double_name`: a name that ends a hyphenated word is part of another name (`Müller-Wagner`)
///   unless what stands before the hyphen is a prefix (`Ex-`), a name, too, or begins small.
/// - `given_name`: a person's alias that is a given name beside another given name or before a
///   capital is part of another name (`Peter` in `Peter Saunders`), but not in the genitive
///   (`Peters Haus`), beside another name of the gazetteer, or before a word that the language data
///   or its ending tell to be a noun (`als Peter Kanzler wurde`).
void filter_nouns(const ResolverInput& input, std::vector<Candidate>& names, Excluded& excluded);

}  // namespace wortfeld::entity

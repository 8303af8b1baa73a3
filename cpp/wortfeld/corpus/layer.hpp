// A layer maps each term to a value once, whatever the number of its tokens.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/strings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

class Corpus;

/// Documents whose languages a layer treats alike, numbered by their first documents. A corpus of
/// one language has one group; so has an empty one.
struct LanguageGroups {
    std::vector<std::string> languages;      ///< that of the first document of each group
    std::vector<std::uint32_t> of_document;  ///< the group of each; empty if there is one group

    [[nodiscard]] std::size_t group(DocumentId document) const noexcept {
        return of_document.empty() ? 0 : of_document[number(document)];
    }
};

/// Groups by the key that a layer gives each language code. Languages that fold in different ways
/// are never in one group, so that each group has one folded form of each term.
LanguageGroups group_languages(const Corpus& corpus,
                               const std::function<std::string(std::string_view)>& key);

/// The terms that occur in documents of a group, ascending.
std::vector<TermId> terms_of_group(const Corpus& corpus,
                                   const LanguageGroups& groups,
                                   std::size_t group);

/// The values of all terms under one mapping, numbered by first appearance.
struct Layer {
    Array<ValueId> value_of_term;  ///< in the first group; `no_id` where it has none
    StringTable<ValueId> values;
    Array<TermId> terms_by_value = {};  ///< in the order of their values' bytes; empty: not known
    LanguageGroups groups = {};
    std::vector<Array<ValueId>> in_other_groups = {};  ///< value of each term, as in the first

    /// The value of each term in a group of languages; `no_id` where it has none or is not there.
    [[nodiscard]] const Array<ValueId>& of_group(std::size_t group) const {
        return group == 0 ? value_of_term : in_other_groups[group - 1];
    }
    /// The value of each term in a document.
    [[nodiscard]] const Array<ValueId>& in(DocumentId document) const {
        return of_group(groups.group(document));
    }
    /// The value as text; empty if there is none.
    [[nodiscard]] std::string_view text(ValueId value) const {
        return value == no_id<ValueId> ? std::string_view() : values.text(value);
    }
};

/// As written, and folded: NFKC case folding with ß kept, the default for counting.
inline constexpr std::string_view surface_layer = "surface";
inline constexpr std::string_view folded_layer = "folded";
inline constexpr std::array layer_names{surface_layer, folded_layer};

/// The place of a name in `layer_names`; `Error{bad_argument}` for any other name.
std::size_t layer_number(std::string_view name);

/// The terms in the order of their values' bytes, equal ones ascending; of the first group.
Array<TermId> terms_by_value(const Layer& layer);

Layer make_layer(const Corpus& corpus, std::string_view name);

/// The folded layer as a file holds it, of one group: all terms as the first language folds them.
/// Where languages fold in different ways, an opened corpus makes its own.
Layer folded_as_one(const Corpus& corpus);

/// A layer of given values: for each group one for each term of `terms_of_group`, in that order.
/// A term without a value is not counted.
Layer layer_of_values(const Corpus& corpus,
                      LanguageGroups groups,
                      std::span<const std::vector<std::optional<std::string_view>>> values);

}  // namespace wortfeld::corpus

// How a mention is written compared with its alias.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/entity/forms.hpp"

#include <cstdint>
#include <string_view>

namespace wortfeld::entity {

enum class WrittenForm : std::uint8_t {
    plain,       ///< as the alias, perhaps with other joints
    recased,     ///< in other letter case
    genitive,    ///< with a fused -s, or a bare apostrophe behind s, ß, x, z
    possessive,  ///< with an apostrophe and s behind it
    inflected,   ///< with other endings
    truncated,   ///< without its end, which a later word has
    closed       ///< as a part of a closed compound
};

std::string_view name_of(WrittenForm form) noexcept;

/// The form of a mention at `span` of `text`, found by `forms` of an alias. An apostrophe behind it
/// is not part of the span.
WrittenForm written_form_of(std::string_view alias,
                            FormSet forms,
                            std::string_view text,
                            ByteSpan span);

}  // namespace wortfeld::entity

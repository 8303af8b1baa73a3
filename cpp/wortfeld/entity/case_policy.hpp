// Whether letter case decides that a text is an alias.
#pragma once

#include <cstdint>
#include <string_view>

namespace wortfeld::entity {

/// How letter case decides whether a text is the alias.
enum class CasePolicy : std::uint8_t { exact, fold };

/// What `case=auto` means: exact for acronyms, for aliases of up to three letters and for those
/// that are a common word (`common_word` of the language data) of a language, or, where it is
/// empty, of any language with rules.
CasePolicy automatic_case(std::string_view alias, std::string_view language);

}  // namespace wortfeld::entity

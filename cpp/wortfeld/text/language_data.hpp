// The language data files as the build compiled them in.
#pragma once

#include "wortfeld/text/language.hpp"

#include <span>
#include <string_view>

namespace wortfeld::text {

/// One languages/<code>.tsv; the rows are in static storage.
struct LanguageFile {
    std::string_view code;
    std::span<const LanguageRow> rows;
};

/// All of them, sorted by code.
std::span<const LanguageFile> language_files() noexcept;

}  // namespace wortfeld::text

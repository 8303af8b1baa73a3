// What must hold of every document taken apart, whatever its text.
#pragma once

#include "wortfeld/text/document_layout.hpp"

#include <string>
#include <string_view>

namespace wortfeld::text {

/// The first broken promise, or an empty string.
std::string find_fault(std::string_view text, const DocumentLayout& layout);

/// Whether two layouts are the same in every field.
bool equal(const DocumentLayout& a, const DocumentLayout& b);

/// One line a zone that is not body: "title: …", in order.
std::string show_zones(std::string_view text, const DocumentLayout& layout);

}  // namespace wortfeld::text

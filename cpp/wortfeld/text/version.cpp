#include "wortfeld/text/version.hpp"

#include <unicode/uchar.h>

namespace wortfeld::text {

std::string_view unicode_version() noexcept {
    return U_UNICODE_VERSION;
}

}  // namespace wortfeld::text

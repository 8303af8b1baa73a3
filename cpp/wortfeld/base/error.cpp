#include "wortfeld/base/error.hpp"

#include <utility>

namespace wortfeld {

Error::Error(ErrorKind kind, std::string message, ErrorDetails details)
    : kind_(kind), message_(std::move(message)), details_(std::move(details)) {}

}  // namespace wortfeld

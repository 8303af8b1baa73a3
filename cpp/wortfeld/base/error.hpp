// The one exception of the core: what went wrong, where, with which value, and the way out.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <vector>

namespace wortfeld {

/// What went wrong; the bindings turn each kind into one Python class.
enum class ErrorKind : std::uint8_t {
    bad_argument,
    unknown_name,
    bad_input,
    bad_file,
    memory_limit,
    cancelled
};

/// The place of an error and what could have been meant; every field may be empty.
struct ErrorDetails {
    std::vector<std::string> suggestions = {};                ///< near names, best first
    std::string source = {};                                  ///< file, document or argument
    std::optional<std::uint64_t> line = std::nullopt;         ///< line or row, counted from 1
    std::optional<std::uint64_t> byte_offset = std::nullopt;  ///< counted from 0
};

/// Thrown by the core for everything a user can mend. A broken invariant is an `assert`, never
/// this.
class Error : public std::exception {
  public:
    Error(ErrorKind kind, std::string message, ErrorDetails details = {});

    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
    /// The same whole, though it may quote a NUL.
    [[nodiscard]] const std::string& message() const noexcept { return message_; }
    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
    [[nodiscard]] const ErrorDetails& details() const noexcept { return details_; }

  private:
    ErrorKind kind_;
    std::string message_;
    ErrorDetails details_;
};

}  // namespace wortfeld

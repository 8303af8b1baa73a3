// Any bytes: the fault that is found is one, replacing mends everything, decoding gives it back.
#include "wortfeld/base/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace wortfeld;

void require(bool holds) {
    if (!holds) std::abort();
}

/// A well-formed text decodes and encodes to itself, forwards and backwards.
void check_round_trip(std::string_view text) {
    std::string again;
    std::size_t count = 0;
    for (std::size_t position = 0; position < text.size(); ++count) {
        utf8::append(again, utf8::next(text, position));
    }
    require(again == text);
    require(utf8::length(text) == count);
    for (auto position = text.size(); position > 0; --count) utf8::previous(text, position);
    require(count == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto fault = utf8::first_fault(text);
    require(!fault || *fault < size);
    if (fault) check_round_trip(text.substr(0, *fault));
    const auto replaced = utf8::replace_faults(text);
    require((replaced.replacements > 0) == fault.has_value());
    require(!utf8::first_fault(replaced.text));
    check_round_trip(replaced.text);
    return 0;
}

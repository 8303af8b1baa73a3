// For processors without a vector scan of ours.
#include "wortfeld/text/word_scan.hpp"

#include <array>

namespace wortfeld::text {

std::span<const WordScanner> word_scanners() noexcept {
    static constexpr std::array<WordScanner, 1> scanners = {{{"scalar", nullptr}}};
    return scanners;
}

}  // namespace wortfeld::text

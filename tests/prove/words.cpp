// Words: the vector scans find what the automaton finds, and it finds what ICU 72 finds.
//
// Prints a line for each claim: the claim, how many texts were checked, how many failed. Given
// `lines NAME` it takes the lines of its input as texts instead of every character and random ones.
#include "text/word_checks.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/word_scan.hpp"

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace wortfeld;
using text::checks::difference;
using text::checks::difference_between_scanners;
using text::checks::words_of_icu;

constexpr std::uint64_t random_strings = 10'000'000;

/// Texts that were checked, and how many of them differed; the first differences are told.
class Tally {
  public:
    explicit Tally(std::string what) : what_(std::move(what)) {}

    void check(std::string_view text) {
        ++checked_;
        note(difference_between_scanners(text), scans_);
        if (!text::checks::icu_has_our_rules()) return;
        tokens_.clear();
        text::segment_words(text, tokens_);
        note(difference(text, tokens_, words_of_icu(text)), icu_);
    }

    bool report() const {
        std::cout << "all vector scans find the words of the automaton in " << what_ << '\t'
                  << checked_ << '\t' << scans_ << '\n';
        if (text::checks::icu_has_our_rules()) {
            std::cout << "ICU 72 finds the same words in " << what_ << '\t' << checked_ << '\t'
                      << icu_ << '\n';
        }
        return scans_ == 0 && icu_ == 0;
    }

  private:
    static void note(const std::string& message, std::uint64_t& failed) {
        if (message.empty()) return;
        if (failed++ < 3) std::cerr << message << '\n';
    }

    std::string what_;
    std::uint64_t checked_ = 0;
    std::uint64_t scans_ = 0;
    std::uint64_t icu_ = 0;
    std::vector<text::Token> tokens_;
};

bool prove_characters() {
    Tally tally("every character in three places");
    for (char32_t character = 0; character <= 0x10FFFF; ++character) {
        if (character >= 0xD800 && character < 0xE000) continue;
        for (const auto& text : text::checks::positions_of(character)) tally.check(text);
    }
    return tally.report();
}

bool prove_random_strings() {
    Tally tally("random strings of unkind characters");
    text::checks::NastyStrings strings(72, 40);
    for (std::uint64_t i = 0; i < random_strings; ++i) tally.check(strings.next());
    return tally.report();
}

bool prove_lines(const std::string& name) {
    Tally tally(name);
    for (std::string line; std::getline(std::cin, line);) {
        tally.check(utf8::first_fault(line) ? utf8::replace_faults(line).text : line);
    }
    return tally.report();
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 3 && std::string_view(arguments[1]) == "lines") {
        return prove_lines(arguments[2]) ? 0 : 1;
    }
    const auto characters = prove_characters();
    return prove_random_strings() && characters ? 0 : 1;
}

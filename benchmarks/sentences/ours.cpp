// Sentences by this library with its rules for German: words, paragraphs and guards included.
#include "contender.hpp"
#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"

#include <string>
#include <string_view>
#include <vector>

int main(int count, char** values) {
    using wortfeld::text::Sentence;
    return benchmarks::guarded(count, values, [](const std::vector<std::string>& arguments) {
        const auto& german = wortfeld::text::language("de");
        return benchmarks::run_splitter<Sentence>(
            arguments,
            [&](std::string_view line, std::vector<Sentence>& sentences) {
                sentences = wortfeld::text::lay_out(line, german, false).sentences;
            },
            [](const Sentence& sentence) { return sentence.span; });
    });
}

// Sentences by this library with its rules for German: words, paragraphs and guards included.
#include "contender.hpp"
#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/language.hpp"

#include <string>
#include <string_view>
#include <vector>

int main(int count, char** values) {
    using wortfeld::ByteSpan;
    return benchmarks::guarded(count, values, [](const std::vector<std::string>& arguments) {
        const auto& german = wortfeld::text::language("de");
        return benchmarks::run_splitter<ByteSpan>(
            arguments,
            [&](std::string_view line, std::vector<ByteSpan>& sentences) {
                wortfeld::text::find_sentences(line, german, sentences);
            },
            [](const ByteSpan& sentence) { return sentence; });
    });
}

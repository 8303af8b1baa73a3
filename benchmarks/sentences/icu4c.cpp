// Sentences by ICU4C with its rules for German.
#include "icu4c.hpp"

#include <string>
#include <string_view>
#include <vector>

int main(int count, char** values) {
    using wortfeld::ByteSpan;
    return benchmarks::guarded(count, values, [](const std::vector<std::string>& arguments) {
        benchmarks::IcuSplitter sentences(icu::BreakIterator::createSentenceInstance,
                                          icu::Locale::getGerman());
        return benchmarks::run_splitter<ByteSpan>(
            arguments,
            [&](std::string_view line, std::vector<ByteSpan>& spans) {
                sentences.split(line, spans);
            },
            [](ByteSpan span) { return span; });
    });
}

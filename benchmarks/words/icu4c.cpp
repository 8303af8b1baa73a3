// Words by ICU4C.
#include "icu4c.hpp"

#include <string>
#include <string_view>
#include <vector>

int main(int count, char** values) {
    using wortfeld::ByteSpan;
    return benchmarks::guarded(count, values, [](const std::vector<std::string>& arguments) {
        benchmarks::IcuSplitter words(icu::BreakIterator::createWordInstance,
                                      icu::Locale::getRoot());
        return benchmarks::run_splitter<ByteSpan>(
            arguments,
            [&](std::string_view line, std::vector<ByteSpan>& spans) { words.split(line, spans); },
            [](ByteSpan span) { return span; });
    });
}

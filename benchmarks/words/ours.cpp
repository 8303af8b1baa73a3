// Words by this library.
#include "contender.hpp"
#include "wortfeld/text/token.hpp"

#include <string>
#include <string_view>
#include <vector>

int main(int count, char** values) {
    using wortfeld::text::Token;
    return benchmarks::guarded(count, values, [](const std::vector<std::string>& arguments) {
        return benchmarks::run_splitter<Token>(
            arguments,
            [](std::string_view line, std::vector<Token>& tokens) {
                wortfeld::text::segment_words(line, tokens);
            },
            [](const Token& token) { return token.span; });
    });
}

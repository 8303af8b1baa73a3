// The speed of the layout rules, part by part, on one thread.
//
//     benchmark_sentences_parts FILE [line|file] [language]      one document a line, or the whole
//     file
//
// Prints megabytes of text a second of processor time, the median of five rounds, and what was
// found.
#include "wortfeld/text/document_layout.hpp"
#include "wortfeld/text/lines.hpp"
#include "wortfeld/text/sentences.hpp"
#include "wortfeld/text/zones.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace wortfeld::text;
using wortfeld::TokenSpan;

constexpr std::size_t rounds = 5;
constexpr std::size_t smallest_round = 20'000'000;  // bytes

/// Runs `work(document) -> items` over all documents and prints its speed.
template <typename Work>
void measure(const char* part, const std::vector<std::string_view>& documents, Work work) {
    std::size_t bytes = 0;
    for (const auto document : documents) bytes += document.size();
    std::array<double, rounds> speeds{};
    std::size_t items = 0;
    for (auto& speed : speeds) {
        items = 0;
        const auto start = std::clock();
        for (const auto document : documents) items += work(document);
        const auto seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        speed = static_cast<double>(bytes) / 1e6 / seconds;
    }
    std::sort(speeds.begin(), speeds.end());
    std::printf("%-10s %8.1f MB/s %10zu found\n", part, speeds[rounds / 2], items);
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> documents;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0) documents.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return documents;
}

using Documents = std::vector<std::string_view>;

/// A short text is taken again until the clock can see it.
Documents repeated(Documents documents) {
    std::size_t once = 0;
    for (const auto document : documents) once += document.size();
    const auto count = documents.size();
    for (auto size = once; once > 0 && size < smallest_round; size += once) {
        for (std::size_t i = 0; i < count; ++i) documents.push_back(documents[i]);
    }
    return documents;
}

void measure_words_and_lines(const Documents& documents) {
    std::vector<Token> tokens;
    measure("words", documents, [&](std::string_view document) {
        tokens.clear();
        segment_words(document, tokens);
        return tokens.size();
    });
    std::vector<Line> lines;
    measure("lines", documents, [&](std::string_view document) {
        lines.clear();
        split_lines(document, lines);
        return lines.size();
    });
}

void measure_sentences(const Documents& documents, const Language& rules) {
    std::vector<std::vector<Token>> all_tokens(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) segment_words(documents[i], all_tokens[i]);
    std::vector<TokenSpan> sentences;
    std::size_t next = 0;
    measure("sentences", documents, [&](std::string_view document) {
        const auto& given = all_tokens[next++ % all_tokens.size()];
        sentences.clear();
        split_sentences({.text = document,
                         .tokens = given,
                         .range = {.begin = 0, .end = static_cast<std::uint32_t>(given.size())}},
                        Guards(rules),
                        sentences);
        return sentences.size();
    });
}

void measure_layout(const Documents& documents, const Language& rules) {
    DocumentLayout layout;
    measure("zones", documents, [&](std::string_view document) {
        layout.zones.clear();
        layout.found = find_zones(document, rules, nullptr, layout.zones);
        return layout.zones.size();
    });
    measure("layout", documents, [&](std::string_view document) {
        lay_out(document, rules, ZoneOptions{}, layout);
        return layout.sentences.size();
    });
    measure("no zones", documents, [&](std::string_view document) {
        lay_out(document, rules, ZoneOptions{.detect = false}, layout);
        return layout.sentences.size();
    });
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "usage: %s FILE [line|file] [language]\n", arguments[0]);
        return 2;
    }
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const bool whole = count > 2 && std::string_view(arguments[2]) == "file";
    const auto& rules = language(count > 3 ? arguments[3] : "de");
    const auto documents = repeated(whole ? Documents{text} : split(text));
    measure_words_and_lines(documents);
    measure_sentences(documents, rules);
    measure_layout(documents, rules);
}

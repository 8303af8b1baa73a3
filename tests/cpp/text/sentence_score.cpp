// Scores the sentence rules: reads one sentence a line, joins them by one space, splits the result
// and prints precision, recall and F1 of the boundaries.
//
//     zcat de_gsd-ud-dev.conllu.gz | sed -n 's/^# text = //p' | wortfeld_sentence_score de [errors]
#include "wortfeld/text/document_layout.hpp"

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

namespace {

using wortfeld::text::language;
using wortfeld::text::lay_out;

constexpr std::size_t context = 60;  // bytes shown on each side of an error

void show(const char* kind, std::string_view text, std::size_t boundary) {
    const auto is_inside = [&](std::size_t byte) {
        return byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U;
    };
    auto begin = boundary > context ? boundary - context : 0;
    while (is_inside(begin)) ++begin;
    auto end = std::min(text.size(), boundary + context);
    while (is_inside(end)) ++end;
    std::cout << kind << '\t' << text.substr(begin, boundary - begin) << " ||"
              << text.substr(boundary, end - boundary) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    std::string text;
    std::set<std::size_t> expected;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.empty()) continue;
        if (!text.empty()) {
            expected.insert(text.size());
            text += ' ';
        }
        text += line;
    }
    std::set<std::size_t> found;
    const auto layout = lay_out(text, language(count > 1 ? arguments[1] : "de"), false);
    for (const auto& sentence : layout.sentences) found.insert(sentence.span.end);
    found.erase(text.size());

    std::set<std::size_t> both;
    std::set_intersection(expected.begin(),
                          expected.end(),
                          found.begin(),
                          found.end(),
                          std::inserter(both, both.end()));
    const auto share = [&](std::size_t of) {
        return of == 0 ? 0.0 : static_cast<double>(both.size()) / static_cast<double>(of);
    };
    const auto precision = share(found.size());
    const auto recall = share(expected.size());
    const auto sum = precision + recall;
    std::cout << "boundaries\t" << expected.size() << "\nfound\t" << found.size() << "\nprecision\t"
              << precision << "\nrecall\t" << recall << "\nf1\t"
              << (sum > 0 ? 2 * precision * recall / sum : 0.0) << '\n';
    if (count <= 2) return 0;
    for (const auto boundary : found) {
        if (!expected.contains(boundary)) show("wrong", text, boundary);
    }
    for (const auto boundary : expected) {
        if (!found.contains(boundary)) show("missed", text, boundary);
    }
}

// What the C++ programs of the benchmarks share: input, clock, report, results to compare.
//
// A program is called `PROGRAM INPUT RESULT [ARGUMENT …]`. RESULT is `-` for a run that is clocked;
// else the file that takes what the programs of one task are compared by.
#pragma once

#include "wortfeld/base/span.hpp"

#include <time.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <ios>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace benchmarks {

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::ios_base::failure("cannot read " + path);
    file.seekg(0, std::ios::end);
    std::string text(static_cast<std::size_t>(file.tellg()), '\0');
    file.seekg(0);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    return text;
}

/// The documents of a text: its lines without their ends.
inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = text.find('\n', begin);
        if (end == std::string_view::npos) end = text.size();
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// Seconds of the processor that this process has used.
inline double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Prints the time that `work` takes, and what it returns as `found`.
template <class Work>
void clock_work(Work work) {
    using Clock = std::chrono::steady_clock;
    const auto processor = processor_seconds();
    const auto start = Clock::now();
    const std::size_t found = work();
    const std::chrono::duration<double> wall = Clock::now() - start;
    const auto used = processor_seconds() - processor;
    std::cout.precision(9);
    std::cout << R"({"seconds": )" << wall.count() << R"(, "processor_seconds": )" << used
              << R"(, "found": )" << found << "}\n";
}

/// Writes spans, each as two little-endian numbers of 32 bits, offsets into the whole input.
inline void write_spans(const std::string& path, const std::vector<wortfeld::ByteSpan>& spans) {
    std::ofstream file(path, std::ios::binary);
    for (const auto& [begin, end] : spans) {
        for (const auto value : {begin, end}) {
            for (int shift = 0; shift < 32; shift += 8) {
                file.put(static_cast<char>((value >> shift) & 0xFFU));
            }
        }
    }
    if (!file.flush()) throw std::ios_base::failure("cannot write " + path);
}

/// Clocks `split(line, spans)`, which appends the spans of a line, over all lines of the input, or
/// writes what it finds. A span is anything that `span_of` turns into a `ByteSpan`.
template <class Span, class Split, class SpanOf>
int run_splitter(const std::vector<std::string>& arguments, Split split, SpanOf span_of) {
    const auto text = read_file(arguments.at(1));
    const auto lines = lines_of(text);
    std::vector<Span> spans;
    if (arguments.at(2) == "-") {
        clock_work([&] {
            std::size_t found = 0;
            for (const auto line : lines) {
                spans.clear();
                split(line, spans);
                found += spans.size();
            }
            return found;
        });
        return EXIT_SUCCESS;
    }
    std::vector<wortfeld::ByteSpan> all;
    for (const auto line : lines) {
        spans.clear();
        split(line, spans);
        const auto offset = static_cast<std::uint32_t>(line.data() - text.data());
        for (const auto& span : spans) {
            const wortfeld::ByteSpan bytes = span_of(span);
            all.push_back({offset + bytes.begin, offset + bytes.end});
        }
    }
    write_spans(arguments.at(2), all);
    return EXIT_SUCCESS;
}

/// Calls `program(arguments)`; what it throws is printed and fails the run.
template <class Program>
int guarded(int count, char** values, Program program) {
    try {
        const std::vector<std::string> arguments(values, values + count);
        return program(arguments);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
}

}  // namespace benchmarks

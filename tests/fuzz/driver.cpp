// Runs a fuzz target without libFuzzer: replays a folder of inputs, then mutates them by seed.
//
//     wortfeld_fuzz_text FOLDER SECONDS [SEED]
//
// The input at work is kept in memory and written to ./crash-<target> when a sanitizer objects, so
// that it can be replayed. Prints "<runs> runs" at the end.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace {

using Bytes = std::vector<std::uint8_t>;

/// Long enough for several lines and for a corpus file, short enough to be fast.
constexpr std::size_t longest_input = std::size_t{1} << 14;

/// What is at work, for the moment after a crash; a signal handler sees nothing else.
Bytes current;
std::string crash_file;

void keep_current() {
    std::ofstream(crash_file, std::ios::binary)
        .write(reinterpret_cast<const char*>(current.data()),
               static_cast<std::streamsize>(current.size()));
    std::cerr << "the input is in " << crash_file << '\n';
}

void run(Bytes input) {
    current = std::move(input);
    try {
        LLVMFuzzerTestOneInput(current.data(), current.size());
    } catch (const std::exception& error) {
        std::cerr << "an exception left the target: " << error.what() << '\n';
        keep_current();
        std::exit(1);
    }
}

std::vector<Bytes> read_folder(const std::string& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> inputs;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return inputs;
}

/// Changes inputs in the ways that find most: flips, special values, pieces moved between inputs.
class Mutator {
  public:
    Mutator(std::vector<Bytes> seeds, std::uint64_t seed)
        : seeds_(std::move(seeds)), random_(seed) {
        if (seeds_.empty()) seeds_.emplace_back();
    }

    Bytes next() {
        auto input = seeds_[below(seeds_.size())];
        for (auto times = 1 + below(8); times > 0; --times) change(input);
        if (input.size() > longest_input) input.resize(longest_input);
        return input;
    }

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    void change(Bytes& input) {
        const auto at = below(input.size() + 1);
        const auto place = input.begin() + static_cast<std::ptrdiff_t>(at);
        switch (below(6)) {
            case 0:
                input.insert(place, static_cast<std::uint8_t>(random_()));
                break;
            case 1:
                if (at < input.size()) input.erase(place);
                break;
            case 2:
                if (at < input.size()) *place ^= static_cast<std::uint8_t>(1U << below(8));
                break;
            case 3:
                if (at < input.size()) *place = special();
                break;
            case 4:
                insert_piece(input, at);
                break;
            default:
                input.resize(at);
        }
    }

    std::uint8_t special() {
        constexpr std::uint8_t values[] = {
            0x00, 0x01, 0x0A, 0x20, 0x2E, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xF4, 0xFF};
        return values[below(std::size(values))];
    }

    void insert_piece(Bytes& input, std::size_t at) {
        const auto other = seeds_[below(seeds_.size())];
        const auto begin = below(other.size() + 1);
        const auto size = std::min(below(64), other.size() - begin);
        const auto from = other.begin() + static_cast<std::ptrdiff_t>(begin);
        input.insert(input.begin() + static_cast<std::ptrdiff_t>(at),
                     from,
                     from + static_cast<std::ptrdiff_t>(size));
    }

    std::vector<Bytes> seeds_;
    std::mt19937_64 random_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: " << arguments[0] << " FOLDER SECONDS [SEED]\n";
        return 2;
    }
    crash_file = "crash-" + std::filesystem::path(arguments[0]).filename().string();
    if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(keep_current);
    const auto inputs = read_folder(arguments[1]);
    const std::chrono::duration<double> budget(std::strtod(arguments[2], nullptr));
    const auto seed = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1;
    for (const auto& input : inputs) run(input);
    std::uint64_t runs = inputs.size();
    Mutator mutator(inputs, seed);
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < budget) {
        for (auto i = 0; i < 64; ++i, ++runs) run(mutator.next());
    }
    std::cout << runs << " runs\n";
    return 0;
}

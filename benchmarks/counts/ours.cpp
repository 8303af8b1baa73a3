// Word counts of a file by the core alone: words, interning, counting, most frequent first.
#include "contender.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/text/token.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using wortfeld::TermId;

struct Row {
    TermId term = {};
    std::uint32_t count = 0;
};

/// Calls `take(line)` with each line of a file, which is read a mebibyte at a time.
template <class Take>
void each_line(const std::string& path, Take take) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::ios_base::failure("cannot read " + path);
    constexpr std::size_t block = std::size_t{1} << 20;
    std::string bytes;
    do {
        const auto rest = bytes.size();
        bytes.resize(rest + block);
        file.read(bytes.data() + rest, block);
        bytes.resize(rest + static_cast<std::size_t>(file.gcount()));
        const auto whole = file ? bytes.rfind('\n') + 1 : bytes.size();
        for (const auto line : benchmarks::lines_of(std::string_view(bytes).substr(0, whole))) {
            take(line);
        }
        bytes.erase(0, whole);
    } while (file);
}

/// The distinct surface forms of a file with their counts.
class TermCounts {
  public:
    explicit TermCounts(const std::string& path) {
        std::vector<wortfeld::text::Token> tokens;
        each_line(path, [&](std::string_view line) {
            tokens.clear();
            wortfeld::text::segment_words(line, tokens);
            terms_.resize(tokens.size());
            vocabulary_.intern(line, tokens, terms_);
            counts_.resize(vocabulary_.size());
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                counts_[wortfeld::number(terms_[i])] += is_word(tokens[i].kind) ? 1 : 0;
            }
        });
        for (std::size_t term = 0; term < counts_.size(); ++term) {
            if (counts_[term] > 0) rows_.push_back({wortfeld::id_at<TermId>(term), counts_[term]});
        }
        std::ranges::stable_sort(rows_, std::ranges::greater{}, &Row::count);
    }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    void write(const std::string& path) const {
        std::ofstream file(path, std::ios::binary);
        for (const auto& row : rows_) {
            file << vocabulary_.text(static_cast<std::uint32_t>(row.term)) << '\t' << row.count
                 << '\n';
        }
    }

  private:
    wortfeld::corpus::Interner vocabulary_;
    std::vector<TermId> terms_;          ///< of one line
    std::vector<std::uint32_t> counts_;  ///< of each term
    std::vector<Row> rows_;
};

}  // namespace

int main(int count, char** values) {
    return benchmarks::guarded(count, values, [](const std::vector<std::string>& arguments) {
        if (arguments.at(2) == "-") {
            benchmarks::clock_work([&] { return TermCounts(arguments.at(1)).size(); });
        } else {
            TermCounts(arguments.at(1)).write(arguments.at(2));
        }
        return EXIT_SUCCESS;
    });
}

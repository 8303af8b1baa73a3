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
    std::uint64_t count = 0;
};

/// The distinct surface forms of a file with their counts.
class TermCounts {
  public:
    explicit TermCounts(const std::string& path) {
        const auto text = benchmarks::read_file(path);
        std::vector<wortfeld::text::Token> tokens;
        for (const auto line : benchmarks::lines_of(text)) {
            tokens.clear();
            wortfeld::text::segment_words(line, tokens);
            terms_.resize(tokens.size());
            vocabulary_.intern(line, tokens, terms_);
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                if (is_word(tokens[i].kind)) add(terms_[i]);
            }
        }
        std::erase_if(rows_, [](const Row& row) { return row.count == 0; });
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
    void add(TermId term) {
        for (auto next = rows_.size(); next <= wortfeld::number(term); ++next) {
            rows_.push_back({wortfeld::id_at<TermId>(next), 0});
        }
        ++rows_[wortfeld::number(term)].count;
    }

    wortfeld::corpus::Interner vocabulary_;
    std::vector<TermId> terms_;  ///< of one line
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

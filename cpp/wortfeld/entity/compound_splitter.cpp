#include "wortfeld/entity/compound_splitter.hpp"

#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/text/fold.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace wortfeld::entity {
namespace {

constexpr std::size_t shortest_part = 4;  ///< bytes
constexpr std::size_t longest_word = 64;  ///< bytes; longer ones stay whole
constexpr std::size_t most_parts = 4;

constexpr double impossible = -std::numeric_limits<double>::infinity();

bool begins_code_point(std::string_view text, std::size_t at) {
    constexpr unsigned char continuation_mask = 0xC0;
    constexpr unsigned char continuation = 0x80;
    return at >= text.size() ||
           (static_cast<unsigned char>(text[at]) & continuation_mask) != continuation;
}

}  // namespace

/// The best ways to cut the ends of one word, found from the last to the first.
class CompoundSplitter::Search {
  public:
    Search(const CompoundSplitter& splitter, std::string_view word)
        : splitter_(splitter), word_(word), ways_(word.size() + 1) {
        ways_.back()[0] = {0.0, word.size(), word.size()};
        for (auto begin = word.size() - shortest_part + 1; begin-- > 0;) {
            if (begins_code_point(word, begin)) cut_from(begin);
        }
    }

    /// The parts of the best way, or none if leaving it whole is as good.
    [[nodiscard]] std::vector<ByteSpan> best() const {
        auto best_mean = splitter_.whole(word_);
        std::size_t parts = 0;
        for (std::size_t count = 2; count <= most_parts; ++count) {
            const auto mean = ways_[0][count].logarithms / static_cast<double>(count);
            if (mean <= best_mean) continue;
            best_mean = mean;
            parts = count;
        }
        std::vector<ByteSpan> cut;
        for (std::size_t begin = 0; parts > 0; --parts) {
            const auto& way = ways_[begin][parts];
            cut.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(way.end)});
            begin = way.next;
        }
        return cut;
    }

  private:
    /// The best way to cut what begins at a byte into a number of parts.
    struct Way {
        double logarithms = impossible;  ///< of the counts, their sum
        std::size_t end = 0;             ///< of its first part
        std::size_t next = 0;            ///< where its second part begins
    };

    void cut_from(std::size_t begin) {
        for (auto end = begin + shortest_part; end <= word_.size(); ++end) {
            if (!begins_code_point(word_, end) || (begin == 0 && end == word_.size())) continue;
            const auto part = word_.substr(begin, end - begin);
            const auto times = splitter_.count_of(part, begin == 0);
            if (times > 0) add(begin, end, std::log(static_cast<double>(times)));
        }
    }

    void add(std::size_t begin, std::size_t end, double logarithm) {
        add_before(begin, end, end, logarithm);
        for (const auto* joint : *splitter_.joints_) {
            const auto next = end + joint->form.size();
            if (next < word_.size() && word_.substr(end).starts_with(joint->form)) {
                add_before(begin, end, next, logarithm);
            }
        }
    }

    void add_before(std::size_t begin, std::size_t end, std::size_t next, double logarithm) {
        for (std::size_t parts = 0; parts < most_parts; ++parts) {
            const auto sum = ways_[next][parts].logarithms + logarithm;
            auto& way = ways_[begin][parts + 1];
            if (sum > way.logarithms) way = {sum, end, next};
        }
    }

    const CompoundSplitter& splitter_;
    std::string_view word_;
    std::vector<std::array<Way, most_parts + 1>> ways_;  ///< by begin and number of parts
};

CompoundSplitter::CompoundSplitter(const index::IndexedCorpus& indexed,
                                   const text::Language& language)
    : language_(language), joints_(&language.list("compound_joint")) {
    if (cuts()) count(indexed);
}

void CompoundSplitter::count(const index::IndexedCorpus& indexed) {
    const auto& vocabulary = indexed.corpus.vocabulary();
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        const auto term = id_at<TermId>(i);
        const auto written = vocabulary.text(term);
        if (indexed.corpus.kind(term) != text::TokenKind::word || written.size() < shortest_part ||
            written.size() > longest_word) {
            continue;
        }
        auto& counted = counts_[text::fold(written)];
        const auto times = indexed.postings.positions(term).size();
        counted.all += times;
        if (begins_upper(written)) counted.capital += times;
    }
}

void CompoundSplitter::know(std::string_view folded) {
    counts_.try_emplace(std::string(folded), Count{.all = 1, .capital = 1});
}

std::uint64_t CompoundSplitter::count_of(std::string_view part, bool is_first) const {
    if (is_first && language_.find("compound_prefix", part) != nullptr) return 0;
    const auto known = counts_.find(std::string(part));
    if (known == counts_.end()) return 0;
    const auto& [all, capital] = known->second;
    return is_first || capital * 2 > all ? all : 0;
}

double CompoundSplitter::whole(std::string_view word) const {
    const auto known = counts_.find(std::string(word));
    return known == counts_.end() ? impossible : std::log(static_cast<double>(known->second.all));
}

std::vector<ByteSpan> CompoundSplitter::split(std::string_view folded) const {
    std::vector<ByteSpan> parts;
    if (cuts() && folded.size() >= 2 * shortest_part && folded.size() <= longest_word) {
        parts = Search(*this, folded).best();
    }
    if (parts.empty()) parts.push_back({0, static_cast<std::uint32_t>(folded.size())});
    return parts;
}

}  // namespace wortfeld::entity

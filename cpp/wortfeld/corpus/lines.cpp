#include "wortfeld/corpus/lines.hpp"

#include <algorithm>
#include <string>

namespace wortfeld::corpus {
namespace {

/// Walks from one occurrence of a character to the next, each looked for once.
class Finder {
  public:
    Finder(std::string_view block, char wanted)
        : block_(block), wanted_(wanted), at_(block.find(wanted)) {}

    /// The first occurrence at or behind `position`, or the size of the block.
    std::size_t from(std::size_t position) {
        if (at_ < position) at_ = block_.find(wanted_, position);
        return std::min(at_, block_.size());
    }

  private:
    std::string_view block_;
    char wanted_;
    std::size_t at_;
};

}  // namespace

std::vector<std::string_view> split_lines(std::string_view block) {
    std::vector<std::string_view> lines;
    Finder feeds(block, '\n');
    Finder returns(block, '\r');
    for (std::size_t begin = 0; begin < block.size();) {
        const auto end = std::min(feeds.from(begin), returns.from(begin));
        lines.push_back(block.substr(begin, end - begin));
        begin = end + (block.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

std::vector<Source> line_documents(std::string_view block, const LineNames& names) {
    const auto lines = split_lines(block);
    const auto prefix = std::string(names.name) + ":";
    std::vector<Source> documents;
    documents.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        documents.push_back({.id = prefix + std::to_string(names.first + i),
                             .bytes = lines[i],
                             .language = std::string(names.language),
                             .is_file = true});
    }
    return documents;
}

}  // namespace wortfeld::corpus

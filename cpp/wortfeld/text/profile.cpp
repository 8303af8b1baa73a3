#include "wortfeld/text/profile.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/hash.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/lines.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace wortfeld::text {
namespace {

bool has_letter(std::string_view line) {
    for (std::size_t position = 0; position < line.size();) {
        if (is_letter(utf8::next(line, position))) return true;
    }
    return false;
}

void require_line(std::string_view line) {
    std::vector<Line> lines;
    split_lines(line, lines);
    if (lines.size() == 1 && lines.front().span.size() == line.size()) return;
    throw Error(ErrorKind::bad_argument,
                "a line of a profile must be one line without white space around it, not '" +
                    std::string(line) + "'");
}

}  // namespace

void LineCounts::add(std::string_view text) {
    thread_local std::vector<Line> lines;
    lines.clear();
    split_lines(text, lines);
    ++document_;
    for (const auto& line : lines) {
        const auto content = slice(text, line.span);
        // A code point has a byte at least.
        const bool is_long = content.size() > longest_ && utf8::length(content) > longest_;
        if (is_long || !has_letter(content)) continue;
        auto& counts = lines_[content];
        ++counts.count;
        if (counts.last_document == document_) continue;
        counts.last_document = document_;
        ++counts.document_count;
    }
}

void LineCounts::merge(const LineCounts& other) {
    for (const auto& [line, counts] : other.lines_) {
        auto& sum = lines_[line];
        sum.count += counts.count;
        sum.document_count += counts.document_count;
    }
}

std::vector<RepeatedLine> LineCounts::of_documents(std::uint64_t fewest) const {
    std::vector<RepeatedLine> repeated;
    for (const auto& [line, counts] : lines_) {
        if (counts.document_count < fewest) continue;
        repeated.push_back({.text = std::string(line),
                            .document_count = counts.document_count,
                            .count = counts.count});
    }
    std::sort(repeated.begin(), repeated.end(), [](const auto& a, const auto& b) {
        return std::tie(b.document_count, b.count, a.text) <
               std::tie(a.document_count, a.count, b.text);
    });
    return repeated;
}

Profile::Profile(std::vector<std::string> lines)
    : lines_(std::move(lines)), fingerprint_(hash_bytes("profile", 0)) {
    std::sort(lines_.begin(), lines_.end());
    lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
    for (const auto& line : lines_) {
        require_line(line);
        fingerprint_ = hash_bytes(line, fingerprint_);
        longest_ = std::max(longest_, line.size());
    }
    // 0 stands for no profile.
    fingerprint_ = std::max(fingerprint_, std::uint64_t{1});
}

}  // namespace wortfeld::text

#include "wortfeld/base/suggest.hpp"

#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace wortfeld {
namespace {

// A name this short is contained in too many others to say anything.
constexpr std::size_t shortest_part = 3;
constexpr std::size_t longest_list = 12;

std::u32string code_points(std::string_view text) {
    const auto clean = utf8::replace_faults(text).text;
    std::u32string result;
    for (std::size_t at = 0; at < clean.size();) result.push_back(utf8::next(clean, at));
    return result;
}

// Letters as people mix them up: case and separators say nothing.
std::u32string loose(std::string_view text) {
    std::u32string result;
    for (const auto point : code_points(text)) {
        if (point == U'_' || point == U'-' || point == U' ') continue;
        result.push_back(point >= U'A' && point <= U'Z' ? point - U'A' + U'a' : point);
    }
    return result;
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> two_above(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        two_above.swap(above);
        above.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto substitution = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
        }
    }
    return row[b.size()];
}

// Nearness of two loose names, smaller is nearer; `none` when they are not near at all.
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::size_t nearness(const std::u32string& name, const std::u32string& candidate) {
    if (name == candidate) return 0;
    const auto& shorter = name.size() < candidate.size() ? name : candidate;
    const auto& longer = name.size() < candidate.size() ? candidate : name;
    const auto limit = std::max<std::size_t>(1, longer.size() / 3);
    const bool reachable = longer.size() - shorter.size() <= limit;
    const auto edits = reachable ? distance(name, candidate) : none;
    if (edits <= limit && edits < longer.size()) return edits;
    const bool contained =
        shorter.size() >= shortest_part && longer.find(shorter) != std::u32string::npos;
    // After every name that a few strokes explain.
    return contained ? longer.size() : none;
}

std::string quoted_list(std::span<const std::string> names) {
    std::string result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) result += i + 1 == names.size() ? " or " : ", ";
        result += '\'' + names[i] + '\'';
    }
    return result;
}

std::string opening(std::string_view what, std::string_view name) {
    std::string result = "unknown ";
    result.append(what).append(" '").append(name).append("'");
    return result;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    return distance(code_points(a), code_points(b));
}

std::vector<std::string> near_names(std::string_view name,
                                    std::span<const std::string_view> known,
                                    std::size_t most) {
    const auto wanted = loose(name);
    std::vector<std::pair<std::size_t, std::size_t>> near;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto rank = wanted.empty() ? none : nearness(wanted, loose(known[i]));
        if (rank != none) near.emplace_back(rank, i);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> result;
    for (std::size_t i = 0; i < near.size() && i < most; ++i) {
        result.emplace_back(known[near[i].second]);
    }
    return result;
}

Error unknown_name(std::string_view what,
                   std::string_view name,
                   std::span<const std::string_view> known) {
    auto suggestions = near_names(name, known);
    if (!suggestions.empty() || known.empty() || known.size() > longest_list) {
        return unknown_name_like(what, name, std::move(suggestions));
    }
    const std::vector<std::string> all(known.begin(), known.end());
    return {ErrorKind::unknown_name, opening(what, name) + "; known: " + quoted_list(all)};
}

Error unknown_name_like(std::string_view what,
                        std::string_view name,
                        std::vector<std::string> suggestions) {
    auto message = opening(what, name);
    if (!suggestions.empty()) message += "; did you mean " + quoted_list(suggestions) + '?';
    return {ErrorKind::unknown_name,
            std::move(message),
            ErrorDetails{.suggestions = std::move(suggestions)}};
}

}  // namespace wortfeld

#include "wortfeld/quantity/line_reader.hpp"

#include "wortfeld/quantity/term_lexemes.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t sentences_apart = 8;  // between two that count themselves

/// One or two digits, or 0.
int list_number(std::string_view digits) {
    int value = 0;
    if (digits.empty() || digits.size() > 2) return 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return 0;
        value = value * 10 + (digit - '0');
    }
    return value;
}

/// A token as written; empty for one that is none of the text.
std::string_view surface_of(const Passage& passage, std::size_t token) {
    if (token >= passage.tokens.size()) return {};
    const auto span = passage.tokens[token].span;
    return span.end <= passage.text.size() ? slice(passage.text, span) : std::string_view{};
}

/// The number that a sentence starts with, perhaps behind that of its paragraph, "(2) 1 Der …",
/// or 0.
int initial_number(const Passage& passage, const text::Sentence& sentence) {
    auto at = sentence.tokens.begin;
    const auto surface = [&](std::size_t token) {
        return token < sentence.tokens.end ? surface_of(passage, token) : std::string_view{};
    };
    if (surface(at) == "(" && surface(at + 2) == ")") at += 3;
    return list_number(surface(at));
}

/// The number with a full stop that a sentence ends in, "… mitzuteilen, 8.", or 0.
int final_number(const Passage& passage, const text::Sentence& sentence) {
    constexpr std::size_t shortest = 3;
    const auto& tokens = sentence.tokens;
    if (tokens.end < tokens.begin + shortest) return 0;
    if (surface_of(passage, tokens.end - 1) != ".") return 0;
    return list_number(surface_of(passage, tokens.end - 2));
}

/// Whether the number that a sentence ends in marks what follows: the sentence begins with the
/// number before it, or one close by ends in that.
bool ends_in_mark(const Passage& passage, std::size_t position) {
    const auto& sentences = passage.sentences;
    const auto number = final_number(passage, sentences[position]);
    if (number < 2) return false;
    if (initial_number(passage, sentences[position]) == number - 1) return true;
    for (std::size_t back = 1; back <= std::min(position, sentences_apart); ++back) {
        if (final_number(passage, sentences[position - back]) == number - 1) return true;
    }
    return false;
}

/// Whether another sentence close by starts with the number before or behind this one's.
bool is_numbered(const Passage& passage, std::size_t position) {
    const auto& sentences = passage.sentences;
    const auto number = initial_number(passage, sentences[position]);
    if (number == 0) return false;
    const auto first = position - std::min(position, sentences_apart);
    const auto last = std::min(position + sentences_apart + 1, sentences.size());
    for (auto i = first; i < last; ++i) {
        const auto other = i == position ? 0 : initial_number(passage, sentences[i]);
        if (other != 0 && other == (i < position ? number - 1 : number + 1)) return true;
    }
    return false;
}

}  // namespace

Line LineReader::read(std::size_t sentence) {
    const auto& [tokens, text] = std::tie(passage_->tokens, passage_->text);
    const auto range = passage_->sentences[sentence].tokens;
    const auto end = std::min<std::size_t>(range.end, tokens.size());
    const auto begin = std::min<std::size_t>(range.begin, end);
    const auto* lexemes = read_codes(begin, end);
    const auto count = [&](auto of) { return std::count_if(codes_.begin(), codes_.end(), of); };
    if (count([](LexemeCode code) { return code.begins(); }) == 0) codes_.clear();
    const auto numbers = count([](LexemeCode code) { return code.is_digits(); });
    Line line({.text = text,
               .tokens = tokens.subspan(begin, codes_.size()),
               .codes = codes_,
               .lexemes = lexemes,
               .lexicon = lexicon_,
               .end_before = begin == 0 ? no_token : tokens[begin - 1].span.end,
               .number_count = static_cast<std::size_t>(numbers)});
    // Most sentences neither start nor end with a number, and need not be compared with others.
    if (line.is_digits(0) || line.is_mark(0, '(')) {
        line.set_numbered(is_numbered(*passage_, sentence));
    }
    if (line.size() > 1 && line.is_digits(line.size() - 2)) {
        line.set_ends_in_mark(ends_in_mark(*passage_, sentence));
    }
    return line;
}

const Lexeme* LineReader::read_codes(std::size_t begin, std::size_t end) {
    codes_.clear();
    if (passage_->lexemes == nullptr) {
        read_surfaces(begin, end);
        return surfaces_.data();
    }
    const auto terms = passage_->terms.subspan(begin, end - begin);
    codes_.resize(terms.size());
    std::transform(terms.begin(), terms.end(), codes_.begin(), [&](TermId term) {
        return passage_->lexemes->code(term);
    });
    return passage_->lexemes->all();
}

void LineReader::read_surfaces(std::size_t begin, std::size_t end) {
    surfaces_.clear();
    for (auto i = begin; i < end; ++i) {
        const auto& token = passage_->tokens[i];
        const auto surface = slice(passage_->text, token.span);
        surfaces_.push_back(read_lexeme(surface, token.kind, *lexicon_));
        codes_.emplace_back(i - begin, surfaces_.back());
    }
}

}  // namespace wortfeld::quantity

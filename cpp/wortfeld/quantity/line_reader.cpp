#include "wortfeld/quantity/line_reader.hpp"

#include "wortfeld/quantity/term_lexemes.hpp"

#include <algorithm>
#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t sentences_apart = 3;  // between two that count themselves

/// The number that a sentence starts with, perhaps behind that of its paragraph, "(2) 1 Der …",
/// or 0.
int initial_number(const Passage& passage, const text::Sentence& sentence) {
    auto at = sentence.tokens.begin;
    const auto surface = [&](std::size_t token) {
        return token < sentence.tokens.end ? slice(passage.text, passage.tokens[token].span)
                                           : std::string_view{};
    };
    if (surface(at) == "(" && surface(at + 2) == ")") at += 3;
    const auto digits = surface(at);
    int value = 0;
    if (digits.empty() || digits.size() > 2) return 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return 0;
        value = value * 10 + (digit - '0');
    }
    return value;
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
    places_.clear();
    const auto tokens = passage_->sentences[sentence].tokens;
    const auto end = std::min<std::size_t>(tokens.end, passage_->tokens.size());
    read_tokens(std::min<std::size_t>(tokens.begin, end), end);
    Line line(passage_->text, places_, *lexicon_);
    if (line.size() > 0) line.set_numbered(is_numbered(*passage_, sentence));
    return line;
}

void LineReader::read_tokens(std::size_t begin, std::size_t end) {
    if (passage_->lexemes == nullptr) {
        read_surfaces(begin, end);
    } else if (begins_anywhere(begin, end)) {
        read_terms(begin, end);
    }
}

bool LineReader::begins_anywhere(std::size_t begin, std::size_t end) const {
    const auto terms = passage_->terms.subspan(begin, end - begin);
    return std::any_of(
        terms.begin(), terms.end(), [&](TermId term) { return passage_->lexemes->begins(term); });
}

void LineReader::read_terms(std::size_t begin, std::size_t end) {
    for (auto i = begin; i < end; ++i) {
        const auto term = passage_->terms[i];
        push((*passage_->lexemes)[term], i, passage_->lexemes->begins(term));
    }
}

void LineReader::read_surfaces(std::size_t begin, std::size_t end) {
    surfaces_.clear();
    surfaces_.reserve(end - begin);  // places point to them
    for (auto i = begin; i < end; ++i) {
        const auto& token = passage_->tokens[i];
        const auto surface = slice(passage_->text, token.span);
        surfaces_.push_back(read_lexeme(surface, token.kind, *lexicon_));
        push(surfaces_.back(), i, can_begin(surfaces_.back(), surface));
    }
}

void LineReader::push(const Lexeme& lexeme, std::size_t token, bool begins) {
    const auto span = passage_->tokens[token].span;
    places_.push_back({.lexeme = &lexeme, .span = span, .begins = begins});
    if (token == 0) return;
    const auto end = passage_->tokens[token - 1].span.end;
    places_.back().gap = gap_of(passage_->text.substr(end, span.begin - end));
}

}  // namespace wortfeld::quantity

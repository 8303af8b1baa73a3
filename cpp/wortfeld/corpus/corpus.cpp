#include "wortfeld/corpus/corpus.hpp"

#include "wortfeld/base/error.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace wortfeld::corpus {
namespace {

/// FNV-1a, 64 bits: a fingerprint against mix-ups, not against forgery.
struct Fingerprint {
    std::uint64_t state = 0xCBF29CE484222325ULL;

    void add(std::string_view bytes) noexcept {
        for (const auto byte : bytes) {
            state ^= static_cast<unsigned char>(byte);
            state *= 0x100000001B3ULL;
        }
        // Ends each part, so that ("ab", "c") and ("a", "bc") differ; 0xFF is in no UTF-8 text.
        state ^= 0xFFU;
        state *= 0x100000001B3ULL;
    }
};

}  // namespace

std::uint32_t Document::sentence_of_token(std::uint32_t token) const {
    const auto above = std::upper_bound(
        sentences.begin(), sentences.end(), token, [](std::uint32_t value, const auto& sentence) {
            return value < sentence.tokens.begin;
        });
    return static_cast<std::uint32_t>(above - sentences.begin()) - 1;
}

std::optional<DocumentId> Corpus::find(std::string_view id) const {
    const auto found = ids_.find(id);
    if (found == ids_.end()) return std::nullopt;
    return found->second;
}

DocumentId Corpus::document_at(std::uint32_t position) const {
    const auto above = std::upper_bound(
        documents_.begin(),
        documents_.end(),
        position,
        [](std::uint32_t value, const Document& document) { return value < document.first_token; });
    return id_at<DocumentId>(static_cast<std::size_t>(above - documents_.begin()) - 1);
}

ByteSpan Corpus::token_span(std::uint32_t position) const {
    const auto begin = begins_[position];
    const auto size = vocabulary_.text(terms_[position]).size();
    return {begin, begin + static_cast<std::uint32_t>(size)};
}

std::vector<std::string> Corpus::languages() const {
    std::set<std::string> codes;
    for (const auto& document : documents_) codes.insert(document.language);
    codes.erase("");
    return {codes.begin(), codes.end()};
}

std::string Corpus::fingerprint() const {
    Fingerprint fingerprint;
    for (const auto& document : documents_) {
        fingerprint.add(document.id);
        fingerprint.add(document.language);
        fingerprint.add(document.text);
    }
    std::array<char, 17> digits{};
    std::snprintf(digits.data(),
                  digits.size(),
                  "%016llx",
                  static_cast<unsigned long long>(fingerprint.state));
    return digits.data();
}

const Layer& Corpus::layer(std::string_view name) const {
    const auto number = layer_number(name);
    std::call_once(layers_->once[number],
                   [&] { layers_->layers[number] = make_layer(vocabulary_, name); });
    return layers_->layers[number];
}

std::optional<std::int32_t> Corpus::date(DocumentId id) const {
    for (const auto& [name, column] : metadata_.columns()) {
        if (name == "date" && !column.is_null(number(id))) return column.dates()[number(id)];
    }
    return documents_[number(id)].found.date;
}

}  // namespace wortfeld::corpus

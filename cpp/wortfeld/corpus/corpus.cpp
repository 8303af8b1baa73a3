#include "wortfeld/corpus/corpus.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/hash.hpp"
#include "wortfeld/corpus/language_messages.hpp"
#include "wortfeld/corpus/search.hpp"
#include "wortfeld/text/version.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <utility>

namespace wortfeld::corpus {
namespace {

Array<DocumentId> sorted_by_id(const Store& store) {
    std::vector<DocumentId> order(store.hashes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = id_at<DocumentId>(i);
    std::sort(order.begin(), order.end(), [&](DocumentId a, DocumentId b) {
        return store.ids.text(number(a)) < store.ids.text(number(b));
    });
    return Array<DocumentId>(std::move(order));
}

/// What is said of languages of the corpus that none of the chosen documents has.
std::set<std::string> messages_gone(const Corpus& corpus, std::span<const DocumentId> documents) {
    const auto messages_of = [](const std::set<std::string>& codes) {
        const auto messages = language_messages(std::vector(codes.begin(), codes.end()));
        return std::set(messages.begin(), messages.end());
    };
    std::set<std::string> all{""};
    for (const auto& code : corpus.languages()) all.insert(code);
    std::set<std::string> chosen;
    for (const auto document : documents) chosen.emplace(corpus.document(document).language());
    auto gone = messages_of(all);
    for (const auto& message : messages_of(chosen)) gone.erase(message);
    return gone;
}

/// The warnings that a reading of the chosen documents would have given.
std::vector<Warning> warnings_of(const Corpus& corpus, std::span<const DocumentId> documents) {
    std::vector<Warning> kept;
    const auto gone = messages_gone(corpus, documents);
    for (const auto& warning : corpus.warnings()) {
        // What was skipped is in no corpus, even if a document has its id.
        if (warning.kind == "skipped") continue;
        if (warning.kind == "language" && gone.contains(warning.message)) continue;
        const auto id = warning.source.empty() ? std::nullopt : corpus.find(warning.source);
        if (warning.source.empty() ||
            (id && std::binary_search(documents.begin(), documents.end(), *id))) {
            kept.push_back(warning);
        }
    }
    return kept;
}

void require_ascending(std::span<const DocumentId> documents, std::size_t count) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (number(documents[i]) >= count || (i > 0 && documents[i] <= documents[i - 1])) {
            throw Error(ErrorKind::bad_argument,
                        "documents to take must be ascending numbers below " +
                            std::to_string(count) + ", not " +
                            std::to_string(number(documents[i])) + " at place " +
                            std::to_string(i));
        }
    }
}

}  // namespace

ReadingRules ReadingRules::current(bool detect_zones, text::KeptForms keep, std::uint64_t profile) {
    return {.version = std::string(text::rules_version),
            .unicode_version = std::string(text::unicode_version()),
            .detect_zones = detect_zones,
            .keep = keep,
            .profile = profile};
}

Corpus::Corpus(CorpusParts parts)
    : parts_(std::make_unique<CorpusParts>(std::move(parts))),
      vocabulary_(parts_->store.vocabulary) {}

std::optional<DocumentId> Corpus::find(std::string_view id) const {
    const auto& order = documents_by_id();
    const auto id_of = [&](std::size_t place) {
        return parts_->store.ids.text(number(order.at(place)));
    };
    const auto place = first_place(order.size(), [&](std::size_t at) { return id_of(at) >= id; });
    if (place == order.size() || id_of(place) != id) return std::nullopt;
    return order.at(place);
}

DocumentId Corpus::document_at(std::uint32_t position) const {
    const auto& begins = parts_->store.token_begins;
    const auto above =
        first_place(begins.size(), [&](std::size_t at) { return begins.at(at) > position; });
    return id_at<DocumentId>(above - 1);
}

std::vector<std::string> Corpus::languages() const {
    std::set<std::string> codes;
    for (std::size_t i = 0; i < parts_->store.languages.size(); ++i) {
        codes.emplace(parts_->store.languages.text(i));
    }
    codes.erase("");
    return {codes.begin(), codes.end()};
}

std::string Corpus::fingerprint() const {
    return fingerprint_digits(parts_->totals.fingerprint);
}

const Layer& Corpus::layer(std::string_view name) const {
    const auto number = layer_number(name);
    auto& layer = cache_->layers[number];
    cache_->once[number].run([&] {
        // A file holds the folded layer of a corpus that folds in one way.
        const auto groups = group_languages(*this, [](std::string_view) { return std::string(); });
        if (name == folded_layer && parts_->folded && groups.languages.size() == 1) {
            layer = *parts_->folded;
            layer.groups = groups;
        } else {
            layer = make_layer(*this, name);
        }
    });
    return layer;
}

const Array<DocumentId>& Corpus::documents_by_id() const {
    if (!parts_->documents_by_id.empty()) return parts_->documents_by_id;
    cache_->once_sorted.run([&] { cache_->documents_by_id = sorted_by_id(parts_->store); });
    return cache_->documents_by_id;
}

std::optional<std::int32_t> Corpus::date(DocumentId id) const {
    for (const auto& [name, column] : metadata().columns()) {
        if (name == "date" && !column.is_null(number(id))) return column.dates()[number(id)];
    }
    return document(id).found_date();
}

Corpus Corpus::take(std::span<const DocumentId> documents) const {
    require_ascending(documents, this->documents().size());
    StoreBuilder builder;
    builder.append(parts_->store, documents);
    const auto totals = builder.totals();
    CorpusParts taken{.store = std::move(builder).finish(),
                      .totals = totals,
                      .rules = parts_->rules,
                      .warnings = warnings_of(*this, documents)};
    if (!metadata().columns().empty()) {
        std::vector<std::size_t> rows;
        rows.reserve(documents.size());
        for (const auto document : documents) rows.push_back(number(document));
        taken.metadata = metadata().take(rows);
    }
    return Corpus(std::move(taken));
}

}  // namespace wortfeld::corpus

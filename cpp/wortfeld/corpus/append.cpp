#include "wortfeld/corpus/append.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/hash.hpp"
#include "wortfeld/corpus/builder.hpp"
#include "wortfeld/corpus/joined_metadata.hpp"
#include "wortfeld/text/kept_forms.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::corpus {
namespace {

std::vector<DocumentId> all_documents(const Corpus& corpus) {
    std::vector<DocumentId> documents(corpus.documents().size());
    for (std::size_t i = 0; i < documents.size(); ++i) documents[i] = id_at<DocumentId>(i);
    return documents;
}

/// The documents of the second corpus whose ids the first does not have.
std::vector<DocumentId> new_documents(const Corpus& first, const Corpus& second, KnownIds known) {
    std::vector<DocumentId> documents;
    for (const auto id : all_documents(second)) {
        const std::string name(second.document(id).id());
        if (!first.find(name)) {
            documents.push_back(id);
        } else if (known == KnownIds::refuse) {
            throw Error(ErrorKind::bad_input,
                        "document '" + name +
                            "' is in the corpus already; leave such documents out with "
                            "on_error='skip', or give other ids",
                        {.source = name});
        }
    }
    return documents;
}

/// The rows of those documents, or no columns.
Columns metadata_of(const Corpus& corpus, const std::vector<DocumentId>& documents) {
    if (corpus.metadata().columns().empty()) return {};
    std::vector<std::size_t> rows;
    rows.reserve(documents.size());
    for (const auto document : documents) rows.push_back(number(document));
    return corpus.metadata().take(rows);
}

[[noreturn]] void refuse_other(const std::string& what,
                               const std::string& was,
                               const std::string& is) {
    throw Error(ErrorKind::bad_argument,
                "the corpus was read with " + what + was + ", what is appended with " + is +
                    "; read all of it again, or pass the same options");
}

std::string kept(text::KeptForms forms) {
    std::string names;
    for (const auto name : text::names_of(forms)) {
        if (!names.empty()) names.append(", ");
        names.append(name);
    }
    return names.empty() ? "None" : names;
}

std::string fingerprint(std::uint64_t profile) {
    return profile == 0 ? "None" : fingerprint_digits(profile);
}

/// `Error{bad_argument}` saying what differs.
void require_same_rules(const ReadingRules& old, const ReadingRules& now) {
    if (old.version != now.version) refuse_other("rules of version ", old.version, now.version);
    if (old.unicode_version != now.unicode_version) {
        refuse_other("Unicode ", old.unicode_version, now.unicode_version);
    }
    if (old.detect_zones != now.detect_zones) {
        const auto named = [](bool detect) { return detect ? "True" : "False"; };
        refuse_other("detect_zones=", named(old.detect_zones), named(now.detect_zones));
    }
    if (old.keep != now.keep) refuse_other("keep=", kept(old.keep), kept(now.keep));
    if (old.profile != now.profile) {
        refuse_other("profile=", fingerprint(old.profile), fingerprint(now.profile));
    }
}

void require_room(const Corpus& first, const Corpus& second) {
    const std::size_t most = Limits().tokens;
    if (second.token_count() <= most - first.token_count()) return;
    throw Error(ErrorKind::memory_limit,
                "a corpus may have " + std::to_string(most) +
                    " tokens at most; keep what is to be appended as a corpus of its own");
}

/// The warnings of what is appended, and one for each of its documents that is left out.
std::vector<Warning> warnings_behind(const Corpus& first, const Corpus& second) {
    std::vector<Warning> warnings;
    for (const auto& warning : second.warnings()) {
        // One about a document that was skipped before stays, also if another has its id.
        const bool is_left_out = warning.kind != "skipped" && !warning.source.empty() &&
                                 second.find(warning.source) && first.find(warning.source);
        if (!is_left_out) warnings.push_back(warning);
    }
    for (const auto document : second.documents()) {
        if (!first.find(document.id())) continue;
        const std::string id(document.id());
        warnings.push_back({.source = id,
                            .place = "",
                            .kind = "skipped",
                            .message = "document '" + id +
                                       "' was in the corpus already, so the appended one was "
                                       "left out"});
    }
    return warnings;
}

/// What is said of a corpus as a whole stands behind what is said of its sources, and once.
std::vector<Warning> joined_warnings(const Corpus& first, const Corpus& second) {
    const auto behind = warnings_behind(first, second);
    std::vector<Warning> joined;
    std::vector<Warning> of_all;
    for (const auto warnings : {first.warnings(), std::span<const Warning>(behind)}) {
        for (const auto& warning : warnings) {
            if (!warning.source.empty()) {
                joined.push_back(warning);
            } else if (std::find(of_all.begin(), of_all.end(), warning) == of_all.end()) {
                of_all.push_back(warning);
            }
        }
    }
    joined.insert(joined.end(), of_all.begin(), of_all.end());
    return joined;
}

}  // namespace

Corpus appended(const Corpus& first, const Corpus& second, KnownIds known) {
    require_same_rules(first.rules(), second.rules());
    const auto documents = new_documents(first, second, known);
    require_room(first, second);
    const bool is_all = documents.size() == second.documents().size();
    const auto rows = is_all ? Columns() : metadata_of(second, documents);
    auto metadata = joined_metadata({first.metadata(), first.documents().size()},
                                    {is_all ? second.metadata() : rows, documents.size()});
    StoreBuilder builder;
    builder.append(first.store(), all_documents(first));
    builder.append(second.store(), documents);
    const auto totals = builder.totals();
    return Corpus({.store = std::move(builder).finish(),
                   .totals = totals,
                   .rules = first.rules(),
                   .metadata = std::move(metadata),
                   .warnings = joined_warnings(first, second)});
}

}  // namespace wortfeld::corpus

#include "wortfeld/entity/document_quantities.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/text/kept_forms.hpp"
#include "wortfeld/text/language.hpp"

#include <utility>

namespace wortfeld::entity {
namespace {

/// Terms that one worker takes at a time.
constexpr std::size_t terms_per_chunk = 1U << 14U;
constexpr std::size_t documents_per_chunk = 4;

quantity::TermLexemes lexemes_of(const corpus::Corpus& corpus,
                                 const text::Language& language,
                                 Job& job) {
    const auto& vocabulary = corpus.vocabulary();
    return parallel_reduce(
        job,
        Chunks{.size = vocabulary.size(), .chunk_size = terms_per_chunk},
        quantity::TermLexemes(language),
        [&](std::size_t begin, std::size_t end, quantity::TermLexemes& part) {
            for (auto i = begin; i < end; ++i) {
                const auto term = id_at<TermId>(i);
                part.add(vocabulary.text(term), corpus.kind(term));
            }
        },
        [](quantity::TermLexemes& all, const quantity::TermLexemes& part) { all.append(part); });
}

}  // namespace

QuantityReader::QuantityReader(const corpus::Corpus& corpus, MentionOptions options, Job& job)
    : corpus_(&corpus),
      options_(std::move(options)),
      has_kept_forms_(corpus.rules().keep != text::KeptForms{}) {
    if (!reads() || has_kept_forms_) return;
    for (const auto& code : corpus.languages()) {
        const auto& language = text::language(code);
        if (!language.has_rules() || lexemes_.contains(&language)) continue;
        lexemes_.emplace(&language, lexemes_of(corpus, language, job));
    }
}

ReferenceDate QuantityReader::known_date(DocumentId id) const {
    if (options_.reference_date) return {options_.reference_date, "argument"};
    return own_date(*corpus_, id);
}

DocumentQuantities QuantityReader::read(DocumentId id,
                                        const corpus::DecodedDocument& decoded) const {
    DocumentQuantities found{.quantities = {}, .reference = known_date(id)};
    if (!reads()) return found;
    const auto document = corpus_->document(id);
    const auto& language = text::language(document.language());
    quantity::Passage passage{.text = document.text(),
                              .tokens = decoded.tokens,
                              .sentences = decoded.sentences,
                              .language = language,
                              .reference_date = found.reference.day};
    text::PlainTokens plain;
    if (has_kept_forms_) {
        plain = text::without_kept_forms(document.text(), decoded.tokens, decoded.sentences);
        passage.tokens = plain.tokens;
        passage.sentences = plain.sentences;
    }
    if (const auto known = lexemes_.find(&language); known != lexemes_.end()) {
        passage.terms = document.terms();
        passage.lexemes = &known->second;
    }
    const quantity::RecogniserOptions wanted{.quantities = options_.quantities,
                                             .dates = options_.dates};
    if (found.reference.day) {
        found.quantities = quantity::recognise(passage, wanted);
        return found;
    }
    auto dated = quantity::recognise_from_first_date(passage, wanted);
    found.quantities = std::move(dated.quantities);
    if (dated.reference_date) found.reference = {dated.reference_date, "first full date"};
    return found;
}

std::vector<ReferenceDate> reference_dates(const Mentions& mentions,
                                           std::optional<std::int32_t> asked_for,
                                           Job& job) {
    using Dates = std::vector<ReferenceDate>;
    const auto& corpus = mentions.indexed().corpus;
    std::vector<bool> asks(corpus.documents().size());
    for (const auto& mention : mentions.all()) {
        if (mention.quantity == none || asked_for) continue;
        asks[number(mention.document)] = !own_date(corpus, mention.document).day;
    }
    const auto reads = std::find(asks.begin(), asks.end(), true) != asks.end();
    const QuantityReader reader(
        corpus, {.quantities = false, .dates = reads, .reference_date = asked_for}, job);
    return parallel_reduce(
        job,
        Chunks{.size = corpus.documents().size(), .chunk_size = documents_per_chunk},
        Dates(),
        [&](std::size_t begin, std::size_t end, Dates& dates) {
            corpus::DecodedDocument decoded;
            for (auto d = begin; d < end; ++d) {
                const auto id = id_at<DocumentId>(d);
                if (asks[d]) decoded.decode(corpus.document(id));
                dates.push_back(asks[d] ? reader.read(id, decoded).reference
                                        : reader.known_date(id));
            }
        },
        [](Dates& all, Dates&& part) { all.insert(all.end(), part.begin(), part.end()); });
}

}  // namespace wortfeld::entity

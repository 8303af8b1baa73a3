// Any Arrow data: it is refused, or every value of it can be read, its texts become documents, and
// whatever was handed out is released exactly once.
#include "arrow_producer.hpp"
#include "wortfeld/base/arrow_import.hpp"
#include "wortfeld/base/arrow_texts.hpp"
#include "wortfeld/base/arrow_values.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/arrow_documents.hpp"
#include "wortfeld/corpus/builder.hpp"

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <optional>
#include <vector>

namespace {

using namespace wortfeld;

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_refusal(const Error& error) {
    return error.kind() == ErrorKind::bad_input || error.kind() == ErrorKind::bad_argument;
}

/// What a call gives, or nothing if it refuses.
template <typename Call>
auto unless_refused(Call call) -> std::optional<decltype(call())> {
    try {
        return call();
    } catch (const Error& error) {
        if (!is_refusal(error)) throw;
    }
    return std::nullopt;
}

/// Touches every byte of every text.
std::size_t read_texts(const ArrowTexts& texts) {
    std::size_t bytes = 0;
    std::uint8_t sum = 0;
    for (std::size_t row = 0; row < texts.rows(); ++row) {
        const auto text = texts.text(row).value_or("");
        bytes += text.size();
        for (const auto character : text) sum = static_cast<std::uint8_t>(sum + character);
    }
    volatile auto kept = sum;
    (void)kept;
    require(bytes <= texts.bytes());
    return bytes;
}

void read_columns(const ArrowBatch& batch, const ArrowStream& stream) {
    for (const auto& field : stream.fields()) {
        const auto& view = batch.view(field.name);
        require(view.rows == batch.rows());
        if (const auto column = unless_refused([&] { return values_of(view); })) {
            require(column->size() == batch.rows());
        }
        unless_refused([&] { return read_texts(ArrowTexts(view)); });
    }
}

/// Every column as the texts; what is refused leaves no builder behind.
void add_documents(const std::vector<ArrowBatch>& batches, const ArrowStream& stream) {
    for (const auto& field : stream.fields()) {
        unless_refused([&] {
            corpus::Builder builder({.replace_ill_formed = true});
            Job job(1);
            std::size_t offered = 0;
            for (const auto& batch : batches) offered += batch.rows();
            const auto missing = add_arrow(
                builder,
                {.batches = batches, .text = field.name, .languages = {"de"}, .skip_missing = true},
                job);
            const auto corpus = std::move(builder).finish({});
            require(corpus.documents().size() + missing.size() == offered);
            return offered;
        });
    }
}

void read(ArrowStream stream) {
    std::vector<ArrowBatch> batches;
    while (auto batch = stream.next()) {
        read_columns(*batch, stream);
        batches.push_back(std::move(*batch));
    }
    add_documents(batches, stream);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ArrowProducer producer({data, size});
    auto exported = producer.stream();
    unless_refused([&] {
        read(ArrowStream(ArrowOwned(exported)));
        return true;
    });
    require(producer.unreleased() == 0);
    return 0;
}

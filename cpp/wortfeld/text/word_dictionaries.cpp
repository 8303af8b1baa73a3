#include "wortfeld/text/word_dictionaries.hpp"

#include "wortfeld/base/error.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string>

namespace wortfeld::text {
namespace {

struct CloseText {
    void operator()(UText* text) const noexcept { utext_close(text); }
};

void check(UErrorCode status) {
    if (U_SUCCESS(status)) return;
    throw Error(ErrorKind::bad_file,
                std::string("the word rules of ICU cannot be loaded: ") + u_errorName(status));
}

const icu::BreakIterator& word_rules() {
    static const auto rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> result(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        check(status);
        return result;
    }();
    return *rules;
}

/// An iterator of this thread on the given text.
icu::BreakIterator& word_iterator(std::string_view text) {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator(word_rules().clone());
    thread_local std::unique_ptr<UText, CloseText> source;
    UErrorCode status = U_ZERO_ERROR;
    const auto size = static_cast<std::int64_t>(text.size());
    const char* const bytes = text.data();
    auto* opened = utext_openUTF8(source.get(), bytes, size, &status);
    check(status);
    if (!source) source.reset(opened);
    iterator->setText(opened, status);
    check(status);
    return *iterator;
}

}  // namespace

void divide_by_dictionary(std::string_view text,
                          ByteSpan segment,
                          std::vector<std::uint32_t>& ends) {
    auto& iterator = word_iterator(slice(text, segment));
    for (auto next = iterator.next(); next != icu::BreakIterator::DONE; next = iterator.next()) {
        ends.push_back(segment.begin + static_cast<std::uint32_t>(next));
    }
}

}  // namespace wortfeld::text

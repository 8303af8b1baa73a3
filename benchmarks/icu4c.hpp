// ICU4C's break iterators over UTF-8, as their manual advises: one iterator, a UText a document.
#pragma once

#include "contender.hpp"
#include "wortfeld/base/span.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace benchmarks {

/// Appends the segments of a text between the boundaries of an iterator.
class IcuSplitter {
  public:
    using Make = icu::BreakIterator*(const icu::Locale&, UErrorCode&);

    IcuSplitter(Make* make, const icu::Locale& locale) {
        UErrorCode status = U_ZERO_ERROR;
        iterator_.reset(make(locale, status));
        check(status);
    }
    IcuSplitter(const IcuSplitter&) = delete;
    IcuSplitter& operator=(const IcuSplitter&) = delete;
    IcuSplitter(IcuSplitter&&) = delete;
    IcuSplitter& operator=(IcuSplitter&&) = delete;
    ~IcuSplitter() { utext_close(&text_); }

    void split(std::string_view text, std::vector<wortfeld::ByteSpan>& spans) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &status);
        iterator_->setText(&text_, status);
        check(status);
        auto begin = iterator_->first();
        for (auto end = iterator_->next(); end != icu::BreakIterator::DONE;
             end = iterator_->next()) {
            spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
            begin = end;
        }
    }

  private:
    static void check(UErrorCode status) {
        if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
    }

    std::unique_ptr<icu::BreakIterator> iterator_;
    UText text_ = UTEXT_INITIALIZER;
};

}  // namespace benchmarks

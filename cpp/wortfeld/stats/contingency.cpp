#include "wortfeld/stats/contingency.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/stats/exact.hpp"

#include <string>
#include <string_view>

namespace wortfeld::stats {
namespace {

double expected(std::uint64_t row, std::uint64_t column, std::uint64_t n) noexcept {
    return to_double(product(row, column)) / static_cast<double>(n);
}

// Why no table has these marginals; empty when one has.
std::string_view impossibility(std::int64_t o11, std::int64_t r1, std::int64_t c1, std::int64_t n) {
    if (o11 < 0 || r1 < 0 || c1 < 0 || n < 0) return "counts cannot be negative";
    if (r1 > n) return "r1 cannot be larger than n";
    if (c1 > n) return "c1 cannot be larger than n";
    if (o11 > r1) return "o11 cannot be larger than r1";
    if (o11 > c1) return "o11 cannot be larger than c1";
    // Written so that nothing overflows: o22 = n - r1 - c1 + o11.
    if (c1 - o11 > n - r1) return "n is too small for r1 + c1 - o11";
    return {};
}

std::string values(std::int64_t o11, std::int64_t r1, std::int64_t c1, std::int64_t n) {
    return "o11 = " + std::to_string(o11) + ", r1 = " + std::to_string(r1) +
           ", c1 = " + std::to_string(c1) + ", n = " + std::to_string(n);
}

}  // namespace

double Contingency::e11() const noexcept {
    return expected(r1(), c1(), n());
}

double Contingency::e12() const noexcept {
    return expected(r1(), c2(), n());
}

double Contingency::e21() const noexcept {
    return expected(r2(), c1(), n());
}

double Contingency::e22() const noexcept {
    return expected(r2(), c2(), n());
}

double Contingency::deviation() const noexcept {
    return to_double(product(o11, o22) - product(o12, o21)) / static_cast<double>(n());
}

Contingency contingency_from_marginals(std::int64_t o11,
                                       std::int64_t r1,
                                       std::int64_t c1,
                                       std::int64_t n) {
    const auto reason = impossibility(o11, r1, c1, n);
    if (!reason.empty()) {
        throw Error(
            ErrorKind::bad_argument,
            "impossible table: " + std::string(reason) + " (" + values(o11, r1, c1, n) + ")");
    }
    return {.o11 = static_cast<std::uint64_t>(o11),
            .o12 = static_cast<std::uint64_t>(r1 - o11),
            .o21 = static_cast<std::uint64_t>(c1 - o11),
            .o22 = static_cast<std::uint64_t>((n - r1) - (c1 - o11))};
}

Contingency Marginals::at(std::size_t row) const {
    try {
        return contingency_from_marginals(o11[row], r1[row], c1[row], n[row]);
    } catch (const Error& error) {
        if (size() == 1) throw;
        throw Error(error.kind(), std::string(error.what()) + " in row " + std::to_string(row));
    }
}

void require_equal_lengths(const Marginals& marginals) {
    const auto size = marginals.size();
    if (marginals.r1.size() == size && marginals.c1.size() == size && marginals.n.size() == size) {
        return;
    }
    throw Error(ErrorKind::bad_argument,
                "o11, r1, c1 and n differ in length: " + std::to_string(size) + ", " +
                    std::to_string(marginals.r1.size()) + ", " +
                    std::to_string(marginals.c1.size()) + ", " +
                    std::to_string(marginals.n.size()));
}

}  // namespace wortfeld::stats

// The table of four counts that every association measure reads, in the notation of Evert (2008).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace wortfeld::stats {

/// Counts of two events a (rows) and b (columns) over n units or positions:
///
///             b      not b
///     a       o11    o12    r1
///     not a   o21    o22    r2
///             c1     c2     n
///
/// n is at most 2^63 - 1; then nothing below overflows.
struct Contingency {
    std::uint64_t o11 = 0;  ///< a and b together
    std::uint64_t o12 = 0;  ///< a without b
    std::uint64_t o21 = 0;  ///< b without a
    std::uint64_t o22 = 0;  ///< neither

    [[nodiscard]] constexpr std::uint64_t r1() const noexcept { return o11 + o12; }
    [[nodiscard]] constexpr std::uint64_t r2() const noexcept { return o21 + o22; }
    [[nodiscard]] constexpr std::uint64_t c1() const noexcept { return o11 + o21; }
    [[nodiscard]] constexpr std::uint64_t c2() const noexcept { return o12 + o22; }
    [[nodiscard]] constexpr std::uint64_t n() const noexcept { return r1() + r2(); }

    /// Counts expected if a and b were independent, e_ij = r_i * c_j / n; NaN when n is 0.
    [[nodiscard]] double e11() const noexcept;
    [[nodiscard]] double e12() const noexcept;
    [[nodiscard]] double e21() const noexcept;
    [[nodiscard]] double e22() const noexcept;

    /// o11 - e11 = o22 - e22 = e12 - o12 = e21 - o21, to the last digit however close they are.
    /// NaN when n is 0.
    [[nodiscard]] double deviation() const noexcept;

    /// Rows and columns exchanged: the table of (b, a).
    [[nodiscard]] constexpr Contingency transposed() const noexcept {
        return {.o11 = o11, .o12 = o21, .o21 = o12, .o22 = o22};
    }

    friend constexpr bool operator==(const Contingency&, const Contingency&) = default;
};

/// The table with these marginals. A negative number, o11 above r1 or c1, r1 or c1 above n, and
/// r1 + c1 - o11 above n are `Error{bad_argument}` with the values.
[[nodiscard]] Contingency contingency_from_marginals(std::int64_t o11,
                                                     std::int64_t r1,
                                                     std::int64_t c1,
                                                     std::int64_t n);

/// Tables as columns of equal length, row i is (o11[i], r1[i], c1[i], n[i]).
struct Marginals {
    std::span<const std::int64_t> o11;
    std::span<const std::int64_t> r1;
    std::span<const std::int64_t> c1;
    std::span<const std::int64_t> n;

    [[nodiscard]] std::size_t size() const noexcept { return o11.size(); }
    /// The table of one row; an impossible one is an error that names row and values.
    [[nodiscard]] Contingency at(std::size_t row) const;
};

/// Columns of unequal length are `Error{bad_argument}`.
void require_equal_lengths(const Marginals& marginals);

}  // namespace wortfeld::stats

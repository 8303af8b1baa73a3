#include "wortfeld/stats/deviance.hpp"

#include "wortfeld/stats/exact.hpp"

#include <cmath>

namespace wortfeld::stats {
namespace {

// Below this share of o + e, o * ln(o / e) + e - o loses digits and its series takes few terms.
constexpr double series_limit = 0.1;

double cell_deviance(std::uint64_t count, double expected, double difference) noexcept {
    // x * ln(x) is 0 at 0; a cell that cannot be filled expects 0 and adds 0.
    if (count == 0) return expected;
    return deviance_of_count(static_cast<double>(count), expected, difference);
}

}  // namespace

double deviance(const Contingency& table) noexcept {
    const bool independent = product(table.o11, table.o22) == product(table.o12, table.o21);
    if (independent) return 0.0;
    const double difference = table.deviation();
    const double diagonal = cell_deviance(table.o11, table.e11(), difference) +
                            cell_deviance(table.o22, table.e22(), difference);
    const double off_diagonal = cell_deviance(table.o12, table.e12(), -difference) +
                                cell_deviance(table.o21, table.e21(), -difference);
    return diagonal + off_diagonal;
}

double deviance_of_count(double observed, double expected, double difference) noexcept {
    if (std::abs(difference) >= series_limit * (observed + expected)) {
        const double relative = difference / expected;
        const bool halved = relative < -0.5;
        return observed * (halved ? std::log(observed / expected) : std::log1p(relative)) -
               difference;
    }
    // With v = (o - e) / (o + e), ln(o / e) = 2 * (v + v^3 / 3 + v^5 / 5 + ...), and the first
    // term of o * ln(o / e) + e - o becomes (o - e) * v.
    const double v = difference / (observed + expected);
    double sum = difference * v;
    double power = 2.0 * observed * v;
    for (double odd = 3.0;; odd += 2.0) {
        power *= v * v;
        const double next = sum + power / odd;
        if (next == sum) return sum;
        sum = next;
    }
}

}  // namespace wortfeld::stats

#include "wortfeld/stats/registry.hpp"

#include "wortfeld/base/suggest.hpp"
#include "wortfeld/stats/association.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace wortfeld::stats {
namespace {

constexpr std::string_view no_null = "none in use; effect size only";

constexpr std::array<Measure, 10> all_measures = {{
    {
        .name = "log_likelihood",
        .family = Family::significance,
        .score = &log_likelihood,
        .formula = "sign(O11 - E11) * 2 * sum_ij O_ij * ln(O_ij / E_ij), 0 * ln 0 := 0",
        .source = "Dunning 1993, Computational Linguistics 19(1)",
        .range = "[-2 N ln 2, 2 N ln 2]",
        .direction = "positive: attraction; 0: independence; negative: repulsion",
        .symmetric = true,
        .zero = "finite for zero cells; 0 for a zero marginal and for the empty table",
        .null_distribution = "absolute value ~ chi-squared, 1 df",
        .other_names = "LLR, G2, G-test, likelihood ratio",
    },
    {
        .name = "pmi",
        .family = Family::information,
        .score = &pmi,
        .formula = "log2(O11 / E11)",
        .source = "Fano 1961; Church & Hanks 1990, Computational Linguistics 16(1)",
        .range = "[-inf, log2 N]",
        .direction = "positive: attraction; 0: independence; negative: repulsion",
        .symmetric = true,
        .zero = "-inf when O11 = 0; NaN when R1 = 0 or C1 = 0 (0/0, no limit)",
        .null_distribution = no_null,
        .other_names = "MI, mutual information, association ratio",
    },
    {
        .name = "npmi",
        .family = Family::information,
        .score = &npmi,
        .formula = "log2(O11 / E11) / -log2(O11 / N)",
        .source = "Bouma 2009, Proceedings of GSCL",
        .range = "[-1, 1]",
        .direction = "1: never apart; 0: independence; -1: never together",
        .symmetric = true,
        .zero = "-1 when O11 = 0; NaN when R1 = 0 or C1 = 0 or O11 = N (0/0, no limit)",
        .null_distribution = no_null,
        .other_names = "normalised PMI",
    },
    {
        .name = "log_ratio",
        .family = Family::effect,
        .score = &log_ratio,
        .formula = "log2((O11 / R1) / (O21 / R2))",
        .source = "Hardie 2014, without his discount at zero cells",
        .range = "[-inf, inf]",
        .direction = "+1: b twice as frequent with a as without; 0: independence; negative: rarer",
        .symmetric = false,
        .zero = "-inf when O11 = 0, +inf when O21 = 0; NaN when C1 = 0, R1 = 0 or R2 = 0 (0/0)",
        .null_distribution = no_null,
        .other_names = "log2 relative risk",
    },
    {
        .name = "log_odds",
        .family = Family::effect,
        .score = &log_odds,
        .formula = "ln((O11 + 1/2) * (O22 + 1/2) / ((O12 + 1/2) * (O21 + 1/2)))",
        .source = "Haldane 1956; Anscombe 1956; Gart 1966, Biometrika 53",
        .range = "(-inf, inf)",
        .direction = "positive: attraction; negative: repulsion",
        .symmetric = true,
        .zero = "finite for every table, by the added halves; 0 for the empty table",
        .null_distribution =
            "approximately normal, variance sum_ij 1 / (O_ij + 1/2) (Gart & Zweifel 1967)",
        .other_names = "discounted log odds ratio",
    },
    {
        .name = "dice",
        .family = Family::effect,
        .score = &dice,
        .formula = "2 * O11 / (R1 + C1)",
        .source = "Dice 1945, Ecology 26(3); Smadja et al. 1996, Computational Linguistics 22(1)",
        .range = "[0, 1]",
        .direction = "0: never together; 1: never apart",
        .symmetric = true,
        .zero = "0 when O11 = 0; NaN when R1 = C1 = 0 (0/0, neither occurs)",
        .null_distribution = no_null,
        .other_names = "Sorensen-Dice",
    },
    {
        .name = "log_dice",
        .family = Family::effect,
        .score = &log_dice,
        .formula = "14 + log2(2 * O11 / (R1 + C1))",
        .source = "Rychly 2008, Proceedings of RASLAN",
        .range = "[-inf, 14]",
        .direction = "14: never apart; +1: twice as often together",
        .symmetric = true,
        .zero = "-inf when O11 = 0; NaN when R1 = C1 = 0 (0/0, neither occurs)",
        .null_distribution = no_null,
        .other_names = "logDice",
    },
    {
        .name = "jaccard",
        .family = Family::effect,
        .score = &jaccard,
        .formula = "O11 / (O11 + O12 + O21)",
        .source = "Jaccard 1901, Bulletin de la Societe vaudoise des sciences naturelles 37",
        .range = "[0, 1]",
        .direction = "0: never together; 1: never apart",
        .symmetric = true,
        .zero = "0 when O11 = 0; NaN when R1 = C1 = 0 (0/0, neither occurs)",
        .null_distribution = no_null,
        .other_names = "Tanimoto",
    },
    {
        .name = "delta_p_b_given_a",
        .family = Family::effect,
        .score = &delta_p_b_given_a,
        .formula = "O11 / R1 - O21 / R2",
        .source = "Allan 1980; Gries 2013, International Journal of Corpus Linguistics 18(1)",
        .range = "[-1, 1]",
        .direction = "positive: b likelier where a is; 0: independence; negative: less likely",
        .symmetric = false,
        .zero = "finite for zero cells; NaN when R1 = 0 or R2 = 0 (a share of nothing)",
        .null_distribution = no_null,
        .other_names = "delta P 2|1, risk difference",
    },
    {
        .name = "delta_p_a_given_b",
        .family = Family::effect,
        .score = &delta_p_a_given_b,
        .formula = "O11 / C1 - O12 / C2",
        .source = "Allan 1980; Gries 2013, International Journal of Corpus Linguistics 18(1)",
        .range = "[-1, 1]",
        .direction = "positive: a likelier where b is; 0: independence; negative: less likely",
        .symmetric = false,
        .zero = "finite for zero cells; NaN when C1 = 0 or C2 = 0 (a share of nothing)",
        .null_distribution = no_null,
        .other_names = "delta P 1|2",
    },
}};

// Calls visit(name, measure) for the name and every other name of every measure.
template <typename Visit>
void for_each_name(Visit visit) {
    for (const auto& measure : all_measures) {
        visit(measure.name, measure);
        auto rest = measure.other_names;
        while (!rest.empty()) {
            const auto comma = rest.find(", ");
            visit(rest.substr(0, comma), measure);
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
        }
    }
}

std::vector<std::string> near_measures(std::string_view name) {
    std::vector<std::string_view> names;
    std::vector<std::string_view> owners;
    for_each_name([&](std::string_view known, const Measure& measure) {
        names.push_back(known);
        owners.push_back(measure.name);
    });
    std::vector<std::string> suggestions;
    constexpr std::size_t most = 3;
    for (const auto& near : near_names(name, names, names.size())) {
        const auto position = std::find(names.begin(), names.end(), near) - names.begin();
        const std::string owner(owners[static_cast<std::size_t>(position)]);
        const bool known =
            std::find(suggestions.begin(), suggestions.end(), owner) != suggestions.end();
        if (!known && suggestions.size() < most) suggestions.push_back(owner);
    }
    return suggestions;
}

struct TextField {
    std::string name;
    std::string_view Measure::* text;
};

Columns::Named text_column(const TextField& field) {
    ColumnWriter writer(ColumnType::text);
    for (const auto& measure : all_measures) writer.push(measure.*field.text);
    return {field.name, std::move(writer).finish()};
}

}  // namespace

std::string_view to_text(Family family) noexcept {
    switch (family) {
        case Family::significance:
            return "significance";
        case Family::effect:
            return "effect";
        case Family::information:
            return "information";
        case Family::conservative:
            return "conservative";
    }
    return {};
}

std::span<const Measure> measures() noexcept {
    return all_measures;
}

const Measure& find_measure(std::string_view name) {
    const auto found = std::find_if(all_measures.begin(),
                                    all_measures.end(),
                                    [&](const Measure& measure) { return measure.name == name; });
    if (found != all_measures.end()) return *found;
    auto suggestions = near_measures(name);
    if (!suggestions.empty()) throw unknown_name_like("measure", name, std::move(suggestions));
    std::vector<std::string_view> names(all_measures.size());
    std::transform(all_measures.begin(), all_measures.end(), names.begin(), [](const auto& known) {
        return known.name;
    });
    throw unknown_name("measure", name, names);
}

Columns measure_table() {
    ColumnWriter family(ColumnType::text);
    ColumnWriter symmetric(ColumnType::boolean);
    for (const auto& measure : all_measures) {
        family.push(to_text(measure.family));
        symmetric.push_boolean(measure.symmetric);
    }
    return Columns({
        text_column({"name", &Measure::name}),
        {"family", std::move(family).finish()},
        text_column({"formula", &Measure::formula}),
        text_column({"source", &Measure::source}),
        text_column({"range", &Measure::range}),
        {"symmetric", std::move(symmetric).finish()},
        text_column({"zero", &Measure::zero}),
        text_column({"other_names", &Measure::other_names}),
    });
}

Columns measure_details() {
    return Columns({
        text_column({"name", &Measure::name}),
        text_column({"direction", &Measure::direction}),
        text_column({"null_distribution", &Measure::null_distribution}),
    });
}

}  // namespace wortfeld::stats

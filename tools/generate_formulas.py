"""Write docs/formulas.md from the registry of the built core.

Usage: ``generate_formulas.py``; a test compares the file with what this writes.
"""

from typing import Any

from project import ROOT
from wortfeld import _core

PAGE = ROOT / "docs" / "formulas.md"

INTRODUCTION = """\
# Association measures

<!-- Written by tools/generate_formulas.py; its source is cpp/wortfeld/stats/registry.cpp. -->

What `wf.association()` computes and `network.pairs(measures=…)` shows. Notation of Evert (2008): of
N units, R1 have a, C1 have b, O11 have both; O12 = R1 - O11, O21 = C1 - O11, O22 is the rest;
R2 = N - R1, C2 = N - C1. The expected counts are E_ij = R_i * C_j / N.

Nothing is smoothed, clipped or rounded unless the formula says so. A limit that exists is given,
infinite ones as inf or -inf; NaN stands only where there is none. Values are within
1e-12 * max(1, abs(v)) of the exact ones and keep nine digits down to 1e-12.
"""

TEST = """\
## p and q

`p_value` is the one-sided exact test of Fisher (1935), P(X >= O11) of the hypergeometric
distribution with the marginals of the table:

    p = sum_{k >= O11} C(R1, k) * C(R2, C1 - k) / C(N, C1)

`log10_p` is its decimal logarithm, which stays finite where p is too small for a float. p is 1
where O11 is the smallest count that the marginals allow.

`q_value` is p after Benjamini & Hochberg (1995), for m candidates of which pairs never seen have
p = 1:

    q_(i) = min over j >= i of p_(j) * m / j, at most 1;   p_(1) <= p_(2) <= …
"""

FIELDS = {
    "family": "Family",
    "range": "Range",
    "direction": "Direction",
    "zero": "Zeros",
    "symmetric": "Symmetric",
    "null_distribution": "Under independence",
    "source": "Source",
    "other_names": "Other names",
}


def rows() -> list[dict[str, Any]]:
    """Return the registry, one dict a measure."""
    columns = _core.measures()
    details = _core.measure_details()
    tables = {name: columns.values(name) for name in columns.names}
    tables |= {name: details.values(name) for name in details.names}
    return [dict(zip(tables, row, strict=True)) for row in zip(*tables.values(), strict=True)]


def section(row: dict[str, Any]) -> str:
    """Return what the page says about one measure."""
    shown = {**row, "symmetric": "yes" if row["symmetric"] else "no"}
    lines = [f"## {row['name']}", "", f"    {row['formula']}", ""]
    lines += [f"- {title}: {shown[field]}" for field, title in FIELDS.items() if shown[field]]
    return "\n".join(lines) + "\n"


def page() -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION, *map(section, rows()), TEST])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

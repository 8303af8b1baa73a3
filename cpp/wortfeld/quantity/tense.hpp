// Whether a clause speaks of what has been or of what is to come, by the forms of its verbs.
#pragma once

#include "wortfeld/quantity/line.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wortfeld::quantity {

enum class Time : std::uint8_t {
    open,  ///< the present tense, or no verb: German uses it for what is to come as well
    past,
    future
};

/// The clauses of one line; they are read when the first one is asked for. Refers to the line.
class Tense {
  public:
    explicit Tense(const Line& line) : line_(&line) {}

    void stand_at(std::size_t position) noexcept { position_ = position; }
    /// The time that the clause of the position speaks of. A date behind "bis" is one to come and
    /// one behind "seit" has been, unless the verbs say otherwise.
    [[nodiscard]] Time time();

  private:
    struct Clause {
        std::size_t end = 0;  ///< behind its last token
        bool future = false;
        bool past = false;        ///< war, spielte, wurde
        bool perfect = false;     ///< hat, haben: past with a participle
        bool state = false;       ///< ist, sind: with a participle past, but not before "bis"
        bool participle = false;  ///< gespielt, verkauft
        bool regular = false;     ///< announced: past or participle, past without will and are
    };

    void read_clauses();
    void read_word(std::size_t position, Clause& clause) const;
    [[nodiscard]] const Clause& clause_here();

    const Line* line_;
    std::size_t position_ = 0;
    std::vector<Clause> clauses_;
};

}  // namespace wortfeld::quantity

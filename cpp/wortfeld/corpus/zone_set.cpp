#include "wortfeld/corpus/zone_set.hpp"

#include "wortfeld/base/error.hpp"

namespace wortfeld::corpus {

ZoneSet ZoneSet::all() noexcept {
    ZoneSet set;
    set.bits_ = ~0U;
    return set;
}

ZoneSet ZoneSet::counted() noexcept {
    ZoneSet set;
    for (auto zone = 0U; zone <= static_cast<unsigned>(text::Zone::boilerplate); ++zone) {
        if (text::is_counted(static_cast<text::Zone>(zone))) set.bits_ |= 1U << zone;
    }
    return set;
}

ZoneSet ZoneSet::named(std::span<const std::string> names) {
    ZoneSet set;
    for (const auto& name : names) {
        const auto zone = text::zone_named(name);
        if (!zone) {
            throw Error(ErrorKind::bad_argument,
                        "zones must be 'all' or among title, lead, byline, timestamp, heading, "
                        "section_number, body, boilerplate, not '" +
                            name + "'");
        }
        set.bits_ |= 1U << static_cast<unsigned>(*zone);
    }
    return set;
}

}  // namespace wortfeld::corpus

package org.orderbench.policy;

import java.util.Optional;

/**
 * A slice that loses a level, without anybody having to ask for it.
 *
 * @param words why, with the figures
 */
public record Demotion(String slice, AuthorityLevel from, AuthorityLevel to, String words) {

    /** @param latest the slice's agreement over its latest decisions ({@link Agreement#latest}) */
    public static Optional<Demotion> due(Slice slice, Agreement latest, EarnRule rule) {
        if (!slice.level().writesUnasked() || latest.considered() < rule.demoteFewest() || latest.bounds().lower() >= rule.demoteBelow()) {
            return Optional.empty();
        }
        return Optional.of(new Demotion(
                slice.name(),
                slice.level(),
                slice.level().below(),
                "Slice \"" + slice.name() + "\": of the latest " + latest.considered() + " lines that people looked at, " + latest.unedited()
                        + " stayed as proposed. The true share may be as low as " + Math.round(latest.bounds().lower() * 100) + " %, below the "
                        + Math.round(rule.demoteBelow() * 100) + " % that its level needs."));
    }
}

package org.orderbench.forecast.method;

import java.util.List;

/** The methods that are combined, always all of them and in this order: weights are kept by position. */
public final class Methods {

    private static final List<Method> ALL = List.of(
            new Mean(0),
            new Mean(12),
            new Mean(4),
            new SeasonalNaive(),
            new Ses(),
            new DampedHolt(),
            new HoltWinters(false),
            new HoltWinters(true),
            new Theta(),
            new OptimisedTheta(),
            new Sba(),
            new Tsb(),
            new Imapa(false),
            new Imapa(true),
            new CycleProfile());

    private Methods() {}

    public static List<Method> all() {
        return ALL;
    }
}

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

    private static final double[] REGULAR = {0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
    private static final double[] PAUSING = {1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 1, 0};

    public static double[] prior(boolean pausing) {
        String o = System.getProperty(pausing ? "pa" : "re");
        double[] w = o != null ? java.util.Arrays.stream(o.split(",")).mapToDouble(Double::parseDouble).toArray() : (pausing ? PAUSING : REGULAR).clone();
        double sum = java.util.Arrays.stream(w).sum();
        for (int i = 0; i < w.length; i++) {
            w[i] /= sum;
        }
        return w;
    }

    public static List<Method> all() {
        return ALL;
    }
}

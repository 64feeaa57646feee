package org.orderbench.forecast.method;

import java.util.Arrays;
import java.util.List;

/** The methods that are combined, always all of them and in this order: weights are kept by position. */
public final class Methods {

    private static final List<Method> ALL = List.of(
            new Mean(0),
            new Mean(12),
            new Mean(4),
            new SeasonalNaive(),
            new Ses(0),
            new Ses(0.05),
            new Ses(0.1),
            new Ses(0.2),
            new DampedHolt(),
            new Logged(new DampedHolt()),
            new AveragedEts(),
            new HoltWinters(false),
            new HoltWinters(true),
            new Theta(),
            new Logged(new Theta()),
            new OptimisedTheta(),
            new Sba(),
            new Tsb(),
            new Adida(),
            new Imapa(),
            new CycleProfile());

    private Methods() {}

    /** What a method gives way to where it cannot work, by position. */
    private static final int DAMPED = 8;

    private static final int THETA = 13;

    private static final double[] SMOOTH = {0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0};
    private static final double[] ERRATIC = {1, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0};
    private static final double[] PAUSING = {1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1};

    /** The methods that a demand class is known to need, in equal parts: where weights start from. Others come in by evidence only. */
    public static double[] usual(boolean pausing, boolean varying) {
        double[] w = pausing ? PAUSING : varying ? ERRATIC : SMOOTH;
        double sum = Arrays.stream(w).sum();
        return Arrays.stream(w).map(x -> x / sum).toArray();
    }

    /** Whether the methods will take a season of its own out of this history. */
    public static boolean seasonal(double[] y, int season) {
        return !Season.of(y, season).isFlat();
    }

    /** The paths of all methods, in their order. */
    public static double[][] paths(double[] y, int season, int horizon) {
        double[][] paths = new double[ALL.size()][];
        boolean cyclic = Season.present(y, season);
        boolean positive = Numbers.positive(y);
        Season cycle = Season.of(y, season);
        Fits fits = new Fits(cycle.adjusted);
        Fits logs = positive ? Fits.ofLogs(cycle.adjusted) : fits;
        for (int m = 0; m < paths.length; m++) {
            paths[m] = switch (ALL.get(m)) {
                case HoltWinters _ when !cyclic -> paths[DAMPED];
                case Logged _ when !positive -> m > THETA ? paths[THETA] : paths[DAMPED];
                case Logged logged -> logged.path(y, cycle, logs, horizon);
                case Trending trending -> trending.path(y, cycle, fits, horizon);
                case Method method -> method.path(y, season, horizon);
            };
        }
        return paths;
    }

    public static List<Method> all() {
        return ALL;
    }
}

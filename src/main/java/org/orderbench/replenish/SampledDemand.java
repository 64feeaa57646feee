package org.orderbench.replenish;

import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;
import org.orderbench.catalog.DayMoves;
import org.orderbench.forecast.DemandDistribution;
import org.orderbench.forecast.Forecast;

/**
 * A demand distribution read off at fixed stretches and probabilities: small enough to keep for every SKU, and the same to plan with whether it was
 * just forecast or kept. Between stretches it is linear, between probabilities linear in the normal score, beyond the last stretch the mean goes on at
 * its pace and the spread with the root of time. Immutable and safe for any thread.
 *
 * <p>A quantile is held to what can be argued: at most the greater of {@value #TIMES_MEAN} times the mean and {@value #TIMES_BEST} times the most that
 * was ever sold in so many days. Errors learned from other SKUs can otherwise make an erratic one ask for years of stock.
 */
public final class SampledDemand implements DemandDistribution {

    private static final int[] MEAN_DAYS = meanDays();
    private static final int[] DAYS = {1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 56, 84, 112, 140, 182};
    private static final double[] PROBABILITIES = {0.05, 0.15, 0.25, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99, 0.995};
    private static final double[] SCORES = scores();
    private static final int LAST = DAYS[DAYS.length - 1];
    private static final double TIMES_MEAN = 5;
    private static final double TIMES_BEST = 2;

    /** At {@link #MEAN_DAYS}, then for each of {@link #DAYS} at {@link #PROBABILITIES}. */
    private final float[] figures;

    private SampledDemand(float[] figures) {
        this.figures = figures;
    }

    private static int[] meanDays() {
        int[] days = new int[15 + 24];
        for (int i = 0; i < days.length; i++) {
            days[i] = i < 15 ? i : 14 + (i - 14) * 7;
        }
        return days;
    }

    private static double[] scores() {
        double[] scores = new double[PROBABILITIES.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Normal.quantile(PROBABILITIES[i]);
        }
        return scores;
    }

    /** The forecast with its distribution sampled: what is planned with, and kept. */
    public static Forecast of(Forecast forecast, SkuFacts facts) {
        return switch (forecast) {
            case Forecast.Available a -> new Forecast.Available(a.origin(), of(a.total(), facts), a.method(), a.confidence(), a.remarks());
            case Forecast.Unavailable unavailable -> unavailable;
        };
    }

    /** @param facts whose past says what is arguable */
    static SampledDemand of(DemandDistribution demand, SkuFacts facts) {
        if (demand instanceof SampledDemand sampled) {
            return sampled;
        }
        float[] figures = new float[MEAN_DAYS.length + DAYS.length * PROBABILITIES.length];
        for (int i = 0; i < MEAN_DAYS.length; i++) {
            figures[i] = (float) demand.mean(MEAN_DAYS[i]);
        }
        double[] most = most(facts);
        int at = MEAN_DAYS.length;
        for (int k = 0; k < DAYS.length; k++) {
            double cap = Math.max(TIMES_MEAN * demand.mean(DAYS[k]), TIMES_BEST * most[k]);
            double least = 0;
            for (double p : PROBABILITIES) {
                least = Math.max(least, Math.min(cap, demand.quantile(p, DAYS[k])));
                figures[at++] = (float) least;
            }
        }
        return new SampledDemand(figures);
    }

    /** The most that was sold in each of the stretches. */
    private static double[] most(SkuFacts facts) {
        double[] most = new double[DAYS.length];
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(facts.historyFrom(), facts.today()));
        double[] sums = new double[days + 1];
        for (DayMoves move : facts.moves()) {
            int day = (int) ChronoUnit.DAYS.between(facts.historyFrom(), move.day());
            if (day >= 0 && day < days) {
                sums[day + 1] += Math.max(0, move.issued().minus(move.returned()).toDouble());
            }
        }
        for (int i = 1; i <= days; i++) {
            sums[i] += sums[i - 1];
        }
        for (int k = 0; k < DAYS.length; k++) {
            for (int i = Math.min(DAYS[k], days); i <= days; i++) {
                most[k] = Math.max(most[k], sums[i] - sums[Math.max(0, i - DAYS[k])]);
            }
        }
        return most;
    }

    @Override
    public double mean(double days) {
        if (days >= LAST) {
            return figures[MEAN_DAYS.length - 1] * days / LAST;
        }
        double at = Math.max(0, days <= 14 ? days : 14 + (days - 14) / 7);
        int below = (int) at;
        return figures[below] + (at - below) * (figures[below + 1] - figures[below]);
    }

    @Override
    public double quantile(double p, double days) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability must lie between 0 and 1, but is " + p);
        }
        if (!(days > 0)) {
            return 0;
        }
        double score = Normal.quantile(p);
        if (days >= LAST) {
            double gap = at(DAYS.length - 1, score) - mean(LAST);
            return Math.max(at(DAYS.length - 1, score), mean(days) + gap * Math.sqrt(days / LAST));
        }
        int k = 0;
        while (DAYS[k] < days) {
            k++;
        }
        if (k == 0) {
            return at(0, score) * days / DAYS[0];
        }
        double share = (days - DAYS[k - 1]) / (DAYS[k] - DAYS[k - 1]);
        double low = at(k - 1, score);
        return low + share * (Math.max(low, at(k, score)) - low);
    }

    private double at(int k, double score) {
        int i = 1;
        while (i < SCORES.length - 1 && SCORES[i] < score) {
            i++;
        }
        int first = MEAN_DAYS.length + k * PROBABILITIES.length + i - 1;
        double share = (score - SCORES[i - 1]) / (SCORES[i] - SCORES[i - 1]);
        return Math.max(0, figures[first] + share * (figures[first + 1] - figures[first]));
    }

    /** For keeping: about a kilobyte. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(figures.length * Float.BYTES);
        buffer.asFloatBuffer().put(figures);
        return buffer.array();
    }

    /** @throws IllegalArgumentException when another version wrote it: forecast anew */
    public static SampledDemand fromBytes(byte[] bytes) {
        float[] figures = new float[MEAN_DAYS.length + DAYS.length * PROBABILITIES.length];
        if (bytes.length != figures.length * Float.BYTES) {
            throw new IllegalArgumentException("not a kept forecast of this version: " + bytes.length + " bytes");
        }
        ByteBuffer.wrap(bytes).asFloatBuffer().get(figures);
        return new SampledDemand(figures);
    }
}

package org.orderbench.forecast.method;

/**
 * The optimised Theta method: like {@link Theta}, with the curvature's factor theta chosen by one-step errors instead of fixed at 2, and the
 * line weighted by 1 − 1/theta (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016, model OTM). Theta = 1 is plain smoothing.
 */
public final class OptimisedTheta implements Trending {

    private static final double[] THETAS = {1, 1.25, 1.5, 2, 2.75, 4, 6};

    @Override
    public String name() {
        return "optimised Theta";
    }

    @Override
    public double[] ahead(Fits fits, int horizon) {
        double[] x = fits.x;
        int n = x.length;
        double[] line = n < 3 ? new double[] {Numbers.mean(x, 0, n), 0} : Numbers.line(x);
        double best = Double.POSITIVE_INFINITY;
        double[] path = new double[horizon];
        double[] bent = new double[n];
        for (double theta : THETAS) {
            double share = 1 / theta;
            for (int t = 0; t < n; t++) {
                bent[t] = theta * x[t] + (1 - theta) * (line[0] + line[1] * t);
            }
            // One-step errors of the whole are the errors of smoothing times 1/theta: the line parts cancel.
            Smoothing smoothing = theta == 1 ? fits.smoothing() : Smoothing.fit(bent);
            double cost = smoothing.sse() * share * share;
            if (cost < best * 0.9999) {
                best = cost;
                for (int h = 0; h < horizon; h++) {
                    path[h] = share * smoothing.level() + (1 - share) * (line[0] + line[1] * (n + h));
                }
            }
        }
        return path;
    }
}

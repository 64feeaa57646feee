package org.orderbench.forecast.method;

/**
 * The Theta method: the season taken out, the line through the history and exponential smoothing of the doubled curvature, in equal parts
 * (Assimakopoulos and Nikolopoulos 2000), in its closed form: smoothing with half the line's slope as drift (Hyndman and Billah 2003).
 */
public final class Theta implements Trending {

    @Override
    public String name() {
        return "Theta";
    }

    @Override
    public double[] ahead(Fits fits, int horizon) {
        double[] x = fits.x;
        Smoothing smoothing = fits.smoothing();
        double drift = x.length < 3 ? 0 : Numbers.line(x)[1] / 2;
        double settled = (1 - Math.pow(1 - smoothing.alpha(), x.length)) / smoothing.alpha();
        double[] path = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            path[h] = smoothing.level() + drift * (h + settled);
        }
        return path;
    }
}

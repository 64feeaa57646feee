package org.orderbench.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.orderbench.forecast.method.Method;
import org.orderbench.forecast.method.Methods;

/** RMSSE of each method alone and of the usual ones in equal parts: {@code MethodScores FOLDER LIMIT [SET…]}. Not a test: run by hand. */
public final class MethodScores {

    private MethodScores() {}

    public static void main(String[] args) throws IOException {
        for (String name : List.of(args).subList(2, args.length)) {
            ForecastScores.Spec spec = ForecastScores.SETS.get(name);
            List<double[]> all = ForecastScores.read(Path.of(args[0], name + ".csv.gz"), Integer.parseInt(args[1]));
            System.out.printf("%s, best reference %.3f%n", name, spec.rmsse());
            List<Method> methods = Methods.all();
            double[] rmsse = new double[methods.size() + 1];
            double[] nanos = new double[methods.size() + 1];
            int count = 0;
            for (double[] y : all) {
                int n = y.length - spec.horizon();
                Series series = Series.of(Arrays.copyOf(y, n), spec.season());
                if (series.length() < 2) {
                    continue;
                }
                double scale = Trial.scale(series.y) * series.unit;
                if (scale == 0) {
                    continue;
                }
                count++;
                double[][] paths = new double[methods.size()][];
                for (int m = 0; m < methods.size(); m++) {
                    long started = System.nanoTime();
                    paths[m] = methods.get(m).path(series.y, spec.season(), spec.horizon());
                    nanos[m] += System.nanoTime() - started;
                }
                double[] equal = Weights.combine(Methods.usual(false, false), paths);
                for (int m = 0; m < rmsse.length; m++) {
                    double[] path = m < paths.length ? paths[m] : equal;
                    double sse = 0;
                    for (int h = 0; h < path.length; h++) {
                        double e = path[h] * series.unit - y[n + h];
                        sse += e * e / path.length;
                    }
                    rmsse[m] += Math.sqrt(sse) / scale;
                }
            }
            for (int m = 0; m < rmsse.length; m++) {
                System.out.printf("  %-32s %.3f  %6.1f us%n", m < methods.size() ? methods.get(m).name() : "usual ones in equal parts", rmsse[m] / count, nanos[m] / count / 1000);
            }
        }
    }
}

package org.orderbench.proposal.replay;

import java.util.List;
import java.util.Locale;

/** The curves as a drawing for a page: average stock against the share of demand served. SVG, which every browser shows and every editor edits. */
public final class ReplayChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 460;
    private static final int LEFT = 92;
    private static final int TOP = 56;
    private static final int RIGHT = 24;
    private static final int BOTTOM = 58;
    private static final double LEAST_FILL = 0.6;
    private static final double MOST_FILL = 1.0;
    /** The drawing shows stock up to what the agent needs at this fill rate, and somewhat more. */
    private static final double SHOWN_TO = 0.97;

    private static final double HEADROOM = 1.6;
    private static final String[] COLOURS = {"#0f6e84", "#a86500", "#7a4fb5", "#1a8f4b"};
    private static final String[] DASHES = {"", "7 4", "2 4", "10 3 2 3"};

    private final ReplayReport report;
    private final double most;
    private final StringBuilder svg = new StringBuilder();

    private ReplayChart(ReplayReport report) {
        this.report = report;
        this.most = most(report);
    }

    /** @param currency of the values, for the axis; may be empty */
    public static String svg(ReplayReport report, String currency) {
        return new ReplayChart(report).draw(currency);
    }

    private static double most(ReplayReport report) {
        double shown = report.curves().stream().findFirst().map(curve -> curve.stockAt(SHOWN_TO).orElseGet(() -> greatest(curve))).orElse(1.0);
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1, shown * HEADROOM)))) / 2;
        return Math.ceil(shown * HEADROOM / step) * step;
    }

    private static double greatest(ReplayReport.Curve curve) {
        return curve.points().stream().mapToDouble(point -> point.tally().averageStock()).max().orElse(1);
    }

    private String draw(String currency) {
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">", WIDTH, HEIGHT);
        line("<title>Average stock value against the share of demand served</title>");
        line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        grid(currency);
        List<ReplayReport.Curve> curves = report.curves();
        for (int i = 0; i < curves.size(); i++) {
            curve(curves.get(i), i);
        }
        line("</svg>");
        return svg.toString();
    }

    private void grid(String currency) {
        for (int i = 0; i <= 8; i++) {
            double fill = LEAST_FILL + i * (MOST_FILL - LEAST_FILL) / 8;
            line("<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#e3e7ea\"/>", x(fill), TOP, x(fill), HEIGHT - BOTTOM);
            line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#56646d\">%.0f %%</text>", x(fill), HEIGHT - BOTTOM + 20, fill * 100);
        }
        for (int i = 0; i <= 5; i++) {
            double stock = i * most / 5;
            line("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#e3e7ea\"/>", LEFT, y(stock), WIDTH - RIGHT, y(stock));
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#56646d\">%,.0f</text>", LEFT - 8, y(stock) + 4, stock);
        }
        line("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#1b262c\">Share of demand served, by value</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14);
        line("<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\" fill=\"#1b262c\">Average stock at cost%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, currency.isEmpty() ? "" : ", " + escaped(currency));
    }

    private void curve(ReplayReport.Curve curve, int index) {
        String colour = COLOURS[index % COLOURS.length];
        String dash = DASHES[index % DASHES.length];
        StringBuilder path = new StringBuilder();
        for (ReplayReport.Point point : curve.points()) {
            double fill = point.tally().fillRate();
            double stock = point.tally().averageStock();
            if (fill >= LEAST_FILL && stock <= most) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", x(fill), y(stock)));
                line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(fill), y(stock), colour);
            }
        }
        if (!path.isEmpty()) {
            line("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>", path, colour, dash);
        }
        int at = LEFT + index * 205;
        line("<line x1=\"%d\" y1=\"28\" x2=\"%d\" y2=\"28\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>", at, at + 28, colour, dash);
        line("<text x=\"%d\" y=\"32\" fill=\"#1b262c\">%s</text>", at + 36, escaped(curve.way()));
    }

    private static double x(double fill) {
        return LEFT + (fill - LEAST_FILL) / (MOST_FILL - LEAST_FILL) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double stock) {
        return HEIGHT - BOTTOM - stock / most * (HEIGHT - TOP - BOTTOM);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void line(String pattern, Object... values) {
        svg.append(values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values)).append('\n');
    }
}

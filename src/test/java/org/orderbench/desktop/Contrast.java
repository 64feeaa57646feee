package org.orderbench.desktop;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/** Contrast of drawn words against what lies behind them, by WCAG 2.2 (1.4.3). */
final class Contrast {

    /** From here on letters count as large: 18 points, or 14 in bold. */
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;

    private Contrast() {}

    /** The ratio between text and background, 1 to 21. */
    static double of(Text text) {
        Color behind = behind(text.getParent());
        return ratio(over(opaque(text.getFill()), behind), behind);
    }

    /** AA: 3 for large letters, 4.5 for all others. */
    static double wanted(Text text) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return size >= LARGE || bold && size >= LARGE_BOLD ? 3 : 4.5;
    }

    private static Color opaque(Paint paint) {
        return paint instanceof Color color ? color : Color.BLACK;
    }

    /** The nearest opaque fill of an ancestor, with what is translucent in between laid over it. */
    private static Color behind(Node node) {
        if (node == null) {
            return Color.WHITE;
        }
        Color below = null;
        if (node instanceof Region region && region.getBackground() != null) {
            List<BackgroundFill> fills = region.getBackground().getFills();
            for (int i = fills.size() - 1; i >= 0; i--) {
                if (fills.get(i).getFill() instanceof Color fill && fill.getOpacity() > 0) {
                    if (fill.getOpacity() >= 1) {
                        return below == null ? fill : over(below, fill);
                    }
                    below = below == null ? fill : over(below, fill);
                }
            }
        }
        Color rest = behind(node.getParent());
        return below == null ? rest : over(below, rest);
    }

    private static Color over(Color above, Color below) {
        double a = above.getOpacity();
        return new Color(above.getRed() * a + below.getRed() * (1 - a), above.getGreen() * a + below.getGreen() * (1 - a),
                above.getBlue() * a + below.getBlue() * (1 - a), 1);
    }

    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

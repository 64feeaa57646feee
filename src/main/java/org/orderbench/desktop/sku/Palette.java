package org.orderbench.desktop.sku;

import java.awt.Color;
import java.awt.Font;

/** The chart's colours and letters, as the theme's tokens have them. */
record Palette(
        Color text,
        Color muted,
        Color grid,
        Color history,
        Color forecast,
        Color stock,
        Color order,
        Color reorder,
        Color arrival,
        Color late,
        Color lead,
        Color today,
        Color stockOut,
        Color back,
        String fontFamily,
        float fontSize) {

    Font font() {
        return new Font(fontFamily, Font.PLAIN, 1).deriveFont(fontSize);
    }

    static Color faint(Color color, double alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * alpha));
    }
}

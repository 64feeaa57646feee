package org.orderbench.desktop.sku;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Fonts;

/** Shows a chart at its own size, in the colours of the theme's tokens: when the theme changes, it is drawn anew. */
final class ChartPane extends Region {

    private static final StyleablePropertyFactory<ChartPane> FACTORY = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final List<String> NAMES = List.of(
            "text", "muted", "grid", "history", "forecast", "stock", "order", "reorder", "arrival", "late", "lead", "today", "stock-out", "back");
    private static final List<CssMetaData<? extends Styleable, ?>> METADATA = metadata();

    private static final float FONT_SIZE = 11.5f;
    private static final int FINE = 2;
    private static final int LEAST_FILE_WIDTH = 900;
    private static final int LEAST_FILE_HEIGHT = 420;

    private final List<StyleableObjectProperty<Color>> colours = new ArrayList<>();
    private @Nullable Source source;
    private @Nullable ChartCanvas canvas;
    private boolean redrawAsked;
    private boolean little;
    private final DayPointer pointer = new DayPointer();
    private IntConsumer zoom = by -> {};

    /** Draws with the given colours; on little room only what matters most. */
    @FunctionalInterface
    interface Source {
        JFreeChart draw(Palette palette, boolean little);
    }

    /** Below this height two plots and their words would lie on one another. */
    private static final double LITTLE = 190;

    ChartPane() {
        getStyleClass().add("chart-pane");
        for (int i = 0; i < NAMES.size(); i++) {
            StyleableObjectProperty<Color> colour = new Token(NAMES.get(i), i);
            colours.add(colour);
        }
        setMinSize(200, 120);
        setFocusTraversable(true);
        setOnMouseMoved(move -> pointAt(move.getX()));
        setOnMouseExited(move -> pointer.hide());
        setOnMousePressed(press -> requestFocus());
        setOnScroll(scroll -> {
            if (scroll.isShortcutDown() && scroll.getDeltaY() != 0) {
                zoom.accept(scroll.getDeltaY() > 0 ? -1 : 1);
                scroll.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                pointer.hide();
            }
        });
    }

    /** @param words what is known of a day */
    void setDayWords(LocalDate today, Function<LocalDate, String> words) {
        pointer.setWords(today, words);
    }

    /** @param to hears 1 for further away, -1 for nearer */
    void onZoom(IntConsumer to) {
        zoom = to;
    }

    private void pressed(KeyEvent key) {
        int days = key.isShiftDown() ? 7 : 1;
        boolean used = true;
        switch (key.getCode()) {
            case LEFT -> walk(-days);
            case RIGHT -> walk(days);
            case PLUS, ADD, EQUALS -> zoom.accept(-1);
            case MINUS, SUBTRACT -> zoom.accept(1);
            default -> used = false;
        }
        if (used) {
            key.consume();
        }
    }

    private void pointAt(double x) {
        if (canvas != null) {
            pointer.pointAt(x, canvas, getWidth());
        }
    }

    private void walk(int days) {
        if (canvas != null) {
            pointer.walk(days, canvas, getWidth());
            setAccessibleHelp(pointer.text());
        }
    }

    /** The whole chart for a file, with room for both plots and the key; drawn anew at twice its size, as letters that are only enlarged look blurred. */
    BufferedImage picture() {
        int width = (int) Math.max(LEAST_FILE_WIDTH, Math.ceil(getWidth()));
        int height = (int) Math.max(LEAST_FILE_HEIGHT, Math.ceil(getHeight()));
        Palette colours = palette();
        BufferedImage picture = new BufferedImage(width * FINE, height * FINE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colours.back());
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        if (source != null) {
            pen.scale(FINE, FINE);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            source.draw(colours, false).draw(pen, new Rectangle2D.Double(0, 0, width, height));
        }
        pen.dispose();
        return picture;
    }

    private static List<CssMetaData<? extends Styleable, ?>> metadata() {
        for (int i = 0; i < NAMES.size(); i++) {
            int index = i;
            FACTORY.createColorCssMetaData("-ob-draw-" + NAMES.get(i), pane -> pane.colours.get(index), Color.GRAY);
        }
        return FACTORY.getCssMetaData();
    }

    void show(@Nullable Source next) {
        source = next;
        redrawAsked = true;
        requestLayout();
    }

    private Palette palette() {
        Fonts.loadForCharts();
        return new Palette(awt(0), awt(1), awt(2), awt(3), awt(4), awt(5), awt(6), awt(7), awt(8), awt(9), awt(10), awt(11), awt(12), awt(13), Fonts.FAMILY, FONT_SIZE);
    }

    private java.awt.Color awt(int index) {
        Color c = colours.get(index).get();
        return new java.awt.Color((float) c.getRed(), (float) c.getGreen(), (float) c.getBlue(), (float) c.getOpacity());
    }

    /**
     * Chart graphics believe a font to be still set when clipping has taken the canvas back to the font that it had before the drawing. So it has the
     * chart's font before the drawing.
     */
    private static void restoreFont(ChartCanvas on) {
        on.getGraphicsContext2D().setFont(Font.font(Fonts.FAMILY, FONT_SIZE));
    }

    @Override
    protected void layoutChildren() {
        Source wanted = source;
        boolean tight = getHeight() < LITTLE;
        if (redrawAsked || tight != little) {
            little = tight;
            redrawAsked = false;
            pointer.hide();
            if (wanted == null) {
                canvas = null;
                getChildren().clear();
            } else if (canvas == null) {
                ChartCanvas fresh = new ChartCanvas(wanted.draw(palette(), little));
                fresh.setTooltipEnabled(false);
                fresh.setMouseTransparent(true);
                restoreFont(fresh);
                fresh.setDomainZoomable(false);
                fresh.setRangeZoomable(false);
                canvas = fresh;
                getChildren().setAll(fresh, pointer.line(), pointer.words());
            } else {
                restoreFont(canvas);
                canvas.setChart(wanted.draw(palette(), little));
            }
        }
        if (canvas != null) {
            restoreFont(canvas);
            canvas.setWidth(Math.max(1, getWidth()));
            canvas.setHeight(Math.max(1, getHeight()));
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return METADATA;
    }

    /** One colour of the palette, set by CSS. */
    private final class Token extends StyleableObjectProperty<Color> {

        private final String name;
        private final int index;

        Token(String name, int index) {
            super(Color.GRAY);
            this.name = name;
            this.index = index;
        }

        @Override
        protected void invalidated() {
            if (source != null) {
                redrawAsked = true;
                requestLayout();
            }
        }

        @Override
        public Object getBean() {
            return ChartPane.this;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        @SuppressWarnings("unchecked")
        public CssMetaData<? extends Styleable, Color> getCssMetaData() {
            return (CssMetaData<? extends Styleable, Color>) METADATA.get(METADATA.size() - NAMES.size() + index);
        }
    }
}

package org.orderbench.desktop.shell;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Our mark, as in {@code icons/orderbench.svg}: three stock bars and the order that tops up the last. */
final class BrandMark extends StackPane {

    BrandMark() {
        getStyleClass().add("brand-mark");
        SVGPath bars = path("M2 12h5v10H2zM9.5 15h5v7h-5zM17 18h5v4h-5z", "brand-bars");
        SVGPath order = path("M17 6h5v10h-5zM19.5 1l4 5h-8z", "brand-order");
        Group both = new Group(bars, order);
        getChildren().add(both);
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }
}

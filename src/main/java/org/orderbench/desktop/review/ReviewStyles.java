package org.orderbench.desktop.review;

import javafx.css.PseudoClass;

/** The states that the review screen's CSS knows. */
final class ReviewStyles {

    static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    static final PseudoClass DECIDED = PseudoClass.getPseudoClass("decided");
    static final PseudoClass APPROVED = PseudoClass.getPseudoClass("approved");
    static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    static final PseudoClass STUCK = PseudoClass.getPseudoClass("stuck");
    static final PseudoClass EDGE = PseudoClass.getPseudoClass("edge");

    private ReviewStyles() {}
}

/**
 * The window: how it is opened ({@link org.orderbench.desktop.Workbench}) and photographed ({@link org.orderbench.desktop.ScreenShooter}).
 *
 * <p>Screens live in the sub-packages and never import each other; the shell does. A screen is an FXML file, a thin controller, and a model
 * of properties without a single node. Features are reached through {@link org.orderbench.desktop.common.WorkbenchServices} only.
 */
@NullMarked
package org.orderbench.desktop;

import org.jspecify.annotations.NullMarked;

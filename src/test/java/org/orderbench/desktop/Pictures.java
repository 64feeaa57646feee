package org.orderbench.desktop;

import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;

/** Leaves pictures of every screen in a folder, for people to look at: arguments are the folder, how many lines, the scale, and the language. */
final class Pictures {

    private Pictures() {}

    public static void main(String[] arguments) throws Exception {
        int lines = Integer.parseInt(arguments[1]);
        try {
            ScreenShooter.writeScreens(Path.of(arguments[0]), new SampleServices(lines, lines > 0).services(Locale.forLanguageTag(arguments[3])),
                    Double.parseDouble(arguments[2]));
        } finally {
            Platform.exit();
        }
    }
}

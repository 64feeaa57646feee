import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells macOS, in the program's {@code Info.plist}, which links and files are its own; jpackage has no option for links. */
final class InfoPlist {

    private static final String END = "</dict>\n</plist>";

    private InfoPlist() {}

    static void declareLinks(Settings settings, Path image) throws IOException {
        Path plist = image.resolve("Contents/Info.plist");
        Files.writeString(plist, with(Files.readString(plist), Files.readString(settings.resources().resolve("links.plist"))));
    }

    /** The property list with more keys at its end. */
    static String with(String plist, String keys) {
        String plain = plist.replaceAll("</dict>\\s*</plist>\\s*$", END);
        if (!plain.endsWith(END)) {
            throw new BuildFailure("Info.plist does not end as expected: jpackage writes another form now.");
        }
        return plain.substring(0, plain.length() - END.length()) + keys + END + "\n";
    }
}

package org.orderbench.handover;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A {@code .orderbench} file: one link on its first line, to send where mail programs take links away. */
public final class LinkFile {

    public static final String SUFFIX = ".orderbench";

    private LinkFile() {}

    /** Whether a text that was given as an argument names such a file rather than being a link itself. */
    public static boolean named(String argument) {
        return !argument.regionMatches(true, 0, Link.SCHEME, 0, Link.SCHEME.length()) && argument.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /**
     * @throws BadLinkException if its first line is no link
     * @throws IOException      if it can't be read
     */
    public static Link read(Path file) throws IOException, BadLinkException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(Link.LONGEST + 2), StandardCharsets.UTF_8);
            return Link.parse(start.lines().findFirst().orElse("").strip());
        }
    }
}

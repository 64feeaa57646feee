package org.orderbench.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The window of a profile that another process has open, as this process can reach it. */
public final class OpenWindow {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}) ([0-9a-f]{64})");

    static final int PATIENCE_MILLIS = 3_000;

    private OpenWindow() {}

    /** Where a window of this profile says how it is reached. */
    static Path file(Path profile) {
        return profile.resolve("window.door");
    }

    /** One line of what a stranger sends, never more than a link is long. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() > Link.LONGEST) {
                throw new IOException("The line is too long");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    /**
     * Brings the window to the front and shows the link in it.
     *
     * @return whether a window took it; false if none is open
     */
    public static boolean show(Path profile, Optional<Link> link) {
        try {
            Path file = file(profile);
            Matcher said = FORM.matcher(Files.isRegularFile(file) ? Files.readString(file).strip() : "");
            return said.matches() && took(Integer.parseInt(said.group(1)), said.group(2) + "\n" + link.map(Link::text).orElse("") + "\n");
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    private static boolean took(int port, String words) throws IOException {
        try (Socket door = new Socket()) {
            door.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            door.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = door.getOutputStream();
            out.write(words.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return line(door.getInputStream()).equals("shown");
        }
    }
}

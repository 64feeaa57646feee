package org.orderbench.handover;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the window of a profile hears that the program was started again: a socket on loopback, whose number and token lie in a file of the profile
 * that only its user can read. Who knows the token may show a link, or bring the window to the front, and nothing else.
 *
 * <p>A window that ended without closing leaves a file behind that nobody answers to; the next window writes its own over it. Safe for several threads.
 */
public final class WindowDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WindowDoor.class);

    private final ServerSocket socket;
    private final Path file;
    private final String token;
    private final Consumer<Optional<Link>> visitor;

    private WindowDoor(ServerSocket socket, Path file, String token, Consumer<Optional<Link>> visitor) {
        this.socket = socket;
        this.file = file;
        this.token = token;
        this.visitor = visitor;
    }

    /**
     * @param profile the profile's folder
     * @param visitor hears of each start, on a background thread: the link to show, or empty to come to the front
     * @throws IOException if there is no loopback, or the file can't be written
     */
    public static WindowDoor open(Path profile, Consumer<Optional<Link>> visitor) throws IOException {
        ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        try {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            WindowDoor door = new WindowDoor(socket, OpenWindow.file(profile), HexFormat.of().formatHex(random), visitor);
            door.announce();
            Thread.ofVirtual().name("window-door").start(door::hear);
            return door;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void announce() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        // Made readable for its user alone before anything is in it. On Windows the profile's folder is the user's own.
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, text());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private String text() {
        return socket.getLocalPort() + " " + token;
    }

    private void hear() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().name("window-visitor").start(() -> serve(caller));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                LOG.warn("A second start could not be heard", e);
            }
        }
    }

    private void serve(Socket caller) {
        try (caller; BufferedWriter out = new BufferedWriter(new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8))) {
            caller.setSoTimeout(OpenWindow.PATIENCE_MILLIS);
            String said = OpenWindow.line(caller.getInputStream());
            if (!MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
                return;
            }
            String link = OpenWindow.line(caller.getInputStream());
            try {
                visitor.accept(link.isEmpty() ? Optional.empty() : Optional.of(Link.parse(link)));
                out.write("shown\n");
            } catch (BadLinkException e) {
                out.write("refused\n");
            }
        } catch (IOException e) {
            LOG.debug("A visitor left", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            if (Files.exists(file) && Files.readString(file).equals(text())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.debug("The door's file stays", e);
        }
    }
}

package org.orderbench.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WindowDoorTest {

    private final BlockingQueue<Optional<Link>> seen = new LinkedBlockingQueue<>();

    @TempDir
    Path profile;

    @Test
    void aSecondStartHandsItsLinkToTheOpenWindow() throws IOException {
        try (WindowDoor door = WindowDoor.open(profile, seen::add)) {
            assertThat(door).isNotNull();
            assertThat(OpenWindow.show(profile, Optional.of(new Link.ToSku("Größe 7")))).isTrue();
            assertThat(OpenWindow.show(profile, Optional.empty())).isTrue();
            assertThat(seen).containsExactly(Optional.of(new Link.ToSku("Größe 7")), Optional.empty());
        }
        assertThat(profile).as("a closed window leaves nothing behind").isEmptyDirectory();
        assertThat(OpenWindow.show(profile, Optional.empty())).isFalse();
    }

    @Test
    void aWindowThatWasKilledIsNobody() throws IOException {
        String left;
        try (WindowDoor door = WindowDoor.open(profile, seen::add)) {
            assertThat(door).isNotNull();
            left = Files.readString(OpenWindow.file(profile));
        }
        Files.writeString(OpenWindow.file(profile), left);
        assertThat(OpenWindow.show(profile, Optional.empty())).isFalse();
        for (String broken : new String[] {"", "70000 " + "0".repeat(64), "no", "-1 x"}) {
            Files.writeString(OpenWindow.file(profile), broken);
            assertThat(OpenWindow.show(profile, Optional.empty())).as(broken).isFalse();
        }
        try (WindowDoor next = WindowDoor.open(profile, seen::add)) {
            assertThat(next).isNotNull();
            assertThat(OpenWindow.show(profile, Optional.empty())).isTrue();
        }
    }

    @Test
    void whoDoesNotKnowTheTokenIsNotHeardAndNeitherIsWhatIsNoLink() throws IOException {
        try (WindowDoor door = WindowDoor.open(profile, seen::add)) {
            assertThat(door).isNotNull();
            String[] said = Files.readString(OpenWindow.file(profile)).split(" ", -1);
            int port = Integer.parseInt(said[0]);
            assertThat(answer(port, "0".repeat(64) + "\norderbench:sku/1\n")).isEmpty();
            assertThat(answer(port, "GET / HTTP/1.1\nHost: localhost\n")).isEmpty();
            assertThat(answer(port, said[1] + "\norderbench:approve/1\n")).isEqualTo("refused\n");
            assertThat(answer(port, said[1] + "\n" + "x".repeat(5_000) + "\n")).isEmpty();
            assertThat(seen).isEmpty();
            assertThat(answer(port, said[1] + "\norderbench:sku/1\n")).isEqualTo("shown\n");
        }
    }

    private static String answer(int port, String words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException cutOff) {
            return "";
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyItsUserCanReadTheToken() throws IOException {
        try (WindowDoor door = WindowDoor.open(profile, seen::add)) {
            assertThat(door).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(OpenWindow.file(profile)))).isEqualTo("rw-------");
        }
    }
}

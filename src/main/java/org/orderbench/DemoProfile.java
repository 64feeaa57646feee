package org.orderbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncProgress;
import org.orderbench.sync.SyncReport;

/**
 * A made-up company to try the program on: an embedded Odoo on loopback and a profile in a folder of its own. Both are gone when it is closed.
 */
public final class DemoProfile implements AutoCloseable {

    private static final String SECRET = "demo";
    private static final String PASSPHRASE = "orderbench";

    private final Path folder;
    private final DemoServer server;
    private final Wiring wiring;

    private DemoProfile(Path folder, DemoServer server, Wiring wiring) {
        this.folder = folder;
        this.server = server;
        this.wiring = wiring;
    }

    /** @param folder an empty one, which is deleted at the end */
    public static DemoProfile start(Path folder) throws IOException {
        DemoServer server = DemoServer.start(DemoOptions.defaults().secret(SECRET));
        try {
            Wiring wiring = Wiring.open(folder.resolve("cache"), Clock.systemUTC(), Secret.of(SECRET));
            // Its one user is a plain buyer, so the policy is changed with a passphrase, which the window tells.
            wiring.policyLock().toPassphrase(PASSPHRASE.toCharArray(), "demo");
            return new DemoProfile(folder, server, wiring);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public String url() {
        return server.url();
    }

    public Wiring wiring() {
        return wiring;
    }

    /** What a window on it can do. */
    public ServiceSource windows() {
        return new WindowWiring(wiring, this);
    }

    /** Signs in and reads everything. */
    public SyncReport read(Consumer<SyncProgress> progress, BooleanSupplier cancelled) throws OdooException {
        try (OdooSession session = wiring.signIn().connect(new ConnectionSettings(server.url(), server.database(), server.login()), Secret.of(SECRET))) {
            return wiring.synchronizer(session).run(SyncMode.FULL, progress, cancelled);
        }
    }

    @Override
    public void close() {
        try (server) {
            wiring.close();
        } finally {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

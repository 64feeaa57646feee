package org.orderbench.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.model.Models;
import org.orderbench.demo.orm.Database;
import org.orderbench.demo.seed.Seed;
import org.orderbench.demo.wire.HttpFront;
import org.orderbench.demo.wire.Service;

/** A running demo Odoo on loopback. Safe for threads; {@link #close} stops it and forgets its data. */
public final class DemoServer implements AutoCloseable {

    /** The one database's name. */
    public static final String DATABASE = "demo";

    /** The one user that may sign in: a plain Purchase and Inventory user. */
    public static final String LOGIN = "buyer";

    private final Database database;
    private final Faults faults = new Faults();
    private final CallLog calls = new CallLog();
    private final HttpFront front;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private @Nullable HttpServer http;

    private DemoServer(DemoOptions options) {
        database = new Database(options.version(), options.clock());
        Models.install(database);
        new Seed(database, options).plant();
        front = new HttpFront(new Service(database, DATABASE, LOGIN, options.secret()), faults, calls::add);
        // Without this the JDK's server holds small answers back for 40 ms. It is read once, when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        http = listen(options.port());
        port = http.getAddress().getPort();
    }

    /**
     * Makes the data and listens.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static DemoServer start(DemoOptions options) {
        return new DemoServer(options);
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            server.setExecutor(workers);
            server.createContext("/", front);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo server cannot listen on port " + wanted + " of this computer: " + e.getMessage()
                    + ". Choose another port, or 0 for any free one.", e);
        }
    }

    /** The address to connect to, without a trailing slash. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String database() {
        return DATABASE;
    }

    public String login() {
        return LOGIN;
    }

    public OdooVersion version() {
        return database.version();
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** What was called. */
    public CallLog calls() {
        return calls;
    }

    /** A colleague inside the server. */
    public Admin admin() {
        return new Admin(database);
    }

    /** Stops listening: connections are refused until {@link #accept}. The data stays. */
    public synchronized void refuse() {
        if (http != null) {
            http.stop(0);
            http = null;
        }
    }

    /** Listens again, on the same port. */
    public synchronized void accept() {
        if (http == null) {
            http = listen(port);
        }
    }

    @Override
    public void close() {
        refuse();
        workers.shutdownNow();
    }
}

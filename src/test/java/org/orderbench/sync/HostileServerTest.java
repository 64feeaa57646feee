package org.orderbench.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.cache.CacheException;
import org.orderbench.cache.FreshCache;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.demo.DemoOptions;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.OdooVersion;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.TransportChoice.Kind;
import org.orderbench.odoo.WireLimits;

/**
 * Syncs with a server whose answers come out wrong: each ends in time, with a clear failure or with what could be read, and a failed one leaves the cache as it
 * was. Seeded: a failure names the case, which can be run again alone.
 */
class HostileServerTest {

    private static final WireLimits LIMITS = new WireLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 4 << 20, 30);
    private static final SyncSettings ONE_AT_A_TIME = new SyncSettings(730, 500, 1, Duration.ofMinutes(15), Duration.ofHours(12));
    private static final List<String> TABLES = List.of(
            "company", "warehouse", "location", "unit", "currency_rate", "product", "vendor", "supplier_price", "pack", "reordering_rule", "quant", "stock_move", "move_block", "purchase_order",
            "purchase_line", "sync_state");

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private static final Pattern NUMBER = Pattern.compile("(?<=\"id\": ?)\\d+");

    private final Map<String, MangledAnswers.Answer> answers = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService runs = Executors.newCachedThreadPool();
    private DemoServer demo;
    private HttpServer front;
    private volatile Random random = new Random();
    private volatile int spared;
    private volatile boolean mangling;
    private volatile int mangled;

    @BeforeEach
    void open() throws IOException {
        demo = DemoServer.start(DemoOptions.defaults().version(OdooVersion.V19).products(8).days(20));
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.createContext("/", this::answer);
        front.start();
    }

    @AfterEach
    void close() {
        front.stop(0);
        demo.close();
        runs.shutdownNow();
        client.close();
    }

    /**
     * What the demo server answers. Its records do not change, so it is asked each question once: thousands of cases then take minutes. Only the number that JSON-RPC
     * gives each question has to be right.
     */
    private MangledAnswers.Answer rightAnswer(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Matcher number = NUMBER.matcher(new String(body, StandardCharsets.ISO_8859_1));
        String its = number.find() ? number.group() : "";
        String key = exchange.getRequestURI() + number.replaceFirst("");
        MangledAnswers.Answer known = answers.get(key);
        if (known == null) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(demo.url() + exchange.getRequestURI())).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            for (String name : List.of("Content-Type", "Authorization", "X-Odoo-Database")) {
                if (exchange.getRequestHeaders().containsKey(name)) {
                    request.header(name, exchange.getRequestHeaders().getFirst(name));
                }
            }
            HttpResponse<byte[]> right = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            known = MangledAnswers.Answer.plain(right.statusCode(), right.headers().firstValue("Content-Type").orElse(""), right.body());
            if (answers.size() < 5000) {
                answers.put(key, known);
            }
        }
        if (its.isEmpty()) {
            return known;
        }
        String text = new String(known.body(), StandardCharsets.ISO_8859_1);
        return MangledAnswers.Answer.plain(known.status(), known.contentType(), NUMBER.matcher(text).replaceFirst(its).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Asks for the right answer, spares the first ones of a case, and damages one in three of the others. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            MangledAnswers.Answer answer = rightAnswer(exchange);
            synchronized (this) {
                if (mangling && spared-- <= 0 && random.nextInt(3) == 0) {
                    mangled++;
                    answer = new MangledAnswers(random).mangle(answer);
                }
            }
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            if (!answer.extraHeader().isEmpty()) {
                exchange.getResponseHeaders().set(answer.extraHeader().split(": ")[0], answer.extraHeader().split(": ")[1]);
            }
            exchange.sendResponseHeaders(answer.status(), answer.announced() == 0 || answer.status() == 204 ? -1 : answer.announced());
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ConnectedSession connect(Kind kind) throws OdooException {
        return new OdooConnector(LIMITS, Clock.systemUTC())
                .connect(new ConnectionSettings("http://127.0.0.1:" + front.getAddress().getPort(), "demo", "buyer", kind), Secret.of("demo"));
    }

    private SyncReport.Outcome sync(ConnectedSession session, Capabilities capabilities, SyncMode mode) throws OdooException {
        return new Synchronizer(session, capabilities, new MirrorJdbcStore(cache.database()), ONE_AT_A_TIME, Clock.systemUTC(), time -> {}).run(mode, step -> {}, () -> false).outcome();
    }

    private String mirror() {
        StringBuilder all = new StringBuilder();
        cache.jdbi().useHandle(handle -> TABLES.forEach(table -> handle.select("select * from " + table + " order by 1, 2").map((row, context) -> {
            StringBuilder line = new StringBuilder(table);
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                line.append('|').append(row.getString(i));
            }
            return line.toString();
        }).forEach(line -> all.append(line).append('\n'))));
        return all.toString();
    }

    /** One conversation; what may be thrown is what the caller can tell a person. */
    private String converse(Kind kind, SyncMode mode, boolean fromTheStart, ConnectedSession session, Capabilities capabilities) throws Exception {
        Future<String> run = runs.submit(() -> {
            mangling = true;
            try {
                if (!fromTheStart) {
                    return sync(session, capabilities, mode).name();
                }
                try (ConnectedSession fresh = connect(kind)) {
                    return sync(fresh, Capabilities.ask(fresh), mode).name();
                }
            } catch (OdooException e) {
                assertThat(e.failure().message()).isNotBlank().doesNotContain("Exception");
                return e.failure().getClass().getSimpleName();
            } catch (CacheException e) {
                assertThat(e.getMessage()).isNotBlank();
                return "CacheException";
            } finally {
                mangling = false;
            }
        });
        try {
            return run.get(90, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            run.cancel(true);
            throw new AssertionError("It hangs", e);
        }
    }

    private void attack(int answers, long seed) throws Exception {
        Map<Kind, ConnectedSession> sessions = new HashMap<>();
        Map<Kind, Capabilities> capabilities = new HashMap<>();
        for (Kind kind : Kind.values()) {
            sessions.put(kind, connect(kind));
            capabilities.put(kind, Capabilities.ask(sessions.get(kind)));
        }
        assertThat(sync(sessions.get(Kind.JSON_RPC), capabilities.get(Kind.JSON_RPC), SyncMode.FULL)).isEqualTo(SyncReport.Outcome.DONE);
        String held = mirror();
        Map<String, Integer> ends = new HashMap<>();
        for (int round = 0; mangled < answers; round++) {
            random = new Random(seed + round);
            spared = random.nextInt(40);
            Kind kind = Kind.values()[round % Kind.values().length];
            SyncMode mode = random.nextInt(3) == 0 ? SyncMode.INCREMENTAL : SyncMode.FULL;
            String end;
            try {
                end = converse(kind, mode, random.nextInt(4) == 0, sessions.get(kind), capabilities.get(kind));
            } catch (ExecutionException e) {
                throw new AssertionError("Case " + (seed + round) + " over " + kind.title(), e.getCause());
            }
            ends.merge(end, 1, Integer::sum);
            String now = mirror();
            if (end.equals("DONE")) {
                held = now;
            } else {
                assertThat(now).as("the cache after case %d over %s, which ended as %s", seed + round, kind.title(), end).isEqualTo(held);
            }
        }
        System.out.println(mangled + " wrong answers; syncs ended as " + new java.util.TreeMap<>(ends));
        assertThat(ends).as("both kinds of end were met").containsKey("DONE").containsKey("Malformed");
        sessions.values().forEach(ConnectedSession::close);
    }

    @Test
    void twoHundredWrongAnswersLeaveTheCacheWhole() throws Exception {
        attack(200, 1);
    }

    @Tag("soak")
    @Test
    void tenThousandWrongAnswersLeaveTheCacheWhole() throws Exception {
        attack(10_000, 1_000_000);
    }
}

package org.orderbench.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.orderbench.odoo.TransportChoice.Kind;

/**
 * Asks what a sync asked, over the same transport and with as many requests in flight, and throws the answers away unread. What a sync takes beyond it is our
 * own doing: reading, mapping and storing.
 */
final class BareClient {

    private final Server server;
    private final Kind kind;
    private final int uid;
    private final ObjectMapper json = new ObjectMapper();

    BareClient(Server server, Kind kind, int uid) {
        this.server = server;
        this.kind = kind;
        this.uid = uid;
    }

    /**
     * @return seconds for all of them
     * @throws IllegalStateException if an answer is not 200: what failed fast must not count as fast
     */
    double fetch(List<Ask> asks) throws IOException, InterruptedException {
        List<List<HttpRequest>> chains = chains(asks);
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, chains.size()))) {
            long started = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (List<HttpRequest> chain : chains) {
                running.add(pool.submit(() -> {
                    for (HttpRequest request : chain) {
                        int status = client.send(request, BodyHandlers.discarding()).statusCode();
                        if (status != 200) {
                            throw new IllegalStateException("The bare client was answered " + status);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return (System.nanoTime() - started) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One chain for each thread of the sync, each in its own order; the sync's main thread asks before the others start, and its chain goes first. */
    private List<List<HttpRequest>> chains(List<Ask> asks) throws JsonProcessingException {
        Map<String, List<HttpRequest>> chains = new LinkedHashMap<>();
        for (Ask ask : asks.stream().sorted(Comparator.comparingLong(Ask::startedAt)).toList()) {
            chains.computeIfAbsent(ask.thread(), thread -> new ArrayList<>()).add(request(ask));
        }
        return List.copyOf(chains.values());
    }

    private HttpRequest request(Ask ask) throws JsonProcessingException {
        return switch (kind) {
            case JSON_2 -> {
                Map<String, Object> named = new HashMap<>(ask.kwargs());
                if (!ask.args().isEmpty()) {
                    named.put("ids", ask.args().getFirst());
                }
                if (ask.args().size() > 1) {
                    named.put("fields", ask.args().get(1));
                }
                yield to("/json/2/" + ask.model() + "/" + ask.method(), named)
                        .header("Authorization", "bearer " + server.secret())
                        .header("X-Odoo-Database", server.database())
                        .build();
            }
            case JSON_RPC, XML_RPC -> to("/jsonrpc", Map.of("jsonrpc", "2.0", "method", "call", "id", 1, "params", Map.of(
                    "service", "object", "method", "execute_kw", "args", List.of(server.database(), uid, server.secret(), ask.model(), ask.method(), ask.args(), ask.kwargs()))))
                    .build();
        };
    }

    private HttpRequest.Builder to(String path, Map<String, ?> body) throws JsonProcessingException {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Orderbench")
                .timeout(java.time.Duration.of(10, TimeUnit.MINUTES.toChronoUnit()))
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }
}

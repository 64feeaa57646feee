package org.orderbench.demo.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.Fault;
import org.orderbench.demo.Faults;
import org.orderbench.demo.orm.OdooError;

/** Takes HTTP requests, hands them to the transport of their path, and does to the answer what an ordered fault says. */
public final class HttpFront implements HttpHandler {

    private static final int LARGEST_REQUEST = 64 << 20;
    private static final String PAGE = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Please sign in to the guest network</h1></body></html>\n";

    private final Service service;
    private final Faults faults;
    private final BiConsumer<String, String> log;
    private final Routes routes;

    /**
     * @param log told model and method of each call
     */
    public HttpFront(Service service, Faults faults, BiConsumer<String, String> log) {
        this.service = service;
        this.faults = faults;
        this.log = log;
        this.routes = new Routes(service);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
            String path = exchange.getRequestURI().getPath();
            Transport transport = routes.of(exchange.getRequestMethod(), path);
            if (transport == null) {
                send(exchange, Reply.html(404, "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n"));
                return;
            }
            Transport.Call call = transport.parse(new Transport.Request(exchange.getRequestMethod(), path,
                    name -> Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), ""), body, service.database().snapshot()));
            log.accept(call.model(), call.method());
            answer(exchange, call, faults.take(call.model(), call.method()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, Transport.Call call, @Nullable Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case null -> send(exchange, done(call));
            case Fault.Delay delay -> {
                Thread.sleep(delay.time());
                send(exchange, done(call));
            }
            case Fault.CutBefore cut -> exchange.close();
            case Fault.CutAfterCommit cut -> {
                done(call);
                exchange.close();
            }
            case Fault.Truncated truncated -> {
                Reply reply = done(call);
                head(exchange, reply, reply.body().length);
                exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case Fault.Garbage garbage -> {
                Reply reply = done(call);
                send(exchange, new Reply(200, reply.contentType(), "\u0001\u00ff{]<>&&\u0000not an answer".getBytes(StandardCharsets.ISO_8859_1)));
            }
            case Fault.Html html -> send(exchange, Reply.html(200, PAGE));
            case Fault.Status status -> {
                if (status.done()) {
                    done(call);
                }
                send(exchange, Reply.html(status.code(), "<html><body><h1>" + status.code() + " Bad Gateway</h1></body></html>\n"));
            }
            case Fault.FaultAfterCommit after -> {
                done(call);
                send(exchange, call.encoder().failure(OdooError.value("something went wrong while answering")));
            }
            case Fault.NoneAfterCommit none -> {
                done(call);
                send(exchange, call.encoder().result(null));
            }
            case Fault.SerializationLoser loser -> send(exchange, call.encoder().result(lostRace()));
            case Fault.SlowDrip drip -> drip(exchange, done(call), drip.bytesAtATime(), drip.pause());
        }
    }

    private static Reply done(Transport.Call call) {
        Object result;
        try {
            result = call.work().result();
        } catch (OdooError e) {
            return call.encoder().failure(e);
        }
        return call.encoder().result(result);
    }

    /** What {@code load} answers when PostgreSQL refused its transaction. */
    private static Map<String, Object> lostRace() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("rows", Map.of("from", 0, "to", 0));
        message.put("record", 0);
        message.put("type", "error");
        message.put("message", "could not serialize access due to concurrent update\n");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ids", false);
        answer.put("messages", List.of(message));
        answer.put("nextrow", 0);
        return answer;
    }

    private static void head(HttpExchange exchange, Reply reply, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.getResponseHeaders().set("Server", "Werkzeug/2.2.2 Python/3.11.2");
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), length);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        head(exchange, reply, reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    private static void drip(HttpExchange exchange, Reply reply, int size, Duration pause) throws IOException, InterruptedException {
        head(exchange, reply, reply.body().length);
        OutputStream out = exchange.getResponseBody();
        for (int at = 0; at < reply.body().length; at += size) {
            out.write(reply.body(), at, Math.min(size, reply.body().length - at));
            out.flush();
            Thread.sleep(pause);
        }
    }
}

package org.orderbench.writeback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and any Odoo over plain HTTP, and spoils some of its calls: seeded, one request a connection. It knows bytes and the end of
 * the headers, nothing of Odoo, so it serves the demo server and real ones alike.
 */
final class FaultProxy implements AutoCloseable {

    /** What is done to a call. */
    enum Trouble {
        /** The connection is cut before a byte of the request is passed on. */
        CUT_BEFORE,
        /** Part of the request is passed on: within its headers, at their end, within the body, all but one byte. */
        CUT_IN_REQUEST,
        /** The request is passed on and answered; the client sees nothing of the answer. */
        CUT_AFTER_COMMIT,
        /** Part of the answer comes: within its headers, at their end, within the body, all but one byte. */
        CUT_IN_RESPONSE,
        /** The answer comes late. */
        DELAY,
        /** The client is cut off at once; the request arrives at the server only afterwards. */
        ARRIVES_LATE,
        /** The server gets the request twice, one after the other; the second answer comes. */
        DUPLICATE,
        /** The server gets the request twice at the same time. */
        TWICE_AT_ONCE,
        /** Some bytes of the answer's body are noise. */
        GARBLE,
        /** 502, and nothing was passed on. */
        BAD_GATEWAY,
        /** 502, and the work is done. */
        BAD_GATEWAY_DONE
    }

    private static final byte[] BAD_GATEWAY =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 25\r\nConnection: close\r\n\r\n<html>Bad gateway.</html>".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final URI target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<Trouble, Integer> made = new EnumMap<>(Trouble.class);
    private Random random = new Random(0);
    private int percent;

    FaultProxy(String target) throws IOException {
        this.target = URI.create(target);
        this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        threads.execute(this::open);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** From now on so many calls in a hundred are spoilt. */
    synchronized void disturb(int ofHundred, Random with) {
        percent = ofHundred;
        random = with;
    }

    synchronized void calm() {
        percent = 0;
    }

    /** How often each trouble was made. */
    synchronized Map<Trouble, Integer> made() {
        return new EnumMap<>(made.isEmpty() ? new EnumMap<>(Trouble.class) : made);
    }

    /** Waits until what was held back has arrived. */
    void settle() throws InterruptedException {
        while (underWay.get() > 0) {
            Thread.sleep(5);
        }
    }

    private synchronized @Nullable Trouble next() {
        if (random.nextInt(100) >= percent) {
            return null;
        }
        Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
        made.merge(trouble, 1, Integer::sum);
        return trouble;
    }

    private synchronized int draw(int bound) {
        return random.nextInt(Math.max(1, bound));
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                underWay.incrementAndGet();
                threads.execute(() -> {
                    try (client) {
                        serve(client);
                    } catch (IOException | InterruptedException e) {
                        // the client, or the server, has gone: that is what this is for
                    } finally {
                        underWay.decrementAndGet();
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        byte[] request = request(client.getInputStream());
        if (request.length == 0) {
            return;
        }
        Trouble trouble = next();
        OutputStream back = client.getOutputStream();
        switch (trouble) {
            case null -> back.write(exchange(request));
            case CUT_BEFORE -> {
                // closed
            }
            case CUT_IN_REQUEST -> {
                try (Socket server = connect()) {
                    server.getOutputStream().write(request, 0, cut(request));
                    server.getOutputStream().flush();
                }
            }
            case CUT_AFTER_COMMIT -> exchange(request);
            case CUT_IN_RESPONSE -> {
                byte[] answer = exchange(request);
                back.write(answer, 0, cut(answer));
            }
            case DELAY -> {
                byte[] answer = exchange(request);
                Thread.sleep(draw(80));
                back.write(answer);
            }
            case ARRIVES_LATE -> {
                client.close();
                Thread.sleep(20 + draw(300));
                exchange(request);
            }
            case DUPLICATE -> {
                exchange(request);
                back.write(exchange(request));
            }
            case TWICE_AT_ONCE -> {
                var other = threads.submit(() -> exchange(request));
                byte[] answer = exchange(request);
                try {
                    other.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    // one of the two was answered
                }
                back.write(answer);
            }
            case GARBLE -> {
                byte[] answer = exchange(request);
                int body = bodyAt(answer);
                int from = body + draw(Math.max(1, answer.length - body - 8));
                Arrays.fill(answer, Math.min(from, answer.length - 1), Math.min(answer.length, from + 8), (byte) 0xFE);
                back.write(answer);
            }
            case BAD_GATEWAY -> back.write(BAD_GATEWAY);
            case BAD_GATEWAY_DONE -> {
                exchange(request);
                back.write(BAD_GATEWAY);
            }
        }
        back.flush();
    }

    /** Where a message is cut: each boundary is a class of its own. */
    private int cut(byte[] message) {
        int body = bodyAt(message);
        return switch (draw(5)) {
            case 0 -> draw(Math.max(1, body - 4));
            case 1 -> body - 2;
            case 2 -> body;
            case 3 -> body + draw(message.length - body);
            default -> message.length - 1;
        };
    }

    private Socket connect() throws IOException {
        Socket server = new Socket(target.getHost(), target.getPort());
        server.setSoTimeout(60_000);
        return server;
    }

    private byte[] exchange(byte[] request) throws IOException {
        try (Socket server = connect()) {
            server.getOutputStream().write(request);
            server.getOutputStream().flush();
            return closing(server.getInputStream().readAllBytes());
        }
    }

    /** The answer, saying that no other will come over this connection. */
    private static byte[] closing(byte[] answer) {
        String head = new String(answer, 0, bodyAt(answer), StandardCharsets.ISO_8859_1);
        int status = head.indexOf("\r\n");
        if (status < 0) {
            return answer;
        }
        byte[] more = "\r\nConnection: close".getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[answer.length + more.length];
        System.arraycopy(answer, 0, all, 0, status);
        System.arraycopy(more, 0, all, status, more.length);
        System.arraycopy(answer, status, all, status + more.length, answer.length - status);
        return all;
    }

    /** A whole request with a length, made to close its connection. */
    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            last = last << 8 | b;
            if (last == 0x0D0A0D0A) {
                break;
            }
        }
        if (head.size() == 0) {
            return new byte[0];
        }
        StringBuilder kept = new StringBuilder();
        int length = 0;
        for (String line : head.toString(StandardCharsets.ISO_8859_1).split("\r\n")) {
            String name = line.toLowerCase(java.util.Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            if (!name.startsWith("connection:") && !name.startsWith("upgrade:") && !name.startsWith("http2-settings:")) {
                kept.append(line).append("\r\n");
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(kept.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.write(in.readNBytes(length));
        return all.toByteArray();
    }

    private static int bodyAt(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i + 4;
            }
        }
        return message.length;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}

package org.orderbench.odoo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says exactly the bytes it is given, right or wrong: one answer per connection, the last one again when they run out. */
final class RawServer implements AutoCloseable {

    /** Writes one answer, however broken. */
    interface Script {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<Script> scripts;
    private final AtomicInteger served = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    RawServer(Script... scripts) throws IOException {
        this.scripts = List.of(scripts);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static Script text(String status, String contentType, String body) {
        return bytes(status, "Content-Type: " + contentType + "\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    static Script xml(String body) {
        return text("200 OK", "text/xml", body);
    }

    /** An XML-RPC response with this value. */
    static Script value(String value) {
        return xml("<?xml version='1.0'?><methodResponse><params><param><value>" + value + "</value></param></params></methodResponse>");
    }

    static Script fault(String code, String text) {
        return xml("<?xml version='1.0'?><methodResponse><fault><value><struct><member><name>faultCode</name><value>" + code
                + "</value></member><member><name>faultString</name><value><string>" + text + "</string></value></member></struct></value></fault></methodResponse>");
    }

    static Script bytes(String status, String headers, byte[] body) {
        return out -> {
            out.write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        };
    }

    static Script version(String version, int major) {
        return value("<struct><member><name>server_version</name><value><string>" + version + "</string></value></member>"
                + "<member><name>server_version_info</name><value><array><data><value><int>" + major + "</int></value></data></array></value></member></struct>");
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** What clients sent, headers and body, in order. */
    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Script script = scripts.get(Math.min(served.getAndIncrement(), scripts.size() - 1));
                Thread.ofVirtual().start(() -> answer(connection, script));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection, Script script) {
        try (connection) {
            requests.add(request(connection.getInputStream()));
            script.answer(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            return; // the client went away, which is what some tests are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
            if (head.size() == 1 && next == 0x16) {
                return "TLS handshake";
            }
        }
        String headers = head.toString(StandardCharsets.ISO_8859_1);
        int length = headers.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return headers + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

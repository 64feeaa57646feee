package org.orderbench.odoo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One server over HTTP, for every transport: certificates verified, the system's proxy, time and size bounded, redirects not followed.
 * Safe for several threads.
 */
final class HttpWire implements AutoCloseable {

    private final URI base;
    private final WireLimits limits;
    private final Clock clock;
    private final HttpClient client;

    HttpWire(URI base, WireLimits limits, Clock clock, ProxySelector proxies, List<Authority> authorities) {
        this.base = base;
        this.limits = limits;
        this.clock = clock;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect());
        builder.proxy(proxies);
        if (!authorities.isEmpty()) {
            builder.sslContext(Trust.with(authorities));
        }
        this.client = builder.build();
    }

    String address() {
        return base.toString();
    }

    WireLimits limits() {
        return limits;
    }

    /** Sends and waits for the whole answer, whatever its status. */
    HttpReply post(String path, String contentType, byte[] body, Map<String, String> headers) throws OdooException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", contentType)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Orderbench")
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        HttpResponse<byte[]> response = await(client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes())));
        return new HttpReply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                unpack(response),
                response.headers().firstValue("Location").orElse(null),
                response.headers().firstValue("Retry-After").orElse(null));
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) throws OdooException {
        try {
            return answer.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new OdooException(new OdooFailure.NoAnswer(address(), "not complete after " + limits.answer().toSeconds() + " seconds"), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new OdooException(new OdooFailure.NoAnswer(address(), "it was cancelled"), e);
        } catch (ExecutionException e) {
            throw new OdooException(explain(e.getCause() == null ? e : e.getCause()), e);
        }
    }

    private OdooFailure explain(Throwable error) {
        String said = Words.plain(String.valueOf(error.getMessage()));
        if (error instanceof HttpConnectTimeoutException) {
            return new OdooFailure.Unreachable(address(), "no connection within " + limits.connect().toSeconds() + " seconds");
        }
        if (error instanceof ConnectException) {
            return new OdooFailure.Unreachable(address(), hasCause(error, UnresolvedAddressException.class) ? "the name is not known" : "the connection was refused");
        }
        if (error instanceof SSLException) {
            return said.contains("SSL message") || said.contains("plaintext")
                    ? new OdooFailure.NotOdoo(address(), "it does not speak https: try the address with http:// if it is in your own network")
                    : new OdooFailure.Untrusted(address(), said);
        }
        if (said.contains("capacity")) {
            return new OdooFailure.Malformed(address(), "larger than " + (limits.bytes() >> 20) + " MB");
        }
        return new OdooFailure.NoAnswer(address(), "the connection broke: " + said);
    }

    private static boolean hasCause(Throwable error, Class<? extends Throwable> type) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private byte[] unpack(HttpResponse<byte[]> response) throws OdooException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        switch (encoding) {
            case "identity", "" -> {
                return response.body();
            }
            case "gzip" -> {
                try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
                    byte[] bytes = packed.readNBytes(limits.bytes());
                    if (packed.read() >= 0) {
                        throw malformed("it unpacks to more than " + (limits.bytes() >> 20) + " MB");
                    }
                    return bytes;
                } catch (IOException e) {
                    throw malformed("it does not unpack");
                }
            }
            default -> throw malformed("it is encoded as " + Words.plain(encoding));
        }
    }

    private OdooException malformed(String detail) {
        return new OdooException(new OdooFailure.Malformed(address(), detail));
    }

    /** The reply if its status says that an RPC end point answered; else what the status means to the user. */
    HttpReply requireOk(String path, HttpReply reply) throws OdooException {
        if (reply.status() != 200) {
            throw new OdooException(explain(path, reply));
        }
        if (reply.isHtml()) {
            throw new OdooException(new OdooFailure.NotOdoo(address(), "it answers with a web page"));
        }
        return reply;
    }

    OdooFailure explain(String path, HttpReply reply) {
        int status = reply.status();
        return switch (status) {
            case 429, 502, 503, 504 -> new OdooFailure.Unavailable(address(), status, retryAfter(reply.retryAfter()));
            case 301, 302, 303, 307, 308 -> new OdooFailure.NotOdoo(
                    address(), "it sends you on to " + Words.plain(String.valueOf(reply.location())) + ": if you trust that, use it as the address");
            case 401, 403, 407 -> new OdooFailure.NotOdoo(
                    address(), "something in front of it asks for a sign-in of its own, status " + status + "; ask IT to let Orderbench through to " + path);
            case 404, 405 -> new OdooFailure.NotOdoo(address(), "it has no " + path + ", status " + status);
            case 413 -> new OdooFailure.Refused("the request was too large for the server in front of it (status 413)");
            default -> new OdooFailure.ServerFault(status, "status " + status + " without an explanation");
        };
    }

    /** Seconds or a date, as RFC 9110 has it; at most an hour is believed. Null where absent or senseless. */
    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Duration wait;
        try {
            wait = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(clock.instant(), ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return null;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : wait;
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}

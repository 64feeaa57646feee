package org.orderbench.update;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks once whether a newer version is announced: two small GETs that tell the server nothing but that somebody asks. Nothing is believed
 * before its signature was verified; a failure is an answer, never an exception. Safe for several threads.
 */
public final class UpdateCheck {

    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxStringLength(MOST_BYTES).build())
            .build());

    private final UpdateSource source;
    private final Release running;

    public UpdateCheck(UpdateSource source, Release running) {
        this.source = source;
        this.running = running;
    }

    public UpdateStatus ask() {
        HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE);
        ProxySelector proxy = ProxySelector.getDefault();
        if (proxy != null) {
            builder.proxy(proxy);
        }
        try (HttpClient client = builder.build()) {
            byte[] announcement = get(client, source.announcement());
            byte[] signature = get(client, source.signature());
            if (!signed(announcement, signature)) {
                return new UpdateStatus.Unknown("the announcement at " + source.announcement() + " does not bear the publisher's signature; it was not believed");
            }
            return read(announcement);
        } catch (IOException e) {
            return new UpdateStatus.Unknown(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new UpdateStatus.Unknown("it was cancelled");
        }
    }

    private static byte[] get(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).header("User-Agent", "Orderbench").GET().build();
        try {
            HttpResponse<byte[]> response = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException(address + " answers with status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            client.shutdownNow();
            throw new IOException(address + " gave no whole answer within " + PATIENCE.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException(address + " cannot be read", e);
        }
    }

    private boolean signed(byte[] announcement, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(source.publisher());
            verifier.update(announcement);
            return verifier.verify(Base64.getMimeDecoder().decode(new String(signature, StandardCharsets.US_ASCII).strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private UpdateStatus read(byte[] announcement) {
        try {
            JsonNode json = JSON.readTree(announcement);
            Release newest = new Release(json.path("version").asText());
            if (newest.compareTo(running) <= 0) {
                return new UpdateStatus.Current(newest);
            }
            URI page = URI.create(json.path("page").asText());
            if (!"https".equals(page.getScheme()) || page.getHost() == null) {
                throw new IllegalArgumentException("its page is no https address");
            }
            return new UpdateStatus.Newer(newest, page, oneLine(json.path("summary").asText("")));
        } catch (JacksonException | IllegalArgumentException e) {
            return new UpdateStatus.Unknown("the announcement is signed, but cannot be read: " + firstLine(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}

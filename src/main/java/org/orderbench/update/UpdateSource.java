package org.orderbench.update;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.orderbench.update.BadUpdateSourceException.Part;

/**
 * Where announcements are read and whose signature they must bear.
 *
 * @param announcement an https address of a JSON document; its signature lies at the same address with {@code .sig} behind it
 * @param publisher    an Ed25519 key
 */
public record UpdateSource(URI announcement, PublicKey publisher) {

    /**
     * @param address as in the settings
     * @param key     the publisher's Ed25519 key, X.509, in Base64
     * @throws BadUpdateSourceException with words for whoever wrote the settings
     */
    public static UpdateSource of(String address, String key) {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            throw new BadUpdateSourceException(Part.ADDRESS, "The address for updates is not a web address. Give one that begins with https://.");
        }
        String host = uri.getHost();
        if (host == null || !("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback(host)))) {
            throw new BadUpdateSourceException(Part.ADDRESS, "The address for updates must begin with https:// and name a server.");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(key);
            return new UpdateSource(uri, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadUpdateSourceException(Part.KEY, "The key for updates is not an Ed25519 public key (X.509, Base64). Copy it again from whoever publishes the program.");
        }
    }

    private static boolean loopback(String host) {
        return host.matches("127(\\.\\d{1,3}){3}|localhost|\\[::1]");
    }

    URI signature() {
        return URI.create(announcement + ".sig");
    }
}

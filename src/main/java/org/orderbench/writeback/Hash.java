package org.orderbench.writeback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** 32 hex digits (the first 128 bits of SHA-256) over named parts. The parts may not hold the separator, which no id, date or plain number does. */
final class Hash {

    private static final String SEPARATOR = "\u001f";

    private Hash() {}

    static String of(String kind, List<String> parts) {
        String text = kind + SEPARATOR + String.join(SEPARATOR, parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package org.orderbench.odoo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets in a file, encrypted under a passphrase, for computers without a keychain. The key comes from the passphrase by PBKDF2 (HMAC-SHA-256, 600,000
 * rounds, a salt for each file); each secret is sealed by AES-256-GCM together with the name of the connection that it belongs to, so that neither can be
 * exchanged. Whoever has the file and the passphrase has the secrets. Not for several processes at once.
 */
public final class SecretFile {

    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = 10;
    private static final int LARGEST = 1 << 20;

    /** The passphrase given is not the file's. */
    static final class WrongPassphrase extends SecretStore.SecretStoreException {

        private static final long serialVersionUID = 1L;

        private WrongPassphrase(Path file, Exception cause) {
            super("The passphrase is not the one that " + file + " was made with. If it is lost, delete that file and connect again.", cause);
        }
    }

    private final Path file;
    private final int rounds;
    private final SecureRandom random = new SecureRandom();

    /** Made when there is something to read or write: each start of the program makes one of this class, and few ask it. */
    private static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    private static ObjectMapper json() {
        return Json.MAPPER;
    }

    public SecretFile(Path file) {
        this(file, ROUNDS);
    }

    SecretFile(Path file, int rounds) {
        this.file = file;
        this.rounds = rounds;
    }

    /** Whether the file is there: then its passphrase is needed, and a new one is not accepted. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Whether it holds a secret for the connection; that much can be seen without the passphrase. */
    public boolean holds(ConnectionSettings settings) throws SecretStore.SecretStoreException {
        return exists() && read().path("secrets").has(Keychain.account(settings));
    }

    public Optional<Secret> find(ConnectionSettings settings, char[] passphrase) throws SecretStore.SecretStoreException {
        if (!holds(settings)) {
            return Optional.empty();
        }
        ObjectNode held = read();
        var sealed = held.path("secrets").path(Keychain.account(settings));
        byte[] plain = cipher(Cipher.DECRYPT_MODE, held, passphrase, bytes(sealed.path("nonce").asText()), settings, bytes(sealed.path("sealed").asText()));
        try {
            return Optional.of(Secret.of(new String(plain, StandardCharsets.UTF_8)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** @throws SecretStore.SecretStoreException if the passphrase is not the file's, is too short for a new file, or the file cannot be written */
    public void store(ConnectionSettings settings, Secret secret, char[] passphrase) throws SecretStore.SecretStoreException {
        if (!exists() && passphrase.length < SHORTEST) {
            throw new SecretStore.SecretStoreException("A passphrase has at least " + SHORTEST + " characters: three or four unrelated words are easy to keep in mind.");
        }
        ObjectNode held = exists() ? read() : fresh();
        checkPassphrase(held, passphrase);
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, held, passphrase, nonce, settings, plain);
            held.withObjectProperty("secrets").putObject(Keychain.account(settings)).put("nonce", text(nonce)).put("sealed", text(sealed));
            write(held);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** One passphrase for all secrets of a file: whoever mistypes it later must not lock some of them under another. */
    private void checkPassphrase(ObjectNode held, char[] passphrase) throws SecretStore.SecretStoreException {
        for (var each : held.path("secrets").properties()) {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, held, passphrase, bytes(each.getValue().path("nonce").asText()), each.getKey(), bytes(each.getValue().path("sealed").asText()));
            Arrays.fill(plain, (byte) 0);
            return;
        }
    }

    private ObjectNode fresh() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        ObjectNode fresh = json().createObjectNode().put("format", 1).put("rounds", rounds).put("salt", text(salt));
        fresh.putObject("secrets");
        return fresh;
    }

    private byte[] cipher(int mode, ObjectNode held, char[] passphrase, byte[] nonce, ConnectionSettings settings, byte[] input) throws SecretStore.SecretStoreException {
        return cipher(mode, held, passphrase, nonce, Keychain.account(settings), input);
    }

    private byte[] cipher(int mode, ObjectNode held, char[] passphrase, byte[] nonce, String account, byte[] input) throws SecretStore.SecretStoreException {
        int itsRounds = held.path("rounds").asInt();
        if (held.path("format").asInt() != 1 || itsRounds < 1 || itsRounds > MOST_ROUNDS) {
            throw unreadable(null);
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase, bytes(held.path("salt").asText()), itsRounds, 256);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            Arrays.fill(key, (byte) 0);
            cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw new WrongPassphrase(file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(e);
        } finally {
            spec.clearPassword();
        }
    }

    private ObjectNode read() throws SecretStore.SecretStoreException {
        try {
            if (Files.size(file) <= LARGEST && json().readTree(Files.readAllBytes(file)) instanceof ObjectNode held) {
                return held;
            }
            throw unreadable(null);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private SecretStore.SecretStoreException unreadable(@org.jspecify.annotations.Nullable Exception cause) {
        String words = "The file with encrypted secrets, " + file + ", cannot be read. Put a copy of it back, or delete it and connect again.";
        return cause == null ? new SecretStore.SecretStoreException(words) : new SecretStore.SecretStoreException(words, cause);
    }

    /** As a whole or not at all, for the owner's eyes only where the system knows owners. */
    private void write(ObjectNode held) throws SecretStore.SecretStoreException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(beside);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(beside, json().writerWithDefaultPrettyPrinter().writeValueAsBytes(held));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SecretStore.SecretStoreException("The file " + file + " cannot be written (" + e.getMessage() + "), so the secret was not stored.", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}

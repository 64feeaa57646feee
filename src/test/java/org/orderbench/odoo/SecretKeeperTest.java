package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderbench.odoo.SecretKeeper.Question;

/** Secrets where there is no keychain: a file that only its passphrase opens. */
class SecretKeeperTest {

    private static final ConnectionSettings WORK = new ConnectionSettings("https://odoo.example.com", "work", "buyer");
    private static final ConnectionSettings TEST = new ConnectionSettings("https://odoo.example.com", "test", "buyer");
    private static final SecretStore NO_KEYCHAIN = new SecretStore() {
        @Override
        public Optional<Secret> find(ConnectionSettings settings) {
            return Optional.empty();
        }

        @Override
        public void store(ConnectionSettings settings, Secret secret) throws SecretStoreException {
            throw new SecretStoreException("no keychain here");
        }
    };

    @TempDir
    Path folder;

    private Path path;
    private final List<Question> asked = new ArrayList<>();

    @BeforeEach
    void place() {
        path = folder.resolve("profile").resolve("secrets.json");
    }

    private SecretKeeper keeper(String passphrase) {
        return new SecretKeeper(NO_KEYCHAIN, new SecretFile(path, 1000), question -> {
            asked.add(question);
            return Optional.ofNullable(passphrase).filter(given -> question != Question.OPEN_AGAIN).map(String::toCharArray);
        });
    }

    private String found(String passphrase, ConnectionSettings settings) throws Exception {
        return keeper(passphrase).find(settings).map(Secret::reveal).orElse("none");
    }

    @Test
    void whatIsStoredIsFoundWithThePassphrase() throws Exception {
        assertThat(keeper("correct horse battery").store(WORK, Secret.of("k3y-größe"))).isEqualTo(SecretKeeper.Place.FILE);
        assertThat(keeper("correct horse battery").store(TEST, Secret.of("other"))).isEqualTo(SecretKeeper.Place.FILE);
        assertThat(asked).as("a new passphrase is chosen once").containsExactly(Question.CHOOSE, Question.OPEN);
        assertThat(found("correct horse battery", WORK)).isEqualTo("k3y-größe");
        assertThat(found("correct horse battery", TEST)).isEqualTo("other");
    }

    @Test
    void theFileHoldsNeitherSecretNorPassphrase() throws Exception {
        keeper("correct horse battery").store(WORK, Secret.of("k3y-value"));
        assertThat(Files.readString(path)).doesNotContain("k3y-value").doesNotContain("correct").contains("rounds");
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aWrongPassphraseOpensNothingAndAddsNothing() throws Exception {
        keeper("correct horse battery").store(WORK, Secret.of("k3y-value"));
        byte[] before = Files.readAllBytes(path);
        assertThatThrownBy(() -> found("incorrect horse", WORK)).isInstanceOf(SecretStore.SecretStoreException.class).hasMessageContaining("passphrase is not the one").hasMessageNotContaining("horse");
        assertThatThrownBy(() -> keeper("incorrect horse").store(TEST, Secret.of("x"))).hasMessageContaining("passphrase is not the one");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void whoeverMistypesIsAskedAgainAndEachPassphraseIsWiped() throws Exception {
        keeper("correct horse battery").store(WORK, Secret.of("k3y-value"));
        List<char[]> given = new ArrayList<>();
        SecretKeeper typing = new SecretKeeper(NO_KEYCHAIN, new SecretFile(path, 1000), question -> {
            given.add((question == Question.OPEN ? "incorrect horse" : "correct horse battery").toCharArray());
            return Optional.of(given.getLast());
        });
        assertThat(typing.find(WORK).map(Secret::reveal)).contains("k3y-value");
        assertThat(given).hasSize(2).allSatisfy(passphrase -> assertThat(passphrase).containsOnly('\0'));
    }

    @Test
    void aSecretCannotBeMovedToAnotherConnection() throws Exception {
        keeper("correct horse battery").store(WORK, Secret.of("k3y-value"));
        Files.writeString(path, Files.readString(path).replace("buyer@work", "buyer@test"));
        assertThatThrownBy(() -> found("correct horse battery", TEST)).isInstanceOf(SecretStore.SecretStoreException.class);
    }

    @Test
    void nobodyToAskIsSaid() throws Exception {
        assertThatThrownBy(() -> keeper(null).store(WORK, Secret.of("x"))).hasMessage("no keychain here");
        keeper("correct horse battery").store(WORK, Secret.of("k3y-value"));
        assertThatThrownBy(() -> found(null, WORK)).hasMessageContaining("ORDERBENCH_PASSPHRASE");
        assertThat(found(null, TEST)).as("nothing is asked where nothing is kept").isEqualTo("none");
    }

    @Test
    void aShortPassphraseIsRefusedWithAdvice() {
        assertThatThrownBy(() -> keeper("short").store(WORK, Secret.of("x"))).hasMessageContaining("at least 10");
        assertThat(path).doesNotExist();
    }

    @Test
    void aDamagedFileIsSaidToBeSoAndLeftAlone() throws Exception {
        keeper("correct horse battery").store(WORK, Secret.of("k3y-value"));
        for (String damage : List.of("", "[]", "{\"format\":1,\"rounds\":2000000000,\"salt\":\"\",\"secrets\":{\"buyer@work https://odoo.example.com\":{}}}", "\u0000\u0001")) {
            Files.write(path, damage.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> found("correct horse battery", WORK)).as(damage).isInstanceOf(SecretStore.SecretStoreException.class).hasMessageContaining("cannot be read");
            assertThat(path).hasContent(damage);
        }
    }
}

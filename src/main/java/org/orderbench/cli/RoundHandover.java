package org.orderbench.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the command {@code run} asks the window that has the profile open for a round, and hears what came of it: by small files in the profile's
 * folder, each of which is there whole or not at all. A question is taken by renaming it, so exactly one side has it: the window that takes it, or the
 * command that takes it back. It says until when it holds, so that none that was left behind starts a round later. Only the one that holds the
 * cache's lock runs rounds; these files give no such right. Safe for several threads and processes.
 */
public final class RoundHandover {

    private static final String ASKED = ".asked";
    private static final String TAKEN = ".taken";
    private static final String ANSWER = ".answer";
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    /** @param profile the profile's folder */
    public RoundHandover(Path profile, Clock clock) {
        this.folder = profile.resolve("handover");
        this.clock = clock;
    }

    /** @param until the moment from which nobody may begin it any more */
    private record Question(boolean dry, String until) {}

    /** What the command tells of the round: a report, or why there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(int exitCode, List<String> summary, String notice, @Nullable Map<String, Object> document, @Nullable String failed) {}

    /** Puts the question; whoever asks closes it. */
    Asked ask(boolean dry, Duration patience) throws IOException {
        Files.createDirectories(folder);
        tidy();
        Asked asked = new Asked("round-" + UUID.randomUUID());
        write(asked.file(ASKED), new Question(dry, clock.instant().plus(patience).toString()));
        return asked;
    }

    /** What nobody came back for. */
    private void tidy() throws IOException {
        for (Path file : files("")) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(LEFT_BEHIND))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
        }
    }

    private void write(Path file, Object content) throws IOException {
        Path half = Files.createTempFile(folder, "half", ".tmp");
        json.writeValue(half.toFile(), content);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether somebody waits for a round. Quick. */
    public boolean isAsked() throws IOException {
        return !files(ASKED).isEmpty();
    }

    /** Takes the oldest question that still holds; those that do not are gone afterwards. */
    public Optional<Taken> take() throws IOException {
        for (Path file : new ArrayList<>(files(ASKED))) {
            Optional<Question> question = read(file);
            if (question.isEmpty() || !clock.instant().isBefore(Instant.parse(question.get().until()))) {
                Files.deleteIfExists(file);
                continue;
            }
            String name = file.getFileName().toString().replace(ASKED, "");
            if (renamed(file, folder.resolve(name + TAKEN))) {
                return Optional.of(new Taken(name, question.get().dry()));
            }
        }
        return Optional.empty();
    }

    private Optional<Question> read(Path file) throws IOException {
        try {
            return Optional.of(json.readValue(Files.readAllBytes(file), Question.class));
        } catch (JacksonException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean renamed(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A question that this process took; it owes an answer. */
    public final class Taken {

        private final String name;
        private final boolean dry;

        private Taken(String name, boolean dry) {
            this.name = name;
            this.dry = dry;
        }

        public boolean dry() {
            return dry;
        }

        public void answer(Round.Report report) throws IOException {
            write(folder.resolve(name + ANSWER), new Answer(report.exitCode(), report.summary(), report.notice(), report.document(), null));
        }

        /** @param words what went wrong, for a person */
        public void failed(String words) throws IOException {
            write(folder.resolve(name + ANSWER), new Answer(ExitCode.FAILED, List.of(), words, null, words));
        }
    }

    /** A question that this process put. */
    final class Asked implements AutoCloseable {

        private final String name;

        private Asked(String name) {
            this.name = name;
        }

        private Path file(String ending) {
            return folder.resolve(name + ending);
        }

        Optional<Answer> answer() throws IOException {
            Path file = file(ANSWER);
            return Files.exists(file) ? Optional.of(json.readValue(Files.readAllBytes(file), Answer.class)) : Optional.empty();
        }

        boolean isTaken() {
            return Files.exists(file(TAKEN));
        }

        /** Takes it back; false if a window was quicker. */
        boolean withdraw() throws IOException {
            return Files.deleteIfExists(file(ASKED));
        }

        @Override
        public void close() throws IOException {
            for (String ending : List.of(ASKED, TAKEN, ANSWER)) {
                Files.deleteIfExists(file(ending));
            }
        }
    }
}

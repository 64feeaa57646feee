import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the tools of the JDK that runs this build, and those of the system. */
final class Tool {

    private static final long LIMIT_MINUTES = 60;

    private Tool() {}

    /** A tool of this JDK, by its name in {@code bin}. */
    static Path jdk(String name) {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Path tool = bin.resolve(Platform.current() == Platform.WINDOWS ? name + ".exe" : name);
        if (!Files.isExecutable(tool)) {
            throw new BuildFailure("No " + name + " in " + bin + ": install a full JDK 25, not a runtime only.");
        }
        return tool;
    }

    /** True if the system finds a program of this name. */
    static boolean present(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (!folder.isEmpty() && (Files.isExecutable(Path.of(folder, name)) || Files.isExecutable(Path.of(folder, name + ".exe")))) {
                return true;
            }
        }
        return false;
    }

    /** Runs a command to its end and returns what it printed; any exit code but 0 fails the build and shows it all. */
    static String run(Map<String, String> environment, List<?> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command.stream().map(Object::toString).toList());
        Path output = Files.createTempFile("orderbench-installer", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new BuildFailure("Stopped after " + LIMIT_MINUTES + " minutes: " + words + "\n" + Files.readString(output));
            }
            if (process.exitValue() != 0) {
                throw new BuildFailure("Exit code " + process.exitValue() + " from " + words + "\n" + Files.readString(output));
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }

    static String run(List<?> command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }
}

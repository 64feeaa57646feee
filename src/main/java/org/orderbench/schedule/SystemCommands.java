package org.orderbench.schedule;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the system's own programs, without a shell between. */
public final class SystemCommands implements Scheduling.Commands {

    private static final int SECONDS = 30;

    @Override
    public void run(List<String> command) throws IOException, InterruptedException {
        run(command, Map.of());
    }

    /** @param environment beside what is there already: for texts that must not be read as code */
    public void run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " did not answer within " + SECONDS + " seconds");
        }
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
        if (process.exitValue() != 0) {
            throw new IOException(command.getFirst() + " said: " + (said.isEmpty() ? "exit code " + process.exitValue() : said));
        }
    }
}

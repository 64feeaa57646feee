package org.orderbench.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server that is read: a real one named by the environment, or a demo server in a process of its own, so that its memory is not counted as ours. */
record Server(String url, String database, String login, String secret, @Nullable Process process, @Nullable BufferedReader answers, @Nullable BufferedWriter commands)
        implements AutoCloseable {

    static boolean isNamed() {
        return System.getenv("ORDERBENCH_ODOO_URL") != null;
    }

    static Server named() {
        return new Server(of("URL"), of("DB"), of("LOGIN"), of("SECRET"), null, null, null);
    }

    private static String of(String what) {
        String name = "ORDERBENCH_ODOO_" + what;
        return Objects.requireNonNull(System.getenv(name), "Set " + name + " too, or none of them for a demo server");
    }

    /** Starts {@link DemoHost} and waits until it has made its data. */
    static Server demo(int version, int products, int days) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(List.of(java, "-cp", System.getProperty("java.class.path"), "-Xmx" + (2 + products / 7000) + "g", DemoHost.class.getName(),
                String.valueOf(version), String.valueOf(products), String.valueOf(days))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String url = answers.readLine();
        if (url == null || !url.startsWith("http://")) {
            process.destroy();
            throw new IOException("The demo server did not start: " + url);
        }
        return new Server(url, "demo", "buyer", "demo", process, answers, new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)));
    }

    /** Has a hundredth of all records changed in the demo server. */
    Map<String, Integer> changeOnePercent() throws IOException {
        Objects.requireNonNull(commands).write("change\n");
        commands.flush();
        Map<String, Integer> changed = new java.util.TreeMap<>();
        for (String each : Objects.requireNonNull(Objects.requireNonNull(answers).readLine()).split(" ")) {
            changed.put(each.substring(0, each.indexOf('=')), Integer.valueOf(each.substring(each.indexOf('=') + 1)));
        }
        return changed;
    }

    boolean isDemo() {
        return process != null;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}

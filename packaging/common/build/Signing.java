import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls the system's signing script; the script itself says when it has no credentials and skips. Linux packages are not signed: their repositories are. */
final class Signing {

    private Signing() {}

    static void image(Settings settings, Path image) throws IOException, InterruptedException {
        switch (settings.platform()) {
            case LINUX -> { }
            case MACOS -> say(List.of(settings.resources().resolve("sign.sh"), image));
            case WINDOWS -> powershell(settings, List.of(image.resolve("Orderbench.exe"), image.resolve("orderbench-cli.exe")));
        }
    }

    static void installers(Settings settings, List<Path> installers) throws IOException, InterruptedException {
        switch (settings.platform()) {
            case LINUX -> { }
            case MACOS -> {
                List<Object> command = new ArrayList<>(List.of(settings.resources().resolve("notarise.sh")));
                command.addAll(installers);
                say(command);
            }
            case WINDOWS -> powershell(settings, installers);
        }
    }

    private static void powershell(Settings settings, List<Path> files) throws IOException, InterruptedException {
        List<Object> command = new ArrayList<>(List.of("powershell", "-NoProfile", "-ExecutionPolicy", "Bypass",
                "-File", settings.resources().resolve("sign.ps1")));
        command.addAll(files);
        say(command);
    }

    private static void say(List<?> command) throws IOException, InterruptedException {
        System.out.print(Tool.run(command));
    }
}

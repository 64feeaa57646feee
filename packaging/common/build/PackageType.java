import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of installer; each wraps the same image. */
enum PackageType {
    DEB(Platform.LINUX, true, List.of("dpkg-deb"), "apt-get install dpkg"),
    RPM(Platform.LINUX, false, List.of("rpmbuild"), "apt-get install rpm, or dnf install rpm-build"),
    MSI(Platform.WINDOWS, true, List.of("wix"), "dotnet tool install --global wix --version 5.0.2, then: wix extension add -g WixToolset.Util.wixext/5.0.2 WixToolset.UI.wixext/5.0.2"),
    DMG(Platform.MACOS, true, List.of("hdiutil", "codesign"), "xcode-select --install"),
    PKG(Platform.MACOS, true, List.of("pkgbuild", "productbuild"), "xcode-select --install");

    private final Platform platform;
    private final boolean required;
    private final List<String> tools;
    private final String advice;

    PackageType(Platform platform, boolean required, List<String> tools, String advice) {
        this.platform = platform;
        this.required = required;
        this.tools = tools;
        this.advice = advice;
    }

    static List<PackageType> of(Platform platform) {
        return Arrays.stream(values()).filter(type -> type.platform == platform).toList();
    }

    boolean required() {
        return required;
    }

    List<String> tools() {
        return tools;
    }

    String advice() {
        return advice;
    }

    String suffix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** macOS refuses a first number of 0, so there 0.4.2 is called 1.4.2 until the program itself reaches 1. */
    static String version(Settings settings) {
        boolean refused = settings.platform() == Platform.MACOS && settings.version().startsWith("0.");
        return refused ? "1" + settings.version().substring(1) : settings.version();
    }

    Path build(Settings settings, Path image) throws IOException, InterruptedException {
        return switch (this) {
            case DEB -> LinuxPackages.deb(settings, image);
            case RPM -> LinuxPackages.rpm(settings, image);
            case MSI -> jpackage(settings, image, List.of("--win-per-user-install", "--win-menu", "--win-menu-group", "Orderbench",
                    "--win-upgrade-uuid", "5a0c7c1e-6f0b-4f3e-9a6e-5d1d1f6f7a10"));
            case DMG -> squeezed(jpackage(settings, image, List.of("--mac-package-identifier", "org.orderbench")));
            case PKG -> jpackage(settings, AotCache.without(settings, image), List.of("--mac-package-identifier", "org.orderbench"));
        };
    }

    private Path jpackage(Settings settings, Path image, List<String> options) throws IOException, InterruptedException {
        Path target = settings.out().resolve(suffix());
        List<Object> command = new ArrayList<>(List.of(Tool.jdk("jpackage"), "--type", suffix(),
                "--name", platform.programName(), "--app-version", version(settings), "--app-image", image,
                "--vendor", "Orderbench contributors", "--copyright", "Apache License 2.0",
                "--description", "Purchasing workbench for Odoo", "--resource-dir", settings.resources(), "--dest", target));
        if (this != DMG) {
            // In a disk image it would be a dialog before the image opens, and is lost when that is compressed anew.
            command.addAll(List.of("--license-file", settings.project().resolve("LICENSE")));
        }
        command.addAll(options);
        Tool.run(command);
        Path made = only(target);
        Path moved = Files.move(made, settings.out().resolve(made.getFileName()));
        Files.delete(target);
        return moved;
    }

    /** The same disk image, compressed by LZMA (macOS 10.15 and later) and not as a zip would. */
    private static Path squeezed(Path image) throws IOException, InterruptedException {
        Path plain = Files.move(image, image.resolveSibling("plain.dmg"));
        Tool.run(List.of("hdiutil", "convert", plain, "-format", "ULMO", "-o", image));
        Files.delete(plain);
        return image;
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                throw new BuildFailure("jpackage left more than one file in " + folder);
            }).orElseThrow(() -> new BuildFailure("jpackage left nothing in " + folder));
        }
    }
}

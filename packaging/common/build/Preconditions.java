import java.util.ArrayList;
import java.util.List;

/** What must be on this machine before the first step; all that is missing is named at once. */
final class Preconditions {

    private Preconditions() {}

    /** @return the kinds of installer that this machine can build */
    static List<PackageType> check(Settings settings) {
        if (Runtime.version().feature() != 25) {
            throw new BuildFailure("This needs a JDK 25, and runs on Java " + Runtime.version().feature() + ".");
        }
        Tool.jdk("jlink");
        Tool.jdk("jdeps");
        Tool.jdk("jpackage");
        List<String> missing = new ArrayList<>();
        List<PackageType> able = new ArrayList<>();
        for (PackageType type : PackageType.of(settings.platform())) {
            if (!settings.wants(type.suffix())) {
                continue;
            }
            List<String> absent = type.tools().stream().filter(tool -> !Tool.present(tool)).toList();
            if (absent.isEmpty()) {
                able.add(type);
            } else if (type.required()) {
                missing.add("." + type.suffix() + " needs " + String.join(" and ", absent) + ": " + type.advice());
            } else {
                Report.say("No ." + type.suffix() + " this time: it needs " + String.join(" and ", absent) + ". " + type.advice());
            }
        }
        if (!missing.isEmpty()) {
            throw new BuildFailure("This machine lacks what the installers need.\n" + String.join("\n", missing));
        }
        return able;
    }
}
